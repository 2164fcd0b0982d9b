import { cleanup, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { openAdminPage } from "./admin-page.tsx"
import { quiet } from "./status-answers.ts"
import type { CorrectionsVerdict } from "../../../src/protocol/routes/helpdesk-pages.ts"

afterEach(cleanup)

const STORED = {
  serial: 4,
  made: "2026-11-25",
  helpdesks: [
    { helpdesk: "freescout", corrections: 2 },
    { helpdesk: "zendesk", corrections: 1 }
  ]
}
async function open(verdict: CorrectionsVerdict | undefined, stored: typeof STORED | null = STORED) {
  openAdminPage(({ route }) => {
    if (route === "GET /v1/admin/status")
      return { ok: true, value: { ...quiet, ...(stored && { corrections: stored }) } }
    return route === "corrections-verdict" && verdict ? { ok: true, value: verdict } : undefined
  })
  await screen.findByText("Corrected selectors")
  return within(screen.getByRole("region", { name: "Status" }))
}

test("the card says which file the relay has, how much it corrects of which helpdesk, and that this browser accepts it", async () => {
  const card = await open({ state: "applied", serial: 4, made: "2026-11-25", corrections: [] })
  expect(card.getByText(/serial 4 of 25 Nov 2026\. FreeScout: 2 selectors, Zendesk: 1 selector/)).toBeTruthy()
  expect(await card.findByText(/This browser accepts it/)).toBeTruthy()
})

test.each([
  [{ state: "no-key" }, /it has no key/],
  [{ state: "bad-key" }, /is no public key/],
  [{ state: "no-ed25519" }, /too old to check/],
  [{ state: "bad-signature" }, /the signature isn’t of its key/],
  [{ state: "bad-file" }, /this version can’t read the file/],
  [{ state: "replayed", serial: 4, accepted: 9 }, /accepted serial 9 before, and this file has serial 4/],
  [
    { state: "applied", serial: 4, made: "2026-11-25", corrections: [], unusable: "freescout isNote" },
    /“freescout isNote” is no selector/
  ]
] satisfies [CorrectionsVerdict, RegExp][])("a file that isn't accepted: %j", async (verdict, sentence) => {
  const card = await open(verdict)
  const said = await card.findByText(sentence)
  expect(said.textContent).toMatch(/^This browser corrects nothing: /)
  expect(card.queryByText(/This browser accepts it/)).toBeNull()
})

test("without a file that is said, and of an earlier relay nothing more", async () => {
  const card = await open(undefined, null)
  expect(card.getByText(/The relay has no file of corrections/)).toBeTruthy()
  expect(card.queryByText(/This browser/)).toBeNull()
})

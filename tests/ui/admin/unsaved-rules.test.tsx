import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { openAdminPage } from "./admin-page.tsx"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import type { Asked } from "../help/page-values.ts"
import type { RulesAnswer, RulesRequest } from "../../../src/protocol/routes/masking-rules.ts"

/** Masking rules that an admin has changed and not set aren't lost. */
afterEach(cleanup)

const stored: RulesAnswer = {
  ...{ version: 2, mode: "strict", keep: ["Bella Vita"], names: [], agentsMayAdd: false, by: "Ada" },
  ...{ at: "2026-10-01T10:00:00Z", words: [], proposed: [] }
}
/** The page over a relay whose answer to rules that are set a test holds in its hand. */
async function open(isSignedIn = () => true) {
  const sent: RulesRequest[] = []
  let answerSave: (answer: PageAnswer) => void = () => undefined
  let rules = stored
  openAdminPage((command: Asked): PageAnswer | Promise<PageAnswer> | undefined => {
    if (command.route === "GET /v1/masking-rules") return { ok: true, value: rules }
    if (command.route === "GET /v1/masking-rules/versions") return { ok: true, value: { versions: [] } }
    if (command.route !== "PUT /v1/masking-rules") return undefined
    sent.push(command.body)
    return new Promise((resolve) => (answerSave = resolve))
  }, isSignedIn)
  await screen.findByLabelText("Word that is never replaced")
  return {
    sent,
    answer: (answer: PageAnswer) => answerSave(answer),
    store: (change: Partial<RulesAnswer>) => {
      rules = { ...rules, ...change }
      answerSave({ ok: true, value: rules })
    }
  }
}
const region = () => within(screen.getByRole("region", { name: /^Masking/ }))
const add = (word: string) => {
  fireEvent.change(region().getByLabelText("Word that is never replaced"), { target: { value: word } })
  fireEvent.click(region().getByRole("button", { name: /^Add\s*Word that is never replaced$/ }))
}
const words = () =>
  within(region().getByRole("list", { name: "Never replaced" }))
    .getAllByRole("listitem")
    .map((item) => item.querySelector("bdi")?.textContent)
const set = () => fireEvent.click(region().getByRole("button", { name: "Set the rules" }))

test("a word that is added while others are set stays, and is set over them", async () => {
  const { sent, store } = await open()
  add("Halo")
  set()
  await waitFor(() => expect(sent).toHaveLength(1))
  add("Cove")
  const known = ["Bella Vita", "Halo"].map((word) => ({
    word,
    kind: "keep" as const,
    from: "team" as const,
    by: "Ada"
  }))
  store({ version: 3, keep: ["Bella Vita", "Halo"], words: known })
  await waitFor(() => expect(region().getAllByText("not set yet")).toHaveLength(1))
  expect(words()).toEqual(["Bella Vita", "Halo", "Cove"])
  set()
  await waitFor(() => expect(sent.at(-1)).toMatchObject({ version: 3, keep: ["Bella Vita", "Halo", "Cove"] }))
})

test("they are there again after a sign-in that ended", async () => {
  let isIn = true
  const { sent, answer } = await open(() => isIn)
  add("Halo")
  set()
  await waitFor(() => expect(sent).toHaveLength(1))
  isIn = false
  answer({ ok: false, code: "signed-out" })
  await waitFor(() => expect(screen.queryByRole("region", { name: /^Masking/ })).toBeNull())
  isIn = true
  fireEvent(window, new Event("visibilitychange"))
  await waitFor(() => expect(words()).toEqual(["Bella Vita", "Halo"]))
})

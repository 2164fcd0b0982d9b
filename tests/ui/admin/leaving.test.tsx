import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { openAdminPage } from "./admin-page.tsx"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import type { Asked } from "../help/page-values.ts"
import type { RulesAnswer } from "../../../src/protocol/routes/masking-rules.ts"

/** The browser asks before what an admin has typed is lost with the page. */
afterEach(cleanup)

const rules: RulesAnswer = {
  ...{ version: 2, mode: "strict", keep: [], names: [], agentsMayAdd: false, by: "Ada" },
  ...{ at: "2026-10-01T10:00:00Z", words: [], proposed: [] }
}
const settings = {
  ...{ preparing: true, perDay: 40, erasing: "drafters" as const, hashSites: false, earlier: true, version: 1 },
  ...{ by: "Bea", at: "2026-11-20T10:00:00Z", usualPerDay: 200, cost: 1.5, currency: "EUR", retentionDays: 90 }
}
const PER_DAY = "Prepared drafts, a person and day"
let answerSave: (answer: PageAnswer) => void
let sent: Asked[]
async function open(isSignedIn = () => true) {
  sent = []
  openAdminPage((command: Asked): PageAnswer | Promise<PageAnswer> | undefined => {
    sent.push(command)
    if (command.route === "GET /v1/admin/lookups") return { ok: true, value: { lookups: [] } }
    if (command.route === "GET /v1/admin/playbooks") return { ok: true, value: { playbooks: [] } }
    if (command.route === "GET /v1/admin/voices") return { ok: true, value: { voices: [] } }
    if (command.route === "GET /v1/masking-rules") return { ok: true, value: rules }
    if (command.route === "GET /v1/admin/settings") return { ok: true, value: settings }
    if (command.route === "PUT /v1/admin/settings") return new Promise((resolve) => (answerSave = resolve))
    return undefined
  }, isSignedIn)
  await screen.findByLabelText("Word that is never replaced")
  await screen.findByLabelText(PER_DAY)
}
const asks = () => {
  const leaving = new Event("beforeunload", { cancelable: true })
  window.dispatchEvent(leaving)
  return leaving.defaultPrevented
}
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

test.each([
  ["a lookup", "Lookups", /YAML/],
  ["a playbook", "Playbooks", /YAML/],
  ["a voice", "Voices", /YAML/],
  ["the team's settings", "For the team", PER_DAY]
])("%s", async (_what, name, label) => {
  await open()
  expect(asks()).toBe(false)
  const field = within(screen.getByRole("region", { name })).getByLabelText<HTMLInputElement>(label)
  const { value } = field
  type(field, "12")
  await waitFor(() => expect(asks()).toBe(true))
  type(field, value)
  await waitFor(() => expect(asks()).toBe(false))
})

test("masking rules, and a lookup in the form", async () => {
  await open()
  const masking = within(screen.getByRole("region", { name: /^Masking/ }))
  fireEvent.click(masking.getByRole("radio", { name: "Balanced" }))
  await waitFor(() => expect(asks()).toBe(true))
  fireEvent.click(masking.getByRole("radio", { name: /^Strict/ }))
  await waitFor(() => expect(asks()).toBe(false))
  const lookups = within(screen.getByRole("region", { name: "Lookups" }))
  fireEvent.click(lookups.getByRole("button", { name: "New lookup by form" }))
  const [first] = lookups.getAllByRole("textbox")
  if (!first) throw new Error("The form has no field.")
  expect(asks()).toBe(false)
  type(first, "shop")
  await waitFor(() => expect(asks()).toBe(true))
})

test("a setting that is changed while others are saved stays", async () => {
  await open()
  const team = within(screen.getByRole("region", { name: "For the team" }))
  const perDay = team.getByLabelText<HTMLInputElement>(PER_DAY)
  type(perDay, "50")
  fireEvent.click(team.getByRole("button", { name: "Save" }))
  await waitFor(() => expect(sent.at(-1)).toMatchObject({ route: "PUT /v1/admin/settings" }))
  type(perDay, "60")
  answerSave({ ok: true, value: { ...settings, perDay: 50, version: 2 } })
  await waitFor(() => expect(team.getByRole("button", { name: "Save" }).getAttribute("aria-disabled")).not.toBe("true"))
  fireEvent.click(team.getByRole("button", { name: "Save" }))
  await waitFor(() =>
    expect(sent.at(-1)).toMatchObject({ route: "PUT /v1/admin/settings", body: { perDay: 60, version: 2 } })
  )
})

test("settings that aren't saved are there again after a sign-in that ended", async () => {
  let isIn = true
  await open(() => isIn)
  const team = () => within(screen.getByRole("region", { name: "For the team" }))
  type(team().getByLabelText(PER_DAY), "50")
  fireEvent.click(team().getByRole("button", { name: "Save" }))
  await waitFor(() => expect(sent.at(-1)).toMatchObject({ route: "PUT /v1/admin/settings" }))
  isIn = false
  answerSave({ ok: false, code: "signed-out" })
  await waitFor(() => expect(screen.queryByRole("region", { name: "For the team" })).toBeNull())
  isIn = true
  fireEvent(window, new Event("visibilitychange"))
  await waitFor(() => expect(team().getByLabelText<HTMLInputElement>(PER_DAY).value).toBe("50"))
})

import { cleanup, fireEvent, render, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import type { AuditAnswer, AuditEntry } from "../../src/protocol/admin.ts"
import { Admin } from "../../src/ui/admin/admin.tsx"
import { soon } from "../soon.ts"
import type { PageAnswer } from "../../src/protocol/routes/calls/page-call.ts"
import { adminLink } from "./help/page-calls.ts"
import type { Asked } from "./help/page-values.ts"

afterEach(cleanup)

const ADA = { id: "p3", name: "Ada", role: "admin" as const, groups: [] }
const entry = (id: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  id,
  at: "2026-11-20T10:00:00Z",
  person: { name: "Tom", role: "agent" },
  action: "ticket-erased",
  ids: ["https://lumen.zendesk.com", "zendesk", "42"],
  ...more
})
const PAGES: Record<string, { entries: AuditEntry[]; next: string | null }> = {
  first: { entries: [entry("9"), entry("8", { person: null, action: "exported", ids: ["cases", "csv"] })], next: "8" },
  8: { entries: [entry("7", { action: "made-up-later", ids: [] })], next: null }
}

/** The admin page whose relay has three entries, or none. */
function open({
  empty = false,
  fails = false,
  verified
}: {
  empty?: boolean
  fails?: boolean
  verified?: AuditAnswer["verified"]
} = {}) {
  const asked: Asked[] = []
  const back = { fails, saved: [] as string[][] }
  const answer = (command: Asked): PageAnswer => {
    asked.push(command)
    if (command.route === "page-status") return { ok: true, value: { person: ADA, address: "http://127.0.0.1:8787" } }
    if (command.route === "GET /v1/audit/export" && !back.fails) return { ok: true, value: "\uFEFFid,at" }
    if (command.route !== "GET /v1/audit") return { ok: false, code: "relay-unreachable" }
    if (back.fails) return { ok: false, code: "relay-unreachable" }
    const { entries, next } =
      empty || command.query?.from !== undefined
        ? { entries: [], next: null }
        : (PAGES[command.query?.before ?? "first"] ?? { entries: [], next: null })
    return {
      ok: true,
      value: {
        entries,
        next,
        actions: empty ? [] : ["exported", "made-up-later", "ticket-erased"],
        days: 400,
        verified
      }
    }
  }
  render(<Admin link={adminLink(answer, { download: (...file) => void back.saved.push(file) })} />)
  return { asked, back }
}
const region = () => within(screen.getByRole("region", { name: "Audit" }))
const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }))

test("entries are asked for once an admin wants them, older ones on demand, in words", async () => {
  const { asked } = open()
  await screen.findByRole("button", { name: "Show entries" })
  expect(asked.some(({ route }) => route === "GET /v1/audit")).toBe(false)
  await press("Show entries")
  await region().findByText("2 entries shown")
  const rows = () =>
    region()
      .getAllByRole<HTMLTableRowElement>("row")
      .map((row) => [...row.cells].map((cell) => cell.textContent).slice(1))
  expect(rows()).toEqual([
    ["Who", "What", "Ids and settings"],
    ["Tom, agent", "erased a ticket", "https://lumen.zendesk.com, zendesk, 42"],
    ["somebody who is no longer known", "exported", "cases, csv"]
  ])
  await press("Older entries")
  await region().findByText("3 entries shown")
  expect(rows().at(-1)).toEqual(["Tom, agent", "made-up-later", ""])
  expect(screen.queryByRole("button", { name: "Older entries" })).toBeNull()
  expect(region().getByText("An entry is deleted after 400 days.")).toBeTruthy()
  await press("Hide entries")
  expect(region().queryByRole("table")).toBeNull()
})

test("coming back to the page, and opening the entries again, don't ask for every part of them again", async () => {
  const { asked } = open()
  const audits = () => asked.filter(({ route }) => route === "GET /v1/audit").length
  await press("Show entries")
  await press("Older entries")
  await region().findByText("3 entries shown")
  expect(audits()).toBe(2)
  window.dispatchEvent(new Event("visibilitychange"))
  await press("Hide entries")
  await press("Show entries")
  await region().findByText("2 entries shown")
  expect(audits()).toBe(3)
})

test("by kind and day; where nothing fits, that is said", async () => {
  const { asked } = open()
  await press("Show entries")
  await region().findByText("2 entries shown")
  fireEvent.change(region().getByRole("combobox", { name: "What was done" }), { target: { value: "exported" } })
  await soon(() => expect(asked.at(-1)).toMatchObject({ route: "GET /v1/audit", query: { action: "exported" } }))
  fireEvent.change(region().getByLabelText("From"), { target: { value: "2026-12-01" } })
  await region().findByText("No entry fits. Choose other days, or everything.")
  expect(asked.at(-1)).toMatchObject({ query: { action: "exported", from: "2026-12-01" } })
})

test("nothing yet, and a relay that doesn't answer", async () => {
  open({ empty: true })
  await press("Show entries")
  await region().findByText("Nothing is recorded yet.")
  cleanup()
  const { back } = open({ fails: true })
  await press("Show entries")
  await region().findByRole("alert")
  back.fails = false
  fireEvent.click(region().getByRole("button", { name: "Try again" }))
  await region().findByText("2 entries shown")
})

test("what fits is saved as a file, and a relay that doesn't answer is told", async () => {
  const { asked, back } = open()
  await press("Show entries")
  await region().findByText("2 entries shown")
  fireEvent.change(region().getByRole("combobox", { name: "What was done" }), { target: { value: "exported" } })
  await press("All of these as CSV")
  expect((await region().findByText("The file is among your downloads.")).getAttribute("role")).toBe("status")
  expect(asked.at(-1)).toEqual({ route: "GET /v1/audit/export", query: { action: "exported" } })
  expect(back.saved).toEqual([[expect.stringMatching(/^replywright-audit-.+\.csv$/), "text/csv", "\uFEFFid,at"]])
  back.fails = true
  await press("All of these as CSV")
  expect((await region().findByRole("alert")).textContent).toContain("The relay doesn’t answer.")
  expect(back.saved).toHaveLength(1)
})

test("it says up to where the audit is verified, where it doesn't hold, and who did what at the relay's own machine", async () => {
  open({ verified: { entry: 1234, at: "2026-11-20T10:00:00Z", brokenAt: null } })
  await press("Show entries")
  await soon(() => region().getByText(/^Verified and signed up to entry 1,234, /))
  cleanup()
  open({ verified: { entry: 1234, at: "2026-11-20T10:00:00Z", brokenAt: 7 } })
  await press("Show entries")
  await soon(() => expect(region().getByRole("alert").textContent).toContain("doesn’t hold at entry 7"))
  cleanup()
  PAGES["first"]?.entries.push(entry("6", { person: null, machine: "root@relay-1", action: "backed-up", ids: [] }))
  open()
  await press("Show entries")
  await soon(() => region().getByText("root@relay-1"))
  region().getByText("made a backup")
  region().getByText("The audit is not verified yet.")
})

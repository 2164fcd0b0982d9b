import { cleanup, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { HELPDESK_NAMES } from "../../../src/ticket/names/helpdesk-names.ts"
import { TAUGHT_PAGE } from "../../../src/ticket/page-recipe.ts"
import { openAdminPage } from "./admin-page.tsx"
import { quiet } from "./status-answers.ts"
import type { FitDay } from "../../../src/protocol/routes/helpdesk-pages.ts"

afterEach(cleanup)

const day = (date: string, more: Partial<FitDay> = {}): FitDay => ({
  day: date,
  helpdesk: "zendesk",
  part: "every part",
  extension: "0.1.0",
  product: "",
  browsers: 10,
  tickets: 40,
  ...more
})
async function open(fits: FitDay[] | undefined) {
  openAdminPage(({ route }) =>
    route === "GET /v1/admin/status" ? { ok: true, value: { ...quiet, ...(fits ? { fits } : {}) } } : undefined
  )
  await screen.findByText("Pages of helpdesks")
  const card = within(screen.getByRole("region", { name: "Status" }))
  return {
    faults: () => card.queryAllByText(/doesn’t fit since/).map(({ textContent }) => textContent),
    says: (text: string | RegExp) => card.queryByText(text) !== null,
    rows: () =>
      within(card.getByRole("table", { name: "What didn’t fit, by day" }))
        .getAllByRole("row")
        .map((row) => [...row.children].map(({ textContent }) => textContent))
  }
}

test("on the day of a redesign: which helpdesk and part, since when, how many browsers and tickets, and by day", async () => {
  const page = await open([
    day("2026-11-26", { part: "reply editor", browsers: 14, tickets: 20 }),
    day("2026-11-25", { part: "reply editor", browsers: 6, tickets: 11 }),
    day("2026-11-25"),
    day("2026-11-24"),
    day("2026-11-26", { helpdesk: "redmine", browsers: 1 })
  ])
  expect(page.faults()).toEqual(["Zendesk: “reply editor” doesn’t fit since 25 Nov 2026, 14 browsers, 31 tickets."])
  expect(page.says("Redmine: each part fits, 1 browser on 26 Nov 2026.")).toBe(true)
  expect(page.rows().slice(1)).toEqual([
    ["26 Nov 2026", "Zendesk", "reply editor", "0.1.0", "unknown", "14", "20"],
    ["25 Nov 2026", "Zendesk", "reply editor", "0.1.0", "unknown", "6", "11"]
  ])
})

test("each helpdesk is called by its name, and pages whose places were shown by what they are", async () => {
  const all = [...HELPDESK_NAMES, TAUGHT_PAGE]
  const page = await open(all.map((helpdesk) => day("2026-11-26", { helpdesk })))
  expect(all.filter((id) => page.says(`${id}: each part fits, 10 browsers on 26 Nov 2026.`))).toEqual([])
  expect(page.says("Pages read by shown places: each part fits, 10 browsers on 26 Nov 2026.")).toBe(true)
})

test("days on which nobody looked don't end it, one on which all fits does, and it is said since when", async () => {
  const broken = { part: "subject", product: "5.0.3", helpdesk: "request-tracker" } as const
  const page = await open([
    day("2026-11-26", { helpdesk: "request-tracker" }),
    day("2026-11-23", { ...broken, extension: "0.2.0" }),
    day("2026-11-23", broken),
    day("2026-11-20", broken),
    day("2026-11-19", { helpdesk: "request-tracker" })
  ])
  expect(page.faults()).toEqual([])
  expect(page.says("Request Tracker: each part fits, 10 browsers on 26 Nov 2026.")).toBe(true)
  expect(page.says("Request Tracker: “subject” didn’t fit from 20 Nov 2026 on; it fits again since 26 Nov 2026.")).toBe(
    true
  )
})

test("where nobody has told anything that is said, and so it is of an earlier relay", async () => {
  expect((await open([])).says("No browser has reported anything yet.")).toBe(true)
  cleanup()
  expect((await open(undefined)).says("No browser has reported anything yet.")).toBe(true)
})

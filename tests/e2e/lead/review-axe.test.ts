import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { twelveWeeks } from "../../ui/lead/lead-figures.ts"
import { empty, report } from "../../ui/lead/lead-report.ts"
import {
  cases,
  figureAnswers,
  figureStates,
  knowledgeAnswers,
  noCases,
  notSignedIn,
  queueAnswers,
  revisedAnswers,
  type LeadAnswers
} from "../../ui/lead/lead-states.ts"
import { axeFindings, wide } from "../help/axe.ts"
import { openBuilt } from "../help/built.ts"
import { SOAK } from "../help/soak.ts"
import { closeAlone, openAlone } from "../help/panel-page.ts"

/**
 * The built review, figures and knowledge in real Chromium: axe finds nothing, no page throws, nothing scrolls
 * sideways; 640 px is 1280 at 200 %.
 */
const WIDTHS = SOAK ? [1280, 900, 640] : [1280, 640]
let opened: Awaited<ReturnType<typeof openBuilt>>
beforeAll(async () => {
  opened = await openBuilt({ width: 1280, height: 880 })
})
afterAll(() => opened.close())

const show = (file: string, answers: LeadAnswers): Promise<Page> =>
  openAlone(opened.context, `chrome-extension://${opened.id}/tabs/${file}.html`, { answers })

test.each(cases.map(({ line }, index) => [line.result, index] as const))("review, a case %s", async (_, index) => {
  const page = await show("review", queueAnswers(index))
  await page.getByRole("table").waitFor()
  expect(await axeFindings(page, WIDTHS)).toEqual([])
})

test("with the colours of the system, the page and the case that are shown look different from the others", async () => {
  const page = await show("review", queueAnswers(0))
  await page.getByRole("table").waitFor()
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" })
  const borders = (selector: string, side: string) =>
    page
      .locator(selector)
      .evaluateAll((all, name) => all.map((one) => getComputedStyle(one).getPropertyValue(name)), side)
  const [here, ...others] = await borders(".top nav a", "border-block-end-color")
  expect(others.length).toBeGreaterThan(1)
  expect(others).not.toContain(here)
  // No line is seen at the other edge, nor beside the other cases.
  expect(new Set(await borders(".top nav a", "border-block-start-color"))).toEqual(new Set(others))
  expect(new Set(await borders(".q button:not([aria-current])", "border-inline-start-color"))).toEqual(new Set(others))
  await closeAlone(page)
})

test("review: a newer revision after the review, what stood before, and a report that is in no figure", async () => {
  const page = await show("review", revisedAnswers())
  await page.getByText("A newer revision arrived after this review.").waitFor()
  await page.getByText("Earlier revision", { exact: true }).click()
  expect(await axeFindings(page, WIDTHS)).toEqual([])
})

test("review: the sheet of keys, a conflict, a relay that is away, no case, and whoever is no lead", async () => {
  const sheet = await show("review", queueAnswers(0))
  await sheet.getByRole("table").waitFor()
  await sheet.keyboard.press("?")
  await sheet.getByRole("heading", { name: "Keys", level: 1 }).waitFor()
  expect(await axeFindings(sheet, WIDTHS)).toEqual([])

  const stands = {
    version: 1,
    done: true,
    verdict: "send" as const,
    reasons: ["tone" as const],
    note: "What the other lead wrote of it.",
    by: "Bert",
    at: "2026-11-20T10:00:00Z"
  }
  const conflict = await show("review", {
    ...queueAnswers(0),
    "PUT /v1/review/cases/:id": { ok: false, code: "review-changed", problem: { review: stands } }
  })
  await conflict.getByRole("table").waitFor()
  await conflict.keyboard.press("3")
  await conflict.keyboard.press("Control+Enter")
  await conflict.getByRole("button", { name: "Keep theirs" }).waitFor()
  expect(await axeFindings(conflict, WIDTHS)).toEqual([])

  const away = await show("review", {
    ...queueAnswers(0),
    "PUT /v1/review/cases/:id": { ok: false, code: "relay-unreachable" }
  })
  await away.getByRole("table").waitFor()
  await away.keyboard.press("3")
  await away.keyboard.press("Control+Enter")
  await away.getByText("Not saved.").waitFor()
  expect(await axeFindings(away, WIDTHS)).toEqual([])

  const none = await show("review", noCases())
  await none.getByText("No cases yet").waitFor()
  expect(await axeFindings(none, WIDTHS)).toEqual([])

  const gate = await show("review", notSignedIn())
  await gate.getByRole("textbox", { name: "Pairing code" }).waitFor()
  expect(await axeFindings(gate, WIDTHS)).toEqual([])
})

test.each(Object.entries(figureStates))("figures, %s, and each chart as a table", async (_, value) => {
  const page = await show("figures", figureAnswers(value))
  await page.getByRole("heading", { name: /^All figures by/ }).waitFor()
  const tables = await show("figures", figureAnswers(value))
  await tables.getByRole("heading", { name: /^All figures by/ }).waitFor()
  for (const button of await tables.getByRole("button", { name: "Show as table" }).all()) await button.click()
  expect(await axeFindings(page, WIDTHS)).toEqual([])
  expect(await axeFindings(tables, WIDTHS)).toEqual([])
})

test("knowledge: findings, one being settled, settled ones, nothing to mend, and a relay that is away", async () => {
  const page = await show("knowledge", knowledgeAnswers(report))
  await page.getByRole("button", { name: "Settle", exact: true }).first().click()
  await page.getByRole("textbox", { name: "Note (optional)" }).waitFor()
  expect(await axeFindings(page, WIDTHS)).toEqual([])
  const settled = await show("knowledge", knowledgeAnswers(report))
  await settled.getByRole("button", { name: "Settled (1)" }).click()
  await settled.getByRole("button", { name: "Reopen" }).waitFor()
  for (const button of await settled.getByRole("button", { name: "Show as table" }).all()) await button.click()
  expect(await axeFindings(settled, [640])).toEqual([])
  const none = await show("knowledge", knowledgeAnswers(empty))
  await none.getByText("Nothing to fix.").waitFor()
  expect(await axeFindings(none, [640])).toEqual([])
  const away = await show("knowledge", {
    ...knowledgeAnswers(report),
    "GET /v1/knowledge/report": { ok: false, code: "relay-unreachable" }
  })
  await away.getByRole("button", { name: "Try again" }).waitFor()
  expect(await axeFindings(away, [640])).toEqual([])
})

test("nothing scrolls sideways with text twice as large", async () => {
  for (const [file, answers] of [
    ["review", queueAnswers(0)],
    ["figures", figureAnswers(twelveWeeks(new URLSearchParams()))],
    ["knowledge", knowledgeAnswers(report)]
  ] as const) {
    const page = await show(file, answers)
    await page
      .getByRole(file === "review" ? "table" : "figure")
      .first()
      .waitFor()
    for (const width of [1280, 900]) {
      await page.setViewportSize({ width, height: 800 })
      await page.evaluate(
        () =>
          new Promise<void>((drawn) => {
            document.documentElement.style.fontSize = "200%"
            requestAnimationFrame(() => requestAnimationFrame(() => drawn()))
          })
      )
      expect(await wide(page), `${file} at ${width} px`).toEqual([])
    }
    await closeAlone(page)
  }
})

import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { contested } from "../../ui/lead/case-work.ts"
import { cases, queueAnswers, type LeadAnswers } from "../../ui/lead/lead-states.ts"
import { said } from "../../ui/help/page-values.ts"
import { REVIEW } from "../../ui/own/own-review.ts"
import { axeFindings, axeFindingsSoFar } from "../help/axe.ts"
import { openBuilt } from "../help/built.ts"
import { openAlone } from "../help/panel-page.ts"

/** Contested scores on the built pages of leads and of agents in real Chromium: axe finds nothing, keys are enough. */
let opened: Awaited<ReturnType<typeof openBuilt>>
beforeAll(async () => {
  opened = await openBuilt({ width: 1280, height: 1400 })
})
afterAll(() => opened.close())

const WIDTHS = [1280, 640]
const show = (file: string, answers: LeadAnswers): Promise<Page> =>
  openAlone(opened.context, `chrome-extension://${opened.id}/tabs/${file}.html`, { answers })
const agent = { id: "00000000-0000-4000-8000-00000000c001", name: "Tom", role: "agent" as const, groups: [] }
const dispute = { criterion: "correct", name: "", score: "yes" as const, state: "kept" as const, by: null }
const own = {
  ...said("page-status", { address: "http://127.0.0.1:8787", person: agent }),
  ...said("GET /v1/own/reviews", {
    reviews: [
      REVIEW,
      {
        ...REVIEW,
        ...{ caseId: "00000000-0000-4000-8000-00000000d002", ticketId: "4002" },
        disputes: [
          {
            ...{ ...dispute, reason: "It was on the page.", sentence: "The page is right, the total isn’t." },
            ...{ at: REVIEW.at, decidedAt: REVIEW.at }
          }
        ]
      }
    ]
  }),
  ...said("POST /v1/own/reviews/:id/disputes", { disputes: [] })
}

test("review: a contested score", async () => {
  const [first] = cases
  if (!first) throw new Error("no case to show")
  const there = contested({ ...first, agent: "Tom" })
  const page = await show("review", { ...queueAnswers(0), ...said("GET /v1/review/cases/:id", there) })
  await page.getByRole("region", { name: "Contested scores" }).waitFor()
  expect(await axeFindings(page, WIDTHS)).toEqual([])
})

test("an agent contests a score by keys alone", async () => {
  const page = await show("feedback", own)
  await page.getByRole("heading", { level: 1, name: "What leads said of your replies" }).waitFor()
  expect(await axeFindingsSoFar(page, WIDTHS)).toEqual([])
  const button = page.getByRole("button", { name: "Contest Tone" }).first()
  while (!(await button.evaluate((one) => one === document.activeElement))) await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await page.keyboard.type("They wanted it short.")
  expect(await axeFindingsSoFar(page, WIDTHS)).toEqual([])
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await page.getByRole("textbox").waitFor({ state: "detached" })
})

import { join } from "node:path"
import type { Page } from "playwright-core"
import { pair } from "../../demo/tour/browser.ts"
import { fillMonth } from "../../demo/month/fill.ts"
import { pictureBesideEachOther } from "./beside-each-other.ts"
import { startErringModel } from "./erring-model.ts"
import { importFaultyPages } from "./faulty-pages.ts"
import { insertDraft, openFirstDraft } from "./first-draft.ts"
import { openSample, READY, type Sample } from "./open-sample.ts"

const PANEL = { width: 400, height: 760 }
const WIDE = { width: 1280, height: 880 }
/** So large that its file stays small. */
const BESIDE = { width: 760, height: 690 }
const REVIEW = { width: 1180, height: 580 }

/** Takes a picture of a page under a name. */
type Take = (page: Page, name: string) => Promise<void>

/**
 * Takes the pictures of the README anew, all of this build: the sample's tickets without a model, one letter of a model
 * that errs on purpose, and a month of made-up replies for leads.
 * @param build the folder of the built extension
 * @param program the browser
 * @param folder gets the pictures; what is there under their names is replaced
 * @returns the names of the pictures
 */
export async function takeDocumentPictures(build: string, program: string, folder: string): Promise<string[]> {
  const names: string[] = []
  const take: Take = async (page, name) => {
    await page.bringToFront()
    // Without what is still moving, such as a button that is just being enabled.
    await page.screenshot({ path: join(folder, name), animations: "disabled" })
    names.push(name)
  }
  const model = await startErringModel()
  try {
    await within(await openSample(build, program), async (sample) => {
      await agentPictures(sample, take, folder)
      names.push("beside.png")
    })
    await within(await openSample(build, program, model.settings), (sample) => marksPicture(sample, take))
    await within(await openSample(build, program), (sample) => leadPictures(sample, take))
    return names.sort()
  } finally {
    await model.close()
  }
}

async function within(sample: Sample, work: (sample: Sample) => Promise<void>): Promise<void> {
  try {
    await work(sample)
  } finally {
    await sample.close()
  }
}

async function agentPictures(sample: Sample, take: Take, folder: string): Promise<void> {
  const { opened } = sample
  const { ticket, panel } = await openFirstDraft(sample, PANEL)
  await ticket.setViewportSize(BESIDE)
  await panel.setViewportSize({ ...PANEL, height: BESIDE.height })
  const canvas = await opened.context.newPage()
  await canvas.setViewportSize({ width: BESIDE.width + PANEL.width, height: BESIDE.height })
  await pictureBesideEachOther(canvas, [ticket, panel], join(folder, "beside.png"))
  await canvas.close()
  await panel.setViewportSize(PANEL)
  await panel.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" })
  await take(panel, "dark.png")
  await panel.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" })
  await panel.getByRole("button", { name: "More" }).click()
  await panel.getByRole("button", { name: "What the model saw" }).click()
  await panel.getByRole("group", { name: "Text as sent", exact: true }).first().waitFor(READY)
  await take(panel, "saw.png")
  await panel.keyboard.press("Escape")

  await panel.getByRole("button", { name: "Ask" }).click()
  const search = panel.getByRole("region", { name: "Search the knowledge" }).getByRole("searchbox")
  await search.fill("can Maya Lindgren collect it at a pick-up point")
  await search.press("Enter")
  await panel.getByText("Sent as:").waitFor(READY)
  await panel.getByRole("region", { name: "Search the knowledge" }).evaluate((region) => region.scrollIntoView())
  await take(panel, "sources.png")
  await panel.getByRole("button", { name: "Close" }).click()

  await panel.getByRole("textbox", { name: "search number" }).first().fill("NS-204177")
  await insertDraft(panel, ticket)
  await ticket.setViewportSize({ width: 1200, height: 800 })
  await ticket.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await take(ticket, "inserted.png")

  const unanswered = await sample.ticket("1010")
  await panel.getByText("No draft:").first().waitFor(READY)
  await panel.getByRole("button", { name: "Change" }).waitFor(READY)
  await take(panel, "refused.png")
  await unanswered.bringToFront()
  const popup = await opened.page("popup.html")
  await popup.setViewportSize({ width: 320, height: 600 })
  await popup.getByRole("button", { name: "Sign out" }).waitFor(READY)
  await take(popup, "popup.png")
}

async function marksPicture(sample: Sample, take: Take): Promise<void> {
  const { panel } = await openFirstDraft(sample, PANEL)
  await panel.getByText("needs approval").first().waitFor(READY)
  await take(panel, "marks.png")
}

async function leadPictures({ relay, opened }: Sample, take: Take): Promise<void> {
  await fillMonth(relay.db, new Date())
  await importFaultyPages(relay.db)
  await pair(opened, await relay.pair("lead", "Anna"), relay.url)
  const review = await opened.page("tabs/review.html")
  await review.setViewportSize(REVIEW)
  await review
    .getByRole("button", { name: "Edited" })
    .or(review.getByRole("radio", { name: "Edited" }))
    .first()
    .click()
  await review.getByRole("table").waitFor(READY)
  await review
    .getByRole("button", { name: /promise/ })
    .first()
    .click()
  await review.getByText("needs approval").first().waitFor(READY)
  await take(review, "review.png")
  const figures = await opened.page("tabs/figures.html")
  await figures.setViewportSize({ ...WIDE, height: 975 })
  await figures
    .getByText(/Half of the used drafts/)
    .first()
    .waitFor(READY)
  await take(figures, "figures.png")
  const knowledge = await opened.page("tabs/knowledge.html")
  await knowledge.setViewportSize({ ...WIDE, height: 980 })
  await knowledge.getByRole("region", { name: /^Contradictions/ }).waitFor(READY)
  await take(knowledge, "knowledge.png")
}

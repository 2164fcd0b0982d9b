import { mkdirSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { pictureBesideEachOther } from "../pictures/beside-each-other.ts"
import { insertDraft, openFirstDraft } from "../pictures/first-draft.ts"
import { openSample, READY } from "../pictures/open-sample.ts"

/** What the Chrome Web Store and Edge Add-ons take, in pixels. addons.mozilla.org takes any size. */
const WHOLE = { width: 1280, height: 800 }
/** The tile by which the Chrome Web Store shows an extension among others. It takes none without. */
const TILE = { width: 440, height: 280 }
const PANEL = { width: 420, height: WHOLE.height }
const HELPDESK = { width: WHOLE.width - PANEL.width, height: WHOLE.height }

/**
 * Takes the pictures of the stores' listings: the sample helpdesk with the panel beside it, drafted without a model,
 * and the tile of the Chrome Web Store.
 * @param build the folder of the built extension
 * @param program the browser
 * @param folder gets the pictures; what is there under their names is replaced
 * @returns the names of the pictures
 */
export async function takeStorePictures(build: string, program: string, folder: string): Promise<string[]> {
  const sample = await openSample(build, program)
  try {
    mkdirSync(folder, { recursive: true })
    const { ticket, panel } = await openFirstDraft(sample, PANEL)
    await ticket.setViewportSize(HELPDESK)
    const canvas = await sample.opened.context.newPage()
    await canvas.setViewportSize(WHOLE)
    const names: string[] = []
    for (const [name, prepare] of STEPS) {
      await prepare(panel, ticket)
      await pictureBesideEachOther(canvas, [ticket, panel], join(folder, name))
      names.push(name)
    }
    await canvas.setViewportSize(TILE)
    await drawTile(canvas, build, join(folder, TILE_NAME))
    return [...names, TILE_NAME]
  } finally {
    await sample.close()
  }
}

/** The name of each picture, and what is done before it is taken. */
const STEPS: readonly (readonly [name: string, prepare: (panel: Page, ticket: Page) => Promise<void>])[] = [
  ["1-draft.png", async () => undefined],
  ["2-inserted.png", insertDraft],
  [
    "3-what-the-model-saw.png",
    async (panel, ticket) => {
      await ticket.evaluate(() => scrollTo(0, 0))
      await panel.bringToFront()
      await panel.getByRole("button", { name: "More" }).click()
      await panel.getByRole("button", { name: "What the model saw" }).click()
      await panel.getByRole("group", { name: "Text as sent", exact: true }).first().waitFor(READY)
    }
  ]
]

const TILE_NAME = "tile.png"

/** Draws the icon, the name and what it is for, in the colours of the panel (`src/ui/kit/tokens.css`). */
async function drawTile(canvas: Page, build: string, file: string): Promise<void> {
  const [icon = ""] = readdirSync(build).filter((name) => name.startsWith("icon128."))
  const data = readFileSync(join(build, icon)).toString("base64")
  await canvas.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-content:center;justify-items:center;gap:12px;
      background:#f3f5f3;color:#151b18;font:600 30px/1.2 system-ui,sans-serif">
      <img src="data:image/png;base64,${data}" alt="" width="96" height="96">Replywright
      <span style="font-size:17px;font-weight:400">Checked drafts in your own helpdesk</span></body>`
  )
  await canvas.bringToFront()
  await canvas.screenshot({ path: file })
}

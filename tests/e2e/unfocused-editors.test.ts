import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { browserProgram } from "../../demo/browser/find.ts"
import { editorNames } from "../composers/editor-names.ts"
import { built } from "./help/built.ts"
import { serveEditorLab } from "./help/editor-lab.ts"
import { missingForHeadful, openHeadful, type Headful, type Target } from "./help/headful.ts"
import { focusSidePanel, openSidePanel } from "./help/side-panel.ts"
import { everySecond } from "./help/soak.ts"

const DRAFT = "Hello Maya,\n\nwe found it.\n\nTom"
const STANDING = { own: ["My own words."], blank: true, signature: ["Dana"] }
/** They take over no selection without the focus: nothing is written but at their own caret. */
const STAYS_AT_ITS_CARET = ["CodeMirror 6"]
const missing = missingForHeadful()

/**
 * An agent clicks in the side panel, so the page that takes the draft has no focus: only a browser with a window
 * behaves so.
 */
describe.skipIf(missing)(
  missing ? `editors without the focus, skipped: ${missing} is not installed` : "editors without the focus",
  () => {
    let browser: Headful
    let lab: Awaited<ReturnType<typeof serveEditorLab>>
    let panel: Target
    let page: Target
    beforeAll(async () => {
      lab = await serveEditorLab()
      browser = await openHeadful(browserProgram(), built)
      panel = await openSidePanel(browser)
      page = await browser.open(lab.url)
      await page.evaluate(
        "document.documentElement.dataset.lab || new Promise((resolve) => { globalThis.ready = resolve })"
      )
      await page.front()
      expect(await page.evaluate("names()")).toEqual(editorNames)
    })
    afterAll(async () => {
      await browser?.close()
      await lab?.close()
    })

    // Each editor in one of the two ways, in the soak in both.
    test.each(everySecond(editorNames, 1))(
      "%s, never clicked: at its own place, and one Ctrl+Z takes it back",
      async (name) => {
        await show(name)
        const stood = await page.evaluate("model()")
        await focusSidePanel(browser, panel, page)
        await page.evaluate(`insert(${JSON.stringify(DRAFT)}, "own-place")`)
        if (STAYS_AT_ITS_CARET.includes(name)) return expect(await page.evaluate("model()")).toBe(stood)
        expect(await page.evaluate("lines()")).toMatch(new RegExp(`^My own words\\.\\n\\n${DRAFT}\\n\\n`))
        expect(await page.evaluate("document.hasFocus()")).toBe(false)
        await click()
        browser.screen("key", "ctrl+z")
        await expect.poll(() => page.evaluate("model()")).toBe(stood)
      }
    )

    test.each(everySecond(editorNames, 0))("%s, at the place that the agent clicked and left", async (name) => {
      await show(name)
      await click()
      await expect
        .poll(
          () => {
            // A busy page may take the click for later than the keys, and put the caret where it was clicked.
            browser.screen("key", "ctrl+Home", "Right", "Right")
            return page.evaluate(
              "new Promise(requestAnimationFrame).then(() => editable().selectionStart ?? (editable().contentDocument ?? document).getSelection().focusOffset)"
            )
          },
          { interval: 500 }
        )
        .toBe(2)
      const stood = await page.evaluate("model()")
      await focusSidePanel(browser, panel, page)
      await page.evaluate(`insert(" very", "caret")`)
      expect(plain(await page.evaluate("read()"))).toMatch(/^My very own words\./)
      expect(await page.evaluate("document.hasFocus()")).toBe(false)
      await click()
      browser.screen("key", "ctrl+z")
      await expect.poll(() => page.evaluate("model()")).toBe(stood)
    })

    const plain = (text: string) => text.replaceAll("\u00a0", " ")

    test.each(STAYS_AT_ITS_CARET)("%s, empty and never clicked: the draft goes in", async (name) => {
      await page.evaluate(`show(${JSON.stringify(name)}, {})`)
      await focusSidePanel(browser, panel, page)
      await page.evaluate(`insert(${JSON.stringify(DRAFT)}, "own-place")`)
      expect(await page.evaluate("lines()")).toBe(DRAFT)
    })

    async function show(name: string): Promise<void> {
      await page.evaluate(`show(${JSON.stringify(name)}, ${JSON.stringify(STANDING)})`)
    }

    /** A person's click into the editor's first line. */
    async function click(): Promise<void> {
      await page.evaluate(`editable().scrollIntoView({ block: "center" })`)
      const place =
        "(({ left, top }) => [left + 40, top + 24 + screenY + outerHeight - innerHeight])(editable().getBoundingClientRect())"
      const [x = 0, y = 0] = await page.evaluate<number[]>(place)
      browser.screen("mousemove", x, y, "click", 1)
      await expect.poll(() => page.evaluate("document.hasFocus()")).toBe(true)
    }
  }
)

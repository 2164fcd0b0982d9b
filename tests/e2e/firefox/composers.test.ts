import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { launch, type Browser, type KeyInput, type Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { build } from "vite"
import { viteLexicon } from "../../../demo/lexicon.ts"
import { editorNames } from "../../composers/editor-names.ts"
import { root } from "../../house/files.ts"
import { firefoxProgram } from "../help/firefox.ts"
import { serveEditorLab } from "../help/editor-lab.ts"
import { everySecond } from "../help/soak.ts"

const DRAFT = "Hello Maya,\n\nwe found it.\n\nTom"
const STANDING = { own: ["My own words."], blank: true, signature: ["Dana"] }
const program = firefoxProgram()

/** The composers as a content script of Firefox, where what one world makes the other may not look into. */
describe.skipIf(!program)(program ? "Firefox" : "Firefox, skipped: it is not installed", () => {
  const folder = mkdtempSync(join(tmpdir(), "replywright-firefox-"))
  let browser: Browser
  let lab: Awaited<ReturnType<typeof serveEditorLab>>
  let page: Page
  beforeAll(async () => {
    lab = await serveEditorLab()
    await build({
      root,
      configFile: false,
      logLevel: "error",
      publicDir: false,
      plugins: [viteLexicon],
      build: {
        outDir: folder,
        emptyOutDir: false,
        lib: {
          entry: join(root, "tests/e2e/help/firefox-page.ts"),
          formats: ["iife"],
          name: "lab",
          fileName: () => "content.js"
        }
      }
    })
    writeFileSync(
      join(folder, "manifest.json"),
      JSON.stringify({
        manifest_version: 2,
        name: "Composers",
        version: "1",
        browser_specific_settings: { gecko: { id: "composers@test" } },
        content_scripts: [{ matches: ["http://127.0.0.1/*"], js: ["content.js"] }]
      })
    )
    browser = await launch({
      browser: "firefox",
      executablePath: program,
      headless: true,
      userDataDir: mkdtempSync(join(folder, "profile-")),
      env: { ...process.env, HOME: folder }
    })
    await browser.installExtension(folder)
    page = await browser.newPage()
    await page.goto(lab.url)
    await page.evaluate(
      "document.documentElement.dataset.lab || new Promise((resolve) => { globalThis.ready = resolve })"
    )
    expect(await page.evaluate("names()")).toEqual(editorNames)
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  test.each(editorNames)("%s: at its own place, and one Ctrl+Z takes it back", async (name) => {
    await show(name)
    const stood = await tell("model")
    await ask({ text: DRAFT })
    expect(await tell("lines")).toMatch(new RegExp(`^My own words\\.\\n\\n${DRAFT}\\n\\n`))
    await undo()
    expect(await tell("model")).toBe(stood)
  })

  // Each editor in one of the other two ways, in the soak in both.
  test.each(everySecond(editorNames, 0))("%s: words are replaced, and one Ctrl+Z brings them back", async (name) => {
    await show(name)
    const [stood, read] = [await tell("model"), await tell("read")]
    expect(plain(await ask({ text: "first words", words: "own words" }))).toBe(
      plain(read).replace("own words", "first words")
    )
    expect(plain(await tell("lines"))).toContain("My first words.")
    await undo()
    expect(await tell("model")).toBe(stood)
  })

  // Slate in Firefox may be one key behind the caret (docs/composers/slate.md).
  test.each(everySecond(editorNames, 1).filter((name) => name !== "Slate"))(
    "%s: at the caret that the agent set",
    async (name) => {
      await show(name)
      await page.evaluate("focusEditor()")
      await press("Control", "Home")
      await page.keyboard.press("ArrowRight")
      await page.keyboard.press("ArrowRight")
      await settled()
      const stood = await tell("model")
      expect(plain(await ask({ text: " very", at: "caret" }))).toMatch(/^My very own words\./)
      await undo()
      expect(await tell("model")).toBe(stood)
    }
  )

  const plain = (text: string) => text.replaceAll("\u00a0", " ")
  const tell = (what: "model" | "lines" | "read") => page.evaluate(`${what}()`).then(String)

  async function show(name: string): Promise<void> {
    await page.evaluate(`show(${JSON.stringify(name)}, ${JSON.stringify(STANDING)})`)
  }

  /** Asks the content script, and resolves with what it read afterwards. */
  async function ask(what: { text: string; at?: string; words?: string }): Promise<string> {
    return String(
      await page.evaluate(`new Promise((resolve) => {
      mark()
      addEventListener("lab-answer", ({ detail }) => resolve(detail), { once: true })
      dispatchEvent(new CustomEvent("lab-ask", { detail: ${JSON.stringify(JSON.stringify(what))} }))
    })`)
    )
  }

  /** An editor learns where the caret is after the browser has moved it. */
  const settled = () => page.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(done), 200))")
  const undo = () => press("Control", "z")

  async function press(held: KeyInput, key: KeyInput): Promise<void> {
    await page.keyboard.down(held)
    await page.keyboard.press(key)
    await page.keyboard.up(held)
  }
})

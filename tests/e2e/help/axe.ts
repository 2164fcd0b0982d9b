import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { AxeResults, RunOptions } from "axe-core"
import type { Page } from "playwright-core"

/**
 * What axe has against the page in both themes, what it threw since it was opened, and what runs over its side in these
 * widths; then closes it. Axe looks at one of the widths, by turns; in the soak at each.
 */
export async function axeFindings(page: Page, widths: number[]): Promise<string[]> {
  await page.locator("h1").waitFor()
  const found = await axeFindingsSoFar(page, widths)
  await page.close()
  return found
}

/**
 * The same of a page that stays open for more: axe is put into it once, and is quick from the second time on. What was
 * thrown is told once.
 */
export async function axeFindingsSoFar(page: Page, widths: number[]): Promise<string[]> {
  const found: string[] = []
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe)
  const turn = pages++ % widths.length
  for (const [at, width] of widths.entries()) {
    await page.setViewportSize({ width, height: 900 })
    found.push(...(await wide(page)))
    if (at !== turn && !SOAK) continue
    // Within a width: another theme costs less than another width.
    for (const [theme, runOnly] of THEMES) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" })
      const { violations } = await page.evaluate(
        (given) =>
          (window as unknown as { axe: { run(on: Document, how: typeof given): Promise<AxeResults> } }).axe.run(
            document,
            given
          ),
        { runOnly, resultTypes: ["violations"] }
      )
      found.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${theme} ${width}: ${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`)
        )
      )
    }
  }
  found.push(...(await page.pageErrors()).map(String))
  await page.clearPageErrors()
  return found
}

/** Elements that run over the page's side, once what follows a change of size has been drawn. */
export async function wide(page: Page): Promise<string[]> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("main, .bar, .head, .top, .box, .queue, .score, .mid")]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.tagName} ${element.className}: ${element.scrollWidth} > ${element.clientWidth}`)
  )
}

const SOAK = Boolean(process.env["REPLYWRIGHT_SOAK"])
let pages = 0
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
/** With the rules that are asked there: of the second theme those of colours, since it changes nothing else. */
const THEMES: ["light" | "dark", NonNullable<RunOptions["runOnly"]>][] = [
  ["light", ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]],
  ["dark", { type: "rule", values: ["color-contrast", "link-in-text-block"] }]
]

import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { AxeResults, RunOptions } from "axe-core"
import type { Locator, Page } from "playwright-core"
import { expect } from "vitest"
import { closeAlone } from "./panel-page.ts"
import { SOAK } from "./soak.ts"

/**
 * What axe has against the page, what it threw since it was opened, and what runs over its side; then leaves it. Of the
 * widths, the narrowest is looked at by itself for what runs over, and one by turns by axe, too, in a theme by turns;
 * in the soak each of them is, in both themes.
 *
 * @param part is what axe looks at where another test looks at the whole page; in the soak it is always the whole
 */
export async function axeFindings(page: Page, widths: number[], part?: Locator): Promise<string[]> {
  await page.locator("h1").waitFor()
  const found = await axeFindingsSoFar(page, widths, part)
  await closeAlone(page)
  return found
}

/**
 * The same of a page that stays open for more: axe is put into it once, and is quick from the second time on. What was
 * thrown is told once.
 */
export async function axeFindingsSoFar(page: Page, widths: number[], part?: Locator): Promise<string[]> {
  const found: string[] = []
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe)
  const turn = nextTurn()
  const ofTurn = {
    width: widths[turn % widths.length],
    theme: THEMES[Math.floor(turn / widths.length) % THEMES.length] ?? THEMES[0]
  }
  const narrowest = Math.min(...widths)
  for (const width of widths) {
    const isLookedAt = SOAK || width === ofTurn.width
    if (!isLookedAt && width !== narrowest) continue
    await page.setViewportSize({ width, height: 900 })
    found.push(...(await wide(page)), ...(await tall(page)))
    if (!isLookedAt) continue
    // Within a width: another theme costs less than another width.
    for (const [at, colorScheme] of (SOAK ? THEMES : [ofTurn.theme]).entries()) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
      await endTransitions(page)
      const violations = await violationsOf(page, at === 0 ? RULES : OF_COLOURS, part)
      found.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${colorScheme} ${width}: ${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`)
        )
      )
    }
  }
  found.push(...(await page.pageErrors()).map(String))
  await page.clearPageErrors()
  return found
}

async function violationsOf(
  page: Page,
  runOnly: RunOptions["runOnly"],
  part?: Locator
): Promise<AxeResults["violations"]> {
  return page.evaluate(
    async ({ context, how }) => {
      const { axe } = window as unknown as { axe: { run(on: Node, by: typeof how): Promise<AxeResults> } }
      return (await axe.run(context ?? document, how)).violations
    },
    {
      context: SOAK ? undefined : await part?.elementHandle(),
      // No page has sound, which is what axe loads files for.
      how: { runOnly, resultTypes: ["violations"], preload: SOAK }
    }
  )
}

/** A colour that is on its way from one theme to the other, as below the mouse, is none of a theme's. */
async function endTransitions(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish()
  })
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

/**
 * A page that scrolls as a whole where only a part of it should: its head and its buttons would leave the window. What
 * is hidden but for screen readers is enough for that, where it is positioned by the page and not by that part.
 */
async function tall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll(".panel > main, .review > *")]
    // Where there is no room for three columns, the page of reviews scrolls as a whole.
    const scrollsAlone = parts.length > 0 && parts.every((part) => getComputedStyle(part).overflowY === "auto")
    const { scrollHeight, clientHeight } = document.documentElement
    return scrollsAlone && scrollHeight > clientHeight ? [`the page scrolls: ${scrollHeight} > ${clientHeight}`] : []
  })
}

/** How often each test file has looked: other files in the same process change nothing of what is looked at. */
const turns = new Map<string, number>()
function nextTurn(): number {
  const { testPath = "" } = expect.getState()
  const turn = turns.get(testPath) ?? 0
  turns.set(testPath, turn + 1)
  return turn
}
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const THEMES = ["light", "dark"] as const
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
/** The rules that are asked of the second theme, since it changes nothing else. */
const OF_COLOURS: RunOptions["runOnly"] = { type: "rule", values: ["color-contrast", "link-in-text-block"] }

import type { Page } from "playwright-core"

/**
 * Returns what doesn't fit: elements that reach out of the window, and what is wider than its own box, be it shown,
 * cut or scrolled to. Code, drawings and tables scroll sideways, and a title may end in an ellipsis.
 */
export async function overflowing(page: Page): Promise<string[]> {
  // The marks in a letter are larger for a finger than they look.
  await page.addStyleTag({ content: "*::after { display: none !important }" })
  return page.evaluate(() => {
    const SLACK = 1
    const isScrolled = (element: Element) =>
      element.closest("pre, .flow, .wide-table, input, textarea, select") !== null
    const isHidden = (element: Element) => element.closest(".sr, [hidden], svg, option") !== null
    const fault = (element: Element, why: string) =>
      `${why}: ${element.tagName} ${element.className} ${(element.textContent ?? "").trim().slice(0, 60)}`
    return [...document.body.querySelectorAll("*")].flatMap((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      if (width === 0 || isHidden(element)) return []
      const outside = left < -SLACK || right > document.documentElement.clientWidth + SLACK
      if (outside && !isScrolled(element)) return [fault(element, "out of the window")]
      const { display, overflowX, textOverflow } = getComputedStyle(element)
      const tooWide = display !== "inline" && element.scrollWidth > element.clientWidth + SLACK
      // A part of a card may reach to the card's edge on purpose: only text, and what is cut or scrolled, is looked at.
      const holds = overflowX !== "visible" || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE)
      if (!tooWide || !holds || isScrolled(element)) return []
      const mayEnd = textOverflow === "ellipsis" && !element.matches("button, label")
      return mayEnd ? [] : [fault(element, "over its box")]
    })
  })
}

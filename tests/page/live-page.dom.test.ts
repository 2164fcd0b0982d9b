import { afterEach, expect, test, vi } from "vitest"
import { livePage } from "../../src/page/live-page.ts"

const root = document.documentElement
const { lang } = root
afterEach(() => {
  vi.unstubAllGlobals()
  root.lang = lang
  root.removeAttribute("class")
  document.querySelector("#said")?.remove()
})
class NavigationTiming {
  type: NavigationTimingType
  constructor(type: NavigationTimingType) {
    this.type = type
  }
}
/** The page was loaded so long ago, in that way. */
const loaded = (ms: number, type: NavigationTimingType = "navigate") => {
  vi.stubGlobal("PerformanceNavigationTiming", NavigationTiming)
  vi.stubGlobal("performance", { now: () => ms, getEntriesByType: () => [new NavigationTiming(type)] })
}

test("a page has just loaded for ten seconds, unless somebody went back to it", () => {
  loaded(2000)
  expect(livePage.hasJustLoaded).toBe(true)
  loaded(2000, "reload")
  expect(livePage.hasJustLoaded).toBe(true)
  loaded(2000, "back_forward")
  expect(livePage.hasJustLoaded).toBe(false)
  loaded(10_000)
  expect(livePage.hasJustLoaded).toBe(false)
})

test.each([
  ["Chrome marks as translated", () => root.classList.add("translated-ltr")],
  [
    "Edge has translated a part of",
    () => document.body.insertAdjacentHTML("beforeend", '<p id="said" _msttexthash="7">')
  ],
  ["Firefox or Safari has translated", () => (root.lang = "pt-BR")]
])("a page that %s isn't what the helpdesk has sent", (_how, translate) => {
  loaded(2000)
  translate()
  expect(livePage.hasJustLoaded).toBe(false)
})

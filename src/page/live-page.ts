import type { Page } from "../helpdesks/contract/adapter.ts"

/** The helpdesk has answered even earlier than this long ago, because loading counts. */
const JUST_LOADED_MS = 10_000

/** What Chrome and Edge leave in a page that they translate. Firefox and Safari change its language. */
const TRANSLATED = ".translated-ltr, .translated-rtl, [_msttexthash]"
const { lang: firstLanguage } = document.documentElement

let address = new URL(location.href)

/** The page that this script runs in. */
export const livePage: Page = {
  document,
  /** It is asked for with each change of the page, so it is only read anew when it has changed. */
  get url() {
    if (address.href !== location.href) address = new URL(location.href)
    return address
  },
  fetch: (input, init) => fetch(input, init),
  /** Going back may show an older answer, and a translation isn't what the helpdesk has sent. */
  get hasJustLoaded() {
    const [loading] = performance.getEntriesByType("navigation")
    return (
      performance.now() < JUST_LOADED_MS &&
      loading instanceof PerformanceNavigationTiming &&
      loading.type !== "back_forward" &&
      document.documentElement.lang === firstLanguage &&
      document.querySelector(TRANSLATED) === null
    )
  }
}

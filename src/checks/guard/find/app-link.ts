import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { spansOf } from "./request/asking.ts"
import { SCHEMES } from "../words/names.ts"

/**
 * Finds links that open another program, a download or a payment, such as `skype:name?call` and `magnet:?xt=...`, and
 * that neither ticket nor sources contain literally. Numbers and addresses behind `tel:` and `mailto:` have finders of
 * their own.
 */
export function findAppLinks(text: string, given: Given): Found[] {
  return spansOf(APP_LINK, text)
    .filter(({ start, end }) => {
      const link = text.slice(start, end)
      return !given.text.includes(link) && !isKnownNumber(link, given)
    })
    .map((span) => ({ kind: "link", ...span }))
}

/** A text message to a number that was given is fine. */
const isKnownNumber = (link: string, given: Given) =>
  /^(?:sms|smsto):\+?[\d-]{4,20}$/i.test(link) && given.holds(link.replace(/^\w+:\+?/, ""))

/** Matches a scheme that opens a program, or any scheme with a query right behind it. */
const APP_LINK = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}+./:-])(?:(?:${SCHEMES.join("|")}):(?=[^\\s:]{3})|[a-z][a-z0-9+.-]{1,20}:\\?(?=[a-z]{1,20}=))` +
    "[^\\s<>\"'「」『』（）、。]{1,2000}(?<![.,;:!?)\\]])",
  "giu"
)

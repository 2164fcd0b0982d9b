/** Codes that pages and browsers write otherwise than the word lists. */
const SAME: Readonly<Record<string, string>> = { nb: "no", nn: "no", iw: "he", in: "id", fil: "tl" }

/**
 * Returns a page's language as browsers know it: its tag and its beginning, each "en" when the page names none.
 * @param language as pages write it, also in ways that no browser knows, such as "en_US.UTF-8"
 */
export function tagsOf(language: string): [whole: string, base: string] {
  const [whole = "en", base = "en"] = /^([a-z]{2,3})(?:[-_][a-z]{2})?(?![a-z])/i.exec(language) ?? []
  return [whole.replace("_", "-"), base.toLowerCase()]
}

/** Returns the tag of a page's language that browsers know. */
export const knownTag = (language: string): string => tagsOf(language)[0]

/** Returns the code by which the word lists know a page's language. */
export function baseLanguage(language: string): string {
  const [, base] = tagsOf(language)
  return SAME[base] ?? base
}

import { LANGUAGES } from "../../../text/languages.ts"
import { isPublicPage } from "../corpus/corpus.ts"
import { findingDocument, type Finder } from "../corpus/finding.ts"
import { translationGroups } from "../translations/translation-groups.ts"

/**
 * Finds pages that are translated, but not into a language in which the team's customers write. A page that says the
 * same in that language counts, whatever it is called.
 */
export const missingLanguages: Finder = {
  kind: "missing-language",
  async find({ docs, byId, drafts }, { signal }) {
    const asked = new Map<string, number>()
    for (const { language } of drafts) if (language !== null) asked.set(language, (asked.get(language) ?? 0) + 1)
    const wanted = [...asked]
      .filter(
        ([language, tickets]) =>
          tickets >= LEAST && tickets >= SHARE * drafts.length && LANGUAGES.some((one) => one === language)
      )
      .sort((a, b) => b[1] - a[1])
    if (wanted.length === 0) return []
    const groups = await translationGroups(docs.filter(isPublicPage), signal)
    return groups.flatMap((group) => {
      const pages = group.flatMap(({ id }) => byId.get(id) ?? [])
      const there = new Set(pages.map(({ language }) => language))
      const missing = wanted.filter(([language]) => !there.has(language))
      const [first] = pages
      if (!first || there.size < 2 || missing.length === 0) return []
      const names = missing.map(
        ([language, tickets]) => `${nameOf(language)} (${tickets.toLocaleString("en")} tickets lately)`
      )
      return {
        about: missing
          .map(([language]) => language)
          .sort()
          .join(" "),
        documents: pages.map((page) => findingDocument(page, page.title)),
        says: `“${first.title}” stands in ${[...there].map((language) => nameOf(language ?? "")).join(", ")}, and not in ${names.join(", ")}.`,
        fix: `Translate it into ${missing.map(([language]) => nameOf(language)).join(" and ")}.`
      }
    })
  }
}

/** A language counts as one of the team's from this number and this share of tickets on. */
const LEAST = 3
const SHARE = 0.02

const NAMES = new Intl.DisplayNames("en", { type: "language" })
const nameOf = (language: string) => (language === "" ? "an unknown language" : (NAMES.of(language) ?? language))

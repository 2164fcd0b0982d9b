import { LANGUAGES } from "../../../text/languages.ts"
import { isPublicPage, type CorpusDocument } from "../corpus/corpus.ts"
import { findingDocument, type Finder } from "../corpus/finding.ts"
import { canonicalAddress } from "../links/canonical-address.ts"

/** Finds pages that are translated, but not into a language in which the team's customers write. */
export const missingLanguages: Finder = {
  kind: "missing-language",
  find({ docs, drafts }) {
    const asked = new Map<string, number>()
    for (const { language } of drafts) if (language !== null) asked.set(language, (asked.get(language) ?? 0) + 1)
    const wanted = [...asked]
      .filter(
        ([language, tickets]) =>
          tickets >= LEAST && tickets >= SHARE * drafts.length && LANGUAGES.some((one) => one === language)
      )
      .sort((a, b) => b[1] - a[1])
    return translations(docs.filter(isPublicPage)).flatMap((pages) => {
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

/** Groups pages that are translations of each other. Their ids or addresses differ only in the language. */
function translations(docs: CorpusDocument[]): CorpusDocument[][] {
  const groups = new Map<string, CorpusDocument[]>()
  for (const doc of docs) {
    const key = keyOf(doc)
    if (key === undefined) continue
    const known = groups.get(key)
    if (known) known.push(doc)
    else groups.set(key, [doc])
  }
  return [...groups.values()]
}

function keyOf(doc: CorpusDocument): string | undefined {
  const tags = [doc.locale.toLowerCase(), ...(doc.language ? [doc.language] : [])].map((tag) =>
    tag.replace(/[^a-z]/g, "[-_]")
  )
  const tag = new RegExp(`(?<=^|[/._-])(?:${tags.join("|")})(?=$|[/._-])`)
  for (const name of [doc.id.toLowerCase(), ...(doc.url ? [canonicalAddress(doc.url)] : [])]) {
    if (tag.test(name)) return `${doc.collection} ${name.replace(tag, "*")}`
  }
  return undefined
}

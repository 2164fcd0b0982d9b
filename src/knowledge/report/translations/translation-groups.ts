import { languageOfLocale } from "../../../text/languages.ts"
import type { CorpusDocument } from "../corpus/corpus.ts"
import { forEachYielding } from "../../../runtime/event-loop.ts"
import { canonicalAddress } from "../corpus/canonical-address.ts"
import { codesIn } from "../../../search/codes/codes.ts"
import { facts, type FactKind } from "../../../text/facts.ts"

/** What of a page tells whether another one is its translation. */
export type TranslatablePage = Pick<
  CorpusDocument,
  "id" | "collection" | "title" | "locale" | "language" | "url" | "passages"
>

/**
 * Groups pages that say the same in several languages: those whose ids or addresses differ only in the language, as the
 * importers name translations, and those with the same figures, codes and links, whatever they are called.
 */
export async function translationGroups(
  docs: readonly TranslatablePage[],
  signal: AbortSignal
): Promise<TranslatablePage[][]> {
  const groups = new Groups(docs)
  const firstOfName = new Map<string, TranslatablePage>()
  for (const doc of docs) {
    const key = nameWithoutLanguage(doc)
    if (key === undefined) continue
    const first = firstOfName.get(key)
    if (first) groups.join(first, doc)
    else firstOfName.set(key, doc)
  }
  const nearest = await nearestPages(docs, signal)
  for (const [doc, near] of nearest)
    for (const other of near.values()) if (nearest.get(other)?.get(doc.language ?? "") === doc) groups.join(doc, other)
  return groups.all()
}

/** Pages that were joined, one by one, to groups. */
class Groups {
  readonly #of: Map<TranslatablePage, TranslatablePage[]>

  constructor(docs: readonly TranslatablePage[]) {
    this.#of = new Map(docs.map((doc) => [doc, [doc]]))
  }

  join(one: TranslatablePage, other: TranslatablePage): void {
    const [into, from] = [this.#of.get(one), this.#of.get(other)]
    if (!into || !from || into === from) return
    into.push(...from)
    for (const doc of from) this.#of.set(doc, into)
  }

  all(): TranslatablePage[][] {
    return [...new Set(this.#of.values())]
  }
}

/** For each page, the page of each other language that is most like it, if it is like it at all. */
async function nearestPages(
  docs: readonly TranslatablePage[],
  signal: AbortSignal
): Promise<Map<TranslatablePage, Map<string, TranslatablePage>>> {
  const pages: FactPage[] = []
  await forEachYielding(docs, signal, (doc) => {
    if (doc.language !== null) pages.push({ doc, facts: languageFreeFacts(doc) })
  })
  const index = new FactIndex(pages)
  const nearest = new Map<TranslatablePage, Map<string, TranslatablePage>>()
  await forEachYielding(pages, signal, (page) => {
    const best = new Map<string, { doc: TranslatablePage; likeness: number }>()
    for (const { doc, likeness } of index.like(page)) {
      const language = doc.language ?? ""
      if (likeness > (best.get(language)?.likeness ?? 0)) best.set(language, { doc, likeness })
    }
    nearest.set(page.doc, new Map([...best].map(([language, { doc }]) => [language, doc])))
  })
  return nearest
}

interface FactPage {
  doc: TranslatablePage
  facts: Set<string>
}

/** Finds the pages that share facts with one. A fact weighs more the fewer pages have it. */
class FactIndex {
  readonly #pages = new Map<string, FactPage[]>()
  readonly #lengths = new Map<FactPage, number>()
  readonly #count: number

  constructor(pages: FactPage[]) {
    this.#count = pages.length
    for (const page of pages)
      for (const fact of page.facts) {
        const there = this.#pages.get(fact)
        if (there) there.push(page)
        else this.#pages.set(fact, [page])
      }
    for (const page of pages) this.#lengths.set(page, Math.sqrt(sum([...page.facts].map((fact) => this.#weight(fact)))))
  }

  /** Returns the pages of other languages that are like this one, by the cosine of their weighed facts. */
  like(page: FactPage): { doc: TranslatablePage; likeness: number }[] {
    const shared = new Map<FactPage, { weight: number; facts: number }>()
    for (const fact of page.facts) {
      const pages = this.#pages.get(fact) ?? []
      // A fact of very many pages says little of each, and following it would take long.
      if (pages.length > MAX_PAGES) continue
      for (const other of pages) {
        if (other.doc.language === page.doc.language) continue
        const { weight, facts } = shared.get(other) ?? { weight: 0, facts: 0 }
        shared.set(other, { weight: weight + this.#weight(fact), facts: facts + 1 })
      }
    }
    const length = this.#lengths.get(page) ?? 1
    return [...shared].flatMap(([other, { weight, facts }]) => {
      const likeness = weight / (length * (this.#lengths.get(other) ?? 1))
      return facts >= LEAST_FACTS && likeness >= LEAST_LIKENESS ? [{ doc: other.doc, likeness }] : []
    })
  }

  #weight = (fact: string) => Math.log(1 + this.#count / (this.#pages.get(fact)?.length ?? 1)) ** 2
}

/** Two pages that share less than this may share it by chance. */
const LEAST_FACTS = 2
const LEAST_LIKENESS = 0.2
const MAX_PAGES = 300

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

/** Returns the id or the address without its language, if it has one. */
function nameWithoutLanguage(doc: TranslatablePage): string | undefined {
  const tags = [doc.locale.toLowerCase(), ...(doc.language ? [doc.language] : [])].map((tag) =>
    tag.replace(/[^a-z]/g, "[-_]")
  )
  const tag = new RegExp(`(?<=^|[/._-])(?:${tags.join("|")})(?=$|[/._-])`)
  for (const name of [doc.id.toLowerCase(), ...(doc.url ? [canonicalAddress(doc.url)] : [])]) {
    if (tag.test(name)) return `${doc.collection} ${name.replace(tag, "*")}`
  }
  return undefined
}

/**
 * Returns what a page says that is the same in every language: figures with their units, dates, links, codes and
 * abbreviations.
 */
function languageFreeFacts(doc: TranslatablePage): Set<string> {
  const text = [doc.title, ...doc.passages.flatMap((passage) => [...passage.headings, passage.text])].join("\n")
  const language = languageOfLocale(doc.locale)
  const figures = facts(text, language)
    .filter(
      ({ kind, unit, value }) => KINDS.has(kind) && !(kind === "number" && unit === "" && Number(value) < COUNTED)
    )
    .map(({ kind, unit, value }) => `${kind} ${unit} ${value}`)
  const codes = codesIn(text, language).map(({ plain }) => `code ${plain}`)
  const abbreviations = (text.match(ABBREVIATION) ?? []).map((word) => `word ${word}`)
  return new Set([...figures, ...codes, ...abbreviations])
}

const KINDS: ReadonlySet<FactKind> = new Set([
  "number",
  "money",
  "percent",
  "duration",
  "date",
  "weekday",
  "time",
  "link",
  "email",
  "code"
])
/** Smaller numbers without a unit are mostly those of a list. */
const COUNTED = 11
/** Matches "LED" and "PayPal", which stay as they are in a translation. */
const ABBREVIATION = /(?<![\p{L}\p{N}])(?:[A-Z]{2,}|[A-Z][a-z]+[A-Z][A-Za-z]*)(?![\p{L}\p{N}])/gu

import { contentWords, words } from "../../../text/words/words.ts"
import type { CorpusDocument } from "../corpus/corpus.ts"
import { forEachYielding } from "../../../runtime/event-loop.ts"

/**
 * Returns whether two pages are about different things. "Delivery to Austria" and "Delivery to Japan" may well differ.
 */
export class PageTopics {
  readonly #known = new Map<string, PageTopic>()
  readonly #stems = new Map<string, string | undefined>()
  /** The stems of each passage of long pages. */
  readonly #passages = new Map<Passage, Set<string>>()

  /** Reads a long page in steps, because it takes a while. It must be read before it is compared. */
  async read(doc: CorpusDocument, signal: AbortSignal): Promise<void> {
    if (doc.passages.length <= LONG) return
    const scope = empty()
    this.#take(scope, doc.title, doc.language)
    await forEachYielding(doc.passages, signal, (passage) => {
      for (const text of [...passage.headings, passage.text]) this.#take(scope, text, doc.language)
      this.#passages.set(
        passage,
        new Set(contentWords([doc.title, ...passage.headings, passage.text].join("\n"), doc.language))
      )
    })
    this.#known.set(doc.id, scope)
  }

  /**
   * Returns the passages of a long page that may contain a near copy of a sentence with these words, or one half as
   * similar. Checking all passages would take long.
   */
  passages({ passages }: CorpusDocument, sentence: readonly string[]): Passage[] {
    const least = Math.max(2, Math.floor(LIKE * Math.min(sentence.length, 31)) + 1)
    return passages.filter((passage) => {
      const stems = this.#passages.get(passage)
      return !stems || sentence.filter((word) => stems.has(word)).length >= least
    })
  }

  /** Compares the products, the titles and the headings right above. */
  apart(one: StatementPlace, other: StatementPlace): boolean {
    if (one.doc.product && other.doc.product && one.doc.product !== other.doc.product) return true
    if (this.#titlesApart(one.doc, one.doc.title, other.doc, other.doc.title)) return true
    const [mine, theirs] = [one.headings.at(-1), other.headings.at(-1)]
    return mine !== undefined && theirs !== undefined && this.#titlesApart(one.doc, mine, other.doc, theirs)
  }

  /**
   * Returns whether a word that only one sentence has narrows what is said. It does if the other page contains the word
   * too, or if it is a name.
   */
  narrows(word: string, from: CorpusDocument, other: CorpusDocument): boolean {
    return this.#of(other).stems.has(word) || isName(this.#of(from), word)
  }

  #titlesApart(a: CorpusDocument, titleA: string, b: CorpusDocument, titleB: string): boolean {
    const [mine, theirs] = [stemsOf(titleA, a), stemsOf(titleB, b)]
    const [ownA, ownB] = [minus(mine, theirs), minus(theirs, mine)]
    if (ownA.length === 0 && ownB.length === 0) return false
    if (ownA.some((word) => this.#isName(word, a)) || ownB.some((word) => this.#isName(word, b))) return true
    // "Return policy" and "Warranty policy" share one word and differ in another.
    if (ownA.length > 0 && ownB.length > 0) return ownA.length < mine.size
    return ownA.some((word) => this.#of(b).stems.has(word)) || ownB.some((word) => this.#of(a).stems.has(word))
  }

  #stemOf(word: string, language: string | null): string | undefined {
    const key = `${language ?? ""} ${word}`
    const known = this.#stems.get(key)
    if (known !== undefined || this.#stems.has(key)) return known
    const [stem] = contentWords(word, language)
    this.#stems.set(key, stem)
    return stem
  }

  #isName = (word: string, doc: CorpusDocument): boolean => /\p{N}/u.test(word) || isName(this.#of(doc), word)

  #of(doc: CorpusDocument): PageTopic {
    const known = this.#known.get(doc.id)
    if (known) return known
    const scope = empty()
    for (const text of [doc.title, ...doc.passages.flatMap((passage) => [...passage.headings, passage.text])])
      this.#take(scope, text, doc.language)
    this.#known.set(doc.id, scope)
    return scope
  }

  #take({ stems, capital, lower }: PageTopic, text: string, language: string | null): void {
    for (const stem of contentWords(text, language)) stems.add(stem)
    for (const { text: word, start } of words(text)) {
      if (!/^\p{L}/u.test(word)) continue
      const stem = this.#stemOf(word, language)
      if (stem === undefined) continue
      if (!/^\p{Lu}/u.test(word)) lower.add(stem)
      else if (!/(?:^|[.!?:\n])\s*$/u.test(text.slice(Math.max(0, start - 3), start))) capital.add(stem)
    }
  }
}

type Passage = CorpusDocument["passages"][number]
/** A page with more passages is long. */
const LONG = 20
/**
 * Half of the share of words that makes a near copy (`checks/find-contradiction.ts`). At most 31 words are
 * compared.
 */
const LIKE = 0.3

interface StatementPlace {
  doc: CorpusDocument
  headings: string[]
}
interface PageTopic {
  stems: Set<string>
  /** The words that the page capitalises inside a sentence or title, and those that it doesn't. */
  capital: Set<string>
  lower: Set<string>
}
const empty = (): PageTopic => ({ stems: new Set(), capital: new Set(), lower: new Set() })
const isName = ({ capital, lower }: PageTopic, word: string) => capital.has(word) && !lower.has(word)

const stemsOf = (title: string, { language }: CorpusDocument) =>
  new Set([...contentWords(title, language), ...(title.match(/\p{N}+/gu) ?? [])])
const minus = (one: Set<string>, other: Set<string>) => [...one].filter((word) => !other.has(word))

import { facts } from "../text/facts.ts"
import type { Fact } from "../text/facts.ts"
import { languageOf } from "../text/language.ts"
import { LANGUAGES } from "../text/languages.ts"
import { sentences } from "../text/sentences.ts"
import { contentWords } from "../text/words.ts"
import type { Source, SourceKind } from "../ticket/draft.ts"
import type { MaskedTicket } from "../ticket/masked.ts"

/** One sentence that a draft may stand on. */
export interface Unit {
  /** Source number; 0 is the ticket. */
  n: number
  kind: SourceKind | "customer" | "agent"
  text: string
  words: Set<string>
  facts: Fact[]
  /** Units of one passage or message stand together; a window never crosses into the next. */
  group: number
  /** In another language than the draft: its words say nothing, its facts do. */
  foreign: boolean
}

export interface Match {
  unit: Unit
  /** Share of the sentence's words found in the unit, and in it with its neighbours; 0 to 1. */
  share: number
  around: number
  /** How many words are shared. */
  shared: number
  /** How many different words the sentence has. */
  words: number
}

/** What the sources and the ticket say, cut, read and indexed once. */
export class Evidence {
  readonly units: Unit[] = []
  readonly #places = new Map<string, number[]>()
  #group = 0
  readonly language: string | null

  constructor(ticket: MaskedTicket, sources: Source[], language: string | null) {
    this.language = language
    for (const source of sources) this.#add(source.n, source.kind, [source.title, ...source.headings].join(". "), source.passage, source.locale)
    const fields = Object.entries(ticket.fields ?? {}).map(([name, value]) => `${name}: ${value}`)
    this.#add(0, "agent", [ticket.subject, ...fields].join("\n"), "", ticket.locale)
    for (const message of ticket.messages) this.#add(0, message.role === "customer" ? "customer" : "agent", "", message.text, ticket.locale)
  }

  /** Units that share words with the sentence, best first; at most one a group. */
  matches(words: string[]): Match[] {
    const distinct = [...new Set(words)].slice(0, 31)
    if (distinct.length === 0) return []
    const masks = new Map<number, number>()
    for (const [bit, word] of distinct.entries()) {
      for (const at of this.#places.get(word) ?? []) masks.set(at, (masks.get(at) ?? 0) | (1 << bit))
    }
    const best = new Map<number, Match>()
    for (const [at, mask] of masks) {
      const unit = this.units[at]
      if (!unit) continue
      const beside = (other: number) => (this.units[other]?.group === unit.group ? (masks.get(other) ?? 0) : 0)
      const shared = ones(mask)
      const match = { unit, shared, words: distinct.length, share: shared / distinct.length, around: ones(mask | beside(at - 1) | beside(at + 1)) / distinct.length }
      const known = best.get(unit.group)
      if (!known || match.around + match.share > known.around + known.share) best.set(unit.group, match)
    }
    return [...best.values()].sort((a, b) => b.around + b.share - a.around - a.share)
  }

  #add(n: number, kind: Unit["kind"], head: string, text: string, locale: string | undefined): void {
    const group = this.#group++
    const language = locale?.slice(0, 2).toLowerCase() ?? (this.language ? languageOf(text || head, LANGUAGES).language : null)
    const foreign = language !== null && this.language !== null && language !== this.language
    const pieces = [...(head ? [head] : []), ...sentences(text, language).map((sentence) => sentence.text)]
    for (const piece of pieces) {
      const said = facts(piece, language)
      const words = new Set(matterOf(piece, said, this.language))
      for (const word of words) {
        const places = this.#places.get(word)
        if (places) places.push(this.units.length)
        else this.#places.set(word, [this.units.length])
      }
      this.units.push({ n, kind, text: piece, words, facts: said, group, foreign })
    }
  }
}

/** Stems of what a text is about, without its figures and their units: those are facts, and compared as such. */
export function matterOf(text: string, said: Fact[], language: string | null): string[] {
  let rest = text
  for (const { kind, start, end } of said) if (kind !== "name") rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end)
  return contentWords(rest, language)
}

function ones(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

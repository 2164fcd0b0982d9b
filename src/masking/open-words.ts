import type { FoundValue } from "./find/index.ts"
import type { MaskType } from "./basis/placeholder-table.ts"
import type { KnownPeople } from "./known/known-people.ts"

/**
 * The words that a ticket's messages keep. A subject of few words shows little of what they are, so a name that is found
 * there alone, of words that the messages have and keep, is none: "Hiya", "Anteilig", "Mala perdida". Nothing more is
 * given away by that. Who is known to be on the ticket stays masked.
 */
export class OpenWords {
  readonly #kept = new Set<string>()
  readonly #masked = new Set<string>()
  readonly #people: KnownPeople

  constructor(messages: readonly { text: string; found: readonly FoundValue[] }[], people: KnownPeople) {
    for (const { text, found } of messages)
      for (const { 0: word, index } of text.matchAll(WORD)) {
        const isMasked = found.some(({ start, end }) => start < index + word.length && index < end)
        const words = isMasked ? this.#masked : this.#kept
        words.add(word.toLowerCase())
      }
    this.#people = people
  }

  /** Returns what is found in a subject without names of words that the messages keep. */
  without(subject: string, found: readonly FoundValue[]): FoundValue[] {
    const known = this.#people.find(subject)
    const isOpen = ({ type, start, end }: FoundValue) =>
      NAMES.has(type) &&
      !known.some((span) => span.start < end && start < span.end) &&
      (subject.slice(start, end).match(WORD) ?? []).every((word) => this.#isOpen(word.toLowerCase()))
    return found.filter((one) => !isOpen(one))
  }

  #isOpen(word: string): boolean {
    return this.#kept.has(word) && !this.#masked.has(word)
  }
}

const WORD = /[\p{L}\p{M}]+/gu
const NAMES: ReadonlySet<MaskType> = new Set<MaskType>(["PERSON", "PLACE", "ORG"])

import type { Person } from "../ticket/ticket.ts"
import type { MaskType } from "./basis/placeholder-table.ts"
import type { FoundValue } from "./find/index.ts"
import { KnownPeople } from "./known/known-people.ts"

/** The messages of a ticket with what is found in them, and who is known to be on it. */
export interface SubjectContext {
  messages: readonly { text: string; found: readonly FoundValue[] }[]
  people: readonly Person[]
}

/**
 * Returns what is found in a subject without names of words that the messages have and keep: "Hiya", "Anteilig", "Mala
 * perdida". A subject of few words shows little of what they are, and nothing more is given away by that. Whoever is
 * known to be on the ticket stays masked.
 */
export function withoutOpenWords(
  subject: string,
  found: readonly FoundValue[],
  { messages, people }: SubjectContext
): FoundValue[] {
  const names = found.filter(({ type }) => NAMES.has(type))
  if (names.length === 0) return [...found]
  const wordsIn = ({ start, end }: FoundValue) =>
    (subject.slice(start, end).match(WORD) ?? []).map((word) => word.toLowerCase())
  const open = openAmong(new Set(names.flatMap(wordsIn)), messages)
  const peopleSpans = new KnownPeople(people).find(subject)
  const isOpen = (name: FoundValue) =>
    !peopleSpans.some(({ start, end }) => start < name.end && name.start < end) &&
    wordsIn(name).every((word) => open.has(word))
  return found.filter((one) => !names.includes(one) || !isOpen(one))
}

/** Returns those of the words, in lower case, that the messages have and that nothing found in them holds. */
function openAmong(words: ReadonlySet<string>, messages: SubjectContext["messages"]): ReadonlySet<string> {
  const open = new Set<string>()
  const masked = new Set<string>()
  for (const { text, found } of messages)
    for (const { 0: written, index } of text.matchAll(WORD)) {
      const word = written.toLowerCase()
      if (!words.has(word)) continue
      const isMasked = found.some(({ start, end }) => start < index + written.length && index < end)
      if (isMasked) masked.add(word)
      else open.add(word)
    }
  return new Set([...open].filter((word) => !masked.has(word)))
}

const WORD = /[\p{L}\p{M}]+/gu
const NAMES: ReadonlySet<MaskType> = new Set<MaskType>(["PERSON", "PLACE", "ORG"])

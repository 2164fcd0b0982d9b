import { STOP_WORDS } from "../../text/words/stop-words.ts"
import { words } from "../../text/words/words.ts"
import { stems } from "../words/stems.ts"
import { dialogueActOf, type DialogueAct } from "./acts/act-of.ts"

/**
 * Words are compared in three ways: by their stems, as they are written, and by groups of four letters, which match
 * across typing mistakes and compounds.
 */
export const FIELDS = ["stems", "words", "grams"] as const
export type Field = (typeof FIELDS)[number]

/** A text prepared for comparison: a turn of a thread, or a reply that might follow it. */
export interface AnalysedText extends Record<Field, WordCounts> {
  /** This counts all words, including stop words. */
  length: number
  act: DialogueAct
}
export interface WordCounts {
  times: ReadonlyMap<string, number>
  /** The sum of `times`. */
  length: number
}

/** Prepares a text once, so that it can be compared with any number of others. @param language ISO 639-1, or null */
export function analyseText(text: string, language: string | null): AnalysedText {
  const own = text.slice(0, CHARACTERS).replace(GAP, " ")
  const small = STOP_WORDS[language ?? "en"] ?? STOP_WORDS["en"]
  const all = words(own.normalize("NFKC").toLowerCase().replaceAll("’", "'")).map((word) => word.text)
  const telling = all.filter((word) => !small?.has(word) && !small?.has(word.replace(/'.*$/, "")))
  return {
    stems: counted(stems(own, language)),
    words: counted(telling),
    grams: counted(telling.flatMap(gramsOf)),
    length: all.length,
    act: dialogueActOf(own, language)
  }
}

const CHARACTERS = 6000
/** A macro's placeholder or an imported gap doesn't count as words of the reply. */
const GAP = /\[[^[\]\n]{1,60}\]/g
const GRAM = 4

function gramsOf(word: string): string[] {
  const whole = `_${word}_`
  return whole.length <= GRAM
    ? [whole]
    : Array.from({ length: whole.length - GRAM + 1 }, (_, at) => whole.slice(at, at + GRAM))
}

function counted(list: readonly string[]): WordCounts {
  const times = new Map<string, number>()
  for (const one of list) times.set(one, (times.get(one) ?? 0) + 1)
  return { times, length: list.length }
}

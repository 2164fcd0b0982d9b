import type { Sentence } from "../../../text/sentences.ts"
import { STOP_WORDS } from "../../../text/stop-words.ts"
import { words } from "../../../text/words.ts"
import type { Found } from "../finding.ts"
import type { Given } from "../given.ts"

/**
 * Sentences that tell what only an internal note tells, word for word or reworded: by the words that it shares with one sentence of a note
 * beyond those of ticket and sources. Figures and names weigh more than other words.
 */
export function internalFinder(given: Given, internal: string[]): (said: Sentence[]) => Found[] {
  if (internal.length === 0) return () => []
  const common = new Set(matter(given.text).map(({ key }) => key))
  const runs = new Set(internal.flatMap((note) => rowsOf(note)).filter((run) => !given.holds(run)))
  const notes = internal.map((note) => new Map(matter(note).filter(({ key }) => !common.has(key)).map(({ key, weight }) => [key, weight])))
  return (said) => said.flatMap(({ start, end, text }): Found[] => {
    const keys = new Set(matter(text).map(({ key }) => key))
    const told = notes.some((note) => {
      let weight = 0
      let shared = 0
      for (const key of keys) {
        const one = note.get(key)
        if (one === undefined) continue
        weight += one
        shared++
      }
      return shared >= LEAST_SHARED && weight >= LEAST_WEIGHT
    })
    return (told || rowsOf(text).some((run) => runs.has(run))) && !given.holds(text) ? [{ kind: "internal", start, end }] : []
  })
}

const LEAST_SHARED = 3
const LEAST_WEIGHT = 4

/** Every row of some words, small ones too. */
function rowsOf(text: string): string[] {
  const all = words(text).map((word) => word.text.toLowerCase())
  return all.slice(ROW - 1).map((_, at) => all.slice(at, at + ROW).join(" "))
}

const ROW = 7

/** The words that carry matter, with what each tells: a figure or a name 2, another word 1. Whatever the language. */
function matter(text: string): { key: string; weight: number }[] {
  const found: { key: string; weight: number }[] = []
  for (const { text: word, start } of words(text)) {
    if (/^\p{N}/u.test(word)) {
      if (word.length > 1) found.push({ key: word.replace(/^0+/, ""), weight: 2 })
      continue
    }
    const lower = word.toLowerCase().replace(/’/g, "'").replace(/^(?:[cdjlmnst]|qu)'(?=\p{L}{2})/u, "").replace(/'s$/, "")
    const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(lower)
    if (dense ? /^[\p{Script=Hiragana}ー]+$/u.test(lower) : lower.length < 3 || SMALL.has(lower)) continue
    const isName = /^\p{Lu}/u.test(word) && start > 0 && !/[.!?:\n]\s*$/u.test(text.slice(Math.max(0, start - 3), start))
    found.push({ key: dense ? lower : stemOf(lower), weight: isName || dense ? 1.5 : 1 })
  }
  return found
}

/** What stays of a word in all its forms, roughly, in any of the languages: no ending, at most six letters. */
function stemOf(word: string): string {
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "")
  const short = plain.replace(/(?:ations?|ments?|ungen|ung|ings?|ies|ied|ees?|eed|ed|es|er|en|em|e|s|t|y|n)$/, "")
  return (short.length >= 3 ? short : plain).slice(0, 6)
}

const SMALL: ReadonlySet<string> = new Set(Object.values(STOP_WORDS).flatMap((list) => [...list]))

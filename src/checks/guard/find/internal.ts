import { withoutAccents } from "../../../text/words/accents.ts"
import { sentences, type Sentence } from "../../../text/sentences.ts"
import { STOP_WORDS } from "../../../text/words/stop-words.ts"
import { words } from "../../../text/words/words.ts"
import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"

/**
 * Sentences that tell what only an internal note tells, word for word or reworded: by the words that one shares with a
 * sentence of a note beyond those of ticket and sources. Figures and names weigh more than other words.
 */
export function internalFinder(given: Given, internal: string[]): (said: Sentence[]) => Found[] {
  if (internal.length === 0) return () => []
  const common = new Set(matter(given.text).map(({ key }) => key))
  const runs = new Set(internal.flatMap(rowsOf).filter((run) => !given.holds(run)))
  const secrets = internal
    .flatMap((note) => sentences(note))
    .map(
      ({ text }) =>
        new Map(
          matter(text)
            .filter(({ key }) => !common.has(key))
            .map(({ key, weight }) => [key, weight])
        )
    )
  return (said) => {
    const keys = said.map(({ text }) => new Set(matter(text).map(({ key }) => key)))
    return said.flatMap(({ start, end, text }, at): Found[] => {
      const own = keys[at] ?? new Set()
      const told = rowsOf(text).some((run) => runs.has(run)) || secrets.some((secret) => tells(own, secret))
      return told && !given.holds(text) ? [{ kind: "internal", start, end }] : []
    })
  }
}

/** Two words may meet by chance; half of what a note says doesn't. */
function tells(keys: ReadonlySet<string>, secret: ReadonlyMap<string, number>): boolean {
  let whole = 0
  let weight = 0
  let shared = 0
  for (const [key, one] of secret) {
    whole += one
    if (!keys.has(key)) continue
    weight += one
    shared++
  }
  return (
    (shared >= 2 && weight >= 3 && weight >= whole / 2) ||
    (shared >= 3 && weight >= 3.5 && weight >= whole * 0.3) ||
    shared >= 5
  )
}

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
    const lower = word
      .toLowerCase()
      .replace(/’/g, "'")
      .replace(/^(?:[cdjlmnst]|qu)'(?=\p{L}{2})/u, "")
      .replace(/'s$/, "")
    const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(lower)
    if (dense ? /^[\p{Script=Hiragana}ー]+$/u.test(lower) : lower.length < 3 || SMALL.has(lower)) continue
    const isName =
      /^\p{Lu}/u.test(word) && start > 0 && !/[.!?:\n]\s*$/u.test(text.slice(Math.max(0, start - 3), start))
    found.push({ key: dense ? lower : stemOf(lower), weight: isName || dense ? 1.5 : 1 })
  }
  return found
}

/** What stays of a word in all its forms, roughly, in any of the languages: no ending, at most six letters. */
function stemOf(word: string): string {
  const plain = withoutAccents(word)
  const short = plain.replace(/(?:ations?|ments?|ungen|ung|ings?|ies|ied|ees?|eed|ed|es|er|en|em|e|s|t|y|n)$/, "")
  return (short.length >= 3 ? short : plain).slice(0, 6)
}

const SMALL: ReadonlySet<string> = new Set(Object.values(STOP_WORDS).flatMap((list) => [...list]))

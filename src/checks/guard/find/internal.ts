import { withoutAccents } from "../../../text/words/letters.ts"
import { sentences, type Sentence } from "../../../text/sentences.ts"
import { words, STOP_WORDS } from "../../../text/words/words.ts"
import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"

/**
 * Finds sentences that reveal what only an internal note contains, literally or reworded. It compares the words that a
 * sentence shares with a sentence of a note and that ticket and sources don't contain. Figures and names weigh more
 * than other words.
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
      const isCopied = rowsOf(text).some((run) => runs.has(run)) || secrets.some((secret) => tells(own, secret))
      return isCopied && !given.holds(text) ? [{ kind: "internal", start, end }] : []
    })
  }
}

/**
 * Says whether the shared words reveal the note. Two words may be shared by chance, but not half of what a note says.
 */
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

/** Returns every row of a few words, including small ones. */
function rowsOf(text: string): string[] {
  const all = words(text).map((word) => word.text.toLowerCase())
  return all.slice(ROW - 1).map((_, at) => all.slice(at, at + ROW).join(" "))
}

const ROW = 7

/** Returns the content words with their weights, in any language: a figure or a name weighs 2, another word 1. */
function matter(text: string): { key: string; weight: number }[] {
  const rows: { key: string; weight: number }[] = []
  for (const { text: word, start } of words(text)) {
    if (/^\p{N}/u.test(word)) {
      if (word.length > 1) rows.push({ key: word.replace(/^0+/, ""), weight: 2 })
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
    rows.push({ key: dense ? lower : stemOf(lower), weight: isName || dense ? 1.5 : 1 })
  }
  return rows
}

/** Returns roughly what all forms of a word share, in any of the languages: at most six letters, without its ending. */
function stemOf(word: string): string {
  const plain = withoutAccents(word)
  const short = plain.replace(/(?:ations?|ments?|ungen|ung|ings?|ies|ied|ees?|eed|ed|es|er|en|em|e|s|t|y|n)$/, "")
  return (short.length >= 3 ? short : plain).slice(0, 6)
}

const SMALL: ReadonlySet<string> = new Set(Object.values(STOP_WORDS).flatMap((list) => [...list]))

import { CLASS, NAME_LIKE } from "./knowledge.ts"
import type { Reading } from "./reading.ts"
import type { Token } from "./tokens.ts"

/**
 * Says whether the mark before the word ends a sentence, and is no full stop of an abbreviation: "in Görlitz. Der
 * Siena", but not "Av. das Mangueiras". In an address only a word that isn't part of a name begins a sentence.
 */
export function beginsSentence(reading: Reading, i: number): boolean {
  const { tokens, known, address } = reading
  const [before, token] = [tokens[i - 1], tokens[i]]
  if (!before || !token || !/^[.!?]\s/.test(token.gap) || isAbbreviation(reading, i - 1, before)) return false
  const { small, ordinary, classes } = known[i] ?? { small: 0, ordinary: 0, classes: 0 }
  return !address[i] || small > 0 || (ordinary > 0 && (classes & NAME_LIKE) === 0)
}

/** Says whether the full stop behind the word may belong to it. Names and words of a language have none. */
function isAbbreviation({ known }: Reading, i: number, { written }: Token): boolean {
  if (written.length < 3) return true
  const { ordinary, classes } = known[i] ?? { ordinary: 0, classes: 0 }
  if (classes & ABBREVIATED) return written.length <= LONGEST
  return written.length <= LONGEST && ordinary === 0 && (classes & (NAME_LIKE | CLASS.month)) === 0
}

const ABBREVIATED = CLASS.title | CLASS.street | CLASS.streetStart | CLASS.unit
const LONGEST = 5

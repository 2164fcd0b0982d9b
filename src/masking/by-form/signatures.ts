import { functionWordLanguages } from "../../text/language/function-words.ts"
import { CLASS } from "../names/knowledge.ts"
import type { Reading } from "../names/reading.ts"
import { isCapital, SHAPE } from "../names/tokens.ts"
import { OPENINGS, SIGN_OFFS } from "./form-words.ts"
import { PARTICLES } from "../names/name-cue-words.ts"

/**
 * Marks the words of signatures: what follows "groetjes" or "Med vänlig hälsning" in its line or in the next one, and a
 * last short line of words with capitals.
 */
export function signaturesIn(reading: Reading): Uint8Array {
  const { tokens } = reading
  const signed = new Uint8Array(tokens.length)
  const lines: { from: number; to: number }[] = []
  for (let i = 0; i < tokens.length; i++)
    if (tokens[i]?.begins === 2 && (i === 0 || tokens[i]?.gap.includes("\n")))
      lines.push({ from: i, to: tokens.length })
  for (const [n, line] of lines.entries()) line.to = lines[n + 1]?.from ?? tokens.length
  for (const [n, { from, to }] of lines.entries()) {
    const end = signOffEnd(reading, from, to)
    if (end > 0) {
      const next = lines[n + 1]
      if (end < to && isName(reading, end, to, isThanks(reading, end))) signed.fill(1, end, to)
      else if (end === to && next && isName(reading, next.from, next.to, false)) signed.fill(1, next.from, next.to)
    } else if (n > 0 && n >= lines.length - 2 && isWrittenAsName(reading, from, to)) signed.fill(1, from, to)
  }
  return signed
}

/** Returns the first word behind a sign-off that begins the line or ends it, or 0. */
function signOffEnd({ tokens }: Reading, from: number, to: number): number {
  for (let i = Math.min(to, from + 4) - 1; i >= from; i--) {
    const length = SIGN_OFFS.endingAt(tokens, i)
    if (length > 0 && i - length + 1 === from) return i + 1
  }
  for (let i = Math.max(from, to - MOST_WORDS - 1); i < to; i++) {
    const length = SIGN_OFFS.endingAt(tokens, i)
    const first = tokens[i - length + 1]
    if (length > 0 && first && first.begins > 0 && to - i - 1 <= MOST_WORDS) return i + 1
  }
  return 0
}

/** "Dank" and the like begin many sentences, so only a comma or a new line shows that a name follows. */
const isThanks = ({ tokens }: Reading, end: number) =>
  OPENINGS.endingAt(tokens, end - 1) > 0 && !/[,.!\n]/.test(tokens[end]?.gap ?? "")

/** Says whether the words may be a name: few, without a function word or a number. */
function isName(reading: Reading, from: number, to: number, onlyListed: boolean): boolean {
  const { tokens, known } = reading
  if (to - from > MOST_WORDS || to === from) return false
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (!token || token.shape >= SHAPE.ordinal) return false
    if (PARTICLES.has(token.low) && i > from) continue
    if (functionWordLanguages(token.low).length > 0 && !isCapital(token)) return false
    if (i > from && /[.!?]/.test(token.gap) && (tokens[i - 1]?.written.length ?? 0) > 4) return false
    const isNamed = ((known[i]?.classes ?? 0) & (CLASS.given | CLASS.family)) !== 0
    if (onlyListed && !isNamed) return false
  }
  return true
}

/** "Chiara B.", "Jan-Erik Bakken", "A. van der Meer". */
function isWrittenAsName(reading: Reading, from: number, to: number): boolean {
  const { tokens } = reading
  if (!isName(reading, from, to, false)) return false
  for (let i = from; i < to; i++) if (!isCapital(tokens[i]) && !PARTICLES.has(tokens[i]?.low ?? "")) return false
  return true
}

const MOST_WORDS = 4

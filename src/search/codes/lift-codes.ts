import { passagesOfLines } from "../postings/word-lines.ts"
import type { Candidate } from "../rank/rank.ts"
import type { Code } from "./codes-in.ts"
import { holdsCode } from "./holds-code.ts"

/**
 * Puts first what holds a code of the query: whoever writes "E-4012" asks about that and no other error, however much
 * the rest of the message is like another page. A code that many hold, such as the name of a form everything is about,
 * tells nothing and is left out.
 * @param ranked best first; scores stay between 0 and 1
 */
export function liftCodes<T extends { score: number; candidate: Candidate }>(ranked: T[], codes: Code[]): T[] {
  if (codes.length === 0) return ranked
  const read = ranked.map((one) => ({ one, passages: passagesOfLines(one.candidate.words) }))
  const held = codes
    .map((code) => new Set(read.filter(({ passages }) => holdsCode(passages, code)).map(({ one }) => one)))
    .filter(({ size }) => size > 0 && size <= FEW)
  if (held.length === 0) return ranked
  const holds = (one: T) => held.some((holders) => holders.has(one))
  return ranked
    .map((one) => ({ ...one, score: one.score / 2 + (holds(one) ? 0.5 : 0) }))
    .sort((a, b) => b.score - a.score)
}

/** Of the candidates. */
const FEW = 8

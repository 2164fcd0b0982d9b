import { languageOfLocale } from "../../text/languages.ts"
import { LISTED, type Knowledge } from "./knowledge.ts"
import type { Token } from "./tokens.ts"

/**
 * Returns the bit of LISTED for the language of a text, by its function words. The ticket's locale counts like two of
 * them. Returns 0 when another language's words or none occur.
 */
export function languageBit(tokens: readonly Token[], knowledge: Knowledge, locale?: string): number {
  const counts = new Float32Array(LISTED.length)
  const words = Math.min(tokens.length, MOST_LOOKED_AT)
  let small = 0
  for (let i = 0; i < words; i++) {
    const bits = knowledge.of(tokens[i]?.low ?? "").small
    if (!bits) continue
    small++
    // A word that two languages share counts less.
    const share = 1 / popCount(bits)
    for (let k = 0; k < LISTED.length; k++) if (bits & (1 << k)) counts[k] = (counts[k] ?? 0) + share
  }
  const told = LISTED.findIndex((language) => language === languageOfLocale(locale))
  if (told >= 0) counts[told] = (counts[told] ?? 0) + 2
  if (told < 0 && small < words * 0.08) return words < 8 && small === 0 ? 1 : 0
  const best = counts.indexOf(Math.max(...counts))
  return (counts[best] ?? 0) > 0 ? 1 << best : 1
}

const MOST_LOOKED_AT = 400

function popCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest; rest &= rest - 1) count++
  return count
}

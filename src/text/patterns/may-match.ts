import { lettersOf } from "./letters-of.ts"
import { requiredLetters, type RequiredLetters } from "./required-letters.ts"

/**
 * Says whether a pattern may match somewhere in a text: whether the text has the letters that each match contains. It
 * costs next to nothing, so that the many patterns of rare words are tried only where they have a chance.
 */
export function mayMatch(pattern: RegExp, text: string): boolean {
  let required = known.get(pattern)
  if (!required) known.set(pattern, (required = requiredLetters(pattern.source)))
  if (required.length === 0) return true
  const isIn = lettersOf(text)
  return required.every((strings) => strings.some(isIn))
}

const known = new WeakMap<RegExp, RequiredLetters>()

import { lettersOf } from "./letters-of.ts"
import { requiredLetters, type RequiredLetters } from "./required-letters.ts"

/**
 * Says whether a pattern may match somewhere in a text: whether the text has the letters that each match contains. It
 * costs next to nothing, so that the many patterns of rare words are tried only where they have a chance.
 */
export function mayMatch(pattern: RegExp, text: string): boolean {
  let required = requiredOf.get(pattern)
  if (!required) requiredOf.set(pattern, (required = requiredLetters(pattern.source)))
  return hasLetters(required, text)
}

/** Says whether a text likely has the letters that are required. */
export function hasLetters(required: RequiredLetters, text: string): boolean {
  if (required.length === 0) return true
  const isIn = lettersOf(text)
  return required.every((strings) => strings.some(isIn))
}

/**
 * Returns the matches of a pattern with the flag "g", which is tried only where it may match. Unlike `matchAll` it
 * doesn't compile the pattern anew.
 */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray, undefined> {
  if (!mayMatch(pattern, text)) return undefined
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    yield match
    if (match[0] === "") pattern.lastIndex++
  }
  return undefined
}

const requiredOf = new WeakMap<RegExp, RequiredLetters>()

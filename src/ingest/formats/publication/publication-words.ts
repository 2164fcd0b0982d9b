import { LISTS } from "replywright/lexicon/import"
import { wordsOf } from "../../../lexicon/lexicon.ts"
import { plainName } from "./plain-name.ts"

const wordsIn = (list: string): ReadonlySet<string> => new Set([...wordsOf(LISTS, list)].map(plainValue))

const PUBLISHED = wordsIn("published-states")
const UNPUBLISHED = wordsIn("unpublished-states")
const YES = wordsIn("yes")
const NO = wordsIn("no")

/** Returns whether a word for a state means published, or undefined if it isn't known. */
export function stateOf(value: string): boolean | undefined {
  const whole = stateOfWord(value)
  if (whole !== undefined) return whole
  // "Draft (v2)", "Approved & live": one part that isn't published counts for the whole.
  const parts = value.split(/[()[\],;&+/|]| [–—-] /).filter((part) => part.trim() !== "")
  if (parts.length < 2 || parts.length > 5) return undefined
  const states = parts.map(stateOfWord)
  return states.includes(false) ? false : states.every((state) => state === true) ? true : undefined
}

function stateOfWord(value: string): boolean | undefined {
  const word = plainValue(value)
  return UNPUBLISHED.has(word) ? false : PUBLISHED.has(word) ? true : undefined
}

/** Returns whether a cell says yes or no, or undefined if it says something else. */
export function answerOf(value: string): boolean | undefined {
  const word = plainValue(value)
  return YES.has(word) ? true : NO.has(word) ? false : undefined
}

/** A sign such as "✓" or "-" has no letters and stands for itself. */
function plainValue(value: string): string {
  return /^-\d/.test(value.trim()) ? value.trim() : plainName(value) || value.trim()
}

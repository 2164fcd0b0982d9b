import { diffArrays } from "diff/lib/diff/array.js"
import { isCourtesy } from "../../../checks/courtesy.ts"
import { patternsFor } from "../../../checks/evidence/patterns.ts"
import { changedFacts } from "../../../checks/rewrite/changed-facts.ts"
import { claimWords } from "../../../checks/claim-words/claim-words.ts"
import { hasPhrase } from "../../../checks/tone/phrases/phrases.ts"
import { escapeRegExp } from "../../../text/escape-reg-exp.ts"
import type { DiffRow } from "../../../text/reply-diff.ts"
import { withoutAccents } from "../../../text/words/letters.ts"
import { contentWords, words, type Word } from "../../../text/words/words.ts"
import { textOf } from "./row-text.ts"
import { letterDistance } from "../../../search/spelling/correct-query.ts"

/** Words that an agent put in the place of others, everywhere in a reply. */
export interface ReplacedWording {
  word: string
  text: string
  /** How often in this reply. */
  times: number
  /** The sentence of the reply in which it stands first, and its place there in UTF-16 units. */
  sentence: string
  start: number
}

/**
 * Returns the words of a draft that the agent replaced by others wherever they stood, in the order of the reply. A
 * sentence that says something else now (another figure, name, negation or condition) or that was written anew gives
 * none, nor does another spelling or ending of the same word.
 * @param language ISO 639-1 of both texts
 */
export function replacedWordings(rows: readonly DiffRow[], sent: string, language: string): ReplacedWording[] {
  const found = new Map<string, ReplacedWording>()
  for (const row of rows) {
    const [before, after] = [textOf(row.draft), textOf(row.sent)]
    if (row.kind !== "changed" || isCourtesy(before, language)) continue
    const isOther = changedFacts(before, after, language).some(({ kind }) => kind !== "wording" && kind !== "statement")
    if (isOther || periodsIn(before, language) !== periodsIn(after, language)) continue
    const replaced = replacedIn(before, after)
    // A sentence with more changes was worded anew.
    if (replaced.length > MAX_CHANGES) continue
    for (const { word, text, start, isBesideFigure } of replaced) {
      if (isBesideFigure || !isWording(word, text, language) || says(sent, word)) continue
      const key = `${word.toLowerCase()}\n${text.toLowerCase()}`
      const known = found.get(key)
      if (known) known.times++
      else found.set(key, { word, text, times: 1, sentence: after, start })
    }
  }
  // A word that became two different ones isn't replaced by either.
  return [...found.values()].filter(
    (one) => ![...found.values()].some((other) => other !== one && isSame(other.word, one.word))
  )
}

/** A stretch of words in the place of another, of which one may be "". */
interface Replaced {
  word: string
  text: string
  start: number
  /** A figure stands before or behind it, so it may be its unit. */
  isBesideFigure: boolean
}

/** Returns the stretches of words that differ, if most words of both sentences are the same. */
function replacedIn(before: string, after: string): Replaced[] {
  const [said, says] = [words(before), words(after)]
  const changes =
    diffArrays(
      said.map(({ text }) => text.toLowerCase()),
      says.map(({ text }) => text.toLowerCase())
    ) ?? []
  const same = changes.reduce((sum, { added, removed, count }) => (added || removed ? sum : sum + count), 0)
  if (same < ALIKE * Math.max(said.length, says.length)) return []
  const found: Replaced[] = []
  let [i, j] = [0, 0]
  for (let at = 0; at < changes.length; ) {
    const [gone, come] = [i, j]
    while (changes[at]?.added || changes[at]?.removed) {
      const { added = false, count = 0 } = changes[at] ?? {}
      if (added) j += count
      else i += count
      at++
    }
    const [own, other] = [said.slice(gone, i), says.slice(come, j)]
    if (own.length > 0 || other.length > 0)
      found.push({
        word: phraseOf(before, own),
        text: phraseOf(after, other),
        start: other[0]?.start ?? 0,
        isBesideFigure: [says[come - 1], says[j]].some((word) => /\p{N}/u.test(word?.text ?? ""))
      })
    const kept = changes[at]?.count ?? 0
    i += kept
    j += kept
    at++
  }
  return found
}

/** Says whether the words are others, and no other spelling, ending or small word. */
function isWording(word: string, text: string, language: string): boolean {
  if (![word, text].every((phrase) => PLAIN.test(phrase) && words(phrase).length <= MAX_WORDS)) return false
  if (claimsIn(word, language) !== claimsIn(text, language)) return false
  const [one, other] = [word, text].map((phrase) => withoutAccents(phrase.toLowerCase()))
  const [stems, others] = [word, text].map((phrase) => contentWords(phrase, language))
  if (one === undefined || other === undefined || !stems?.length || !others?.length) return false
  if (stems.join(" ") === others.join(" ")) return false
  return letterDistance(one, other) > Math.floor((Math.max(one.length, other.length) + 1) / SPELLING)
}

const phraseOf = (text: string, own: readonly Word[]) => text.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? 0)
/** The small words that decide what is claimed, by their kinds: "not", "can", "if". */
const claimsIn = (phrase: string, language: string) =>
  claimWords(phrase, language)
    .map(({ kind }) => kind)
    .sort()
    .join(" ")
/** By which periods something recurs: "every month". */
const periodsIn = (text: string, language: string) =>
  (patternsFor(language)?.periods ?? [])
    .flatMap(({ unit, pattern }) => (text.match(pattern) ?? []).map(() => unit))
    .sort()
    .join(" ")
const says = (text: string, word: string) => hasPhrase(escapeRegExp(word), text)
const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** Letters, and what joins words. A figure, a blank or a placeholder is no wording. */
const PLAIN = /^[\p{L}\p{M}’' -]+$/u
/** In words. */
const MAX_WORDS = 3
/** The share of the longer sentence's words that both have. */
const ALIKE = 0.6
const MAX_CHANGES = 2
/** One letter in so many may differ between two spellings. */
const SPELLING = 4

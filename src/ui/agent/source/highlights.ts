import { escapeRegExp } from "../../../text/escape-reg-exp.ts"
import { sentences } from "../../../text/sentences.ts"
import { contentWords, words } from "../../../text/words/words.ts"

/** A highlighted part of a passage. Offsets count UTF-16 units. */
export interface Highlight {
  start: number
  end: number
}

/**
 * Returns where the sought sentences are in a passage. A sentence is looked for word for word first. If it isn't there,
 * the sentence that shares most of its words is taken, as long as it shares at least two of them and a quarter of all.
 * The highlights are in order and don't overlap.
 */
export function findHighlights(passage: string, sought: string[], language?: string | null): Highlight[] {
  const read = sentences(passage, language).map(({ start, end, text }) => ({
    start,
    end,
    matter: matterOf(text, language)
  }))
  const found = sought
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= SHORTEST)
    .flatMap((sentence) => {
      const same = wordForWord(passage, sentence)
      return same.length > 0 ? same : nearest(matterOf(sentence, language), read)
    })
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, at, all) => !all.slice(0, at).some((before) => before.end > start))
}

/** Splits the passage at its highlights. Every second part is a highlight. */
export function splitAtHighlights(passage: string, pieces: Highlight[]): string[] {
  const cuts = [0, ...pieces.flatMap(({ start, end }) => [start, end]), passage.length]
  return cuts.slice(1).map((end, at) => passage.slice(cuts[at], end))
}

/** Finds the sentence with any white space between its words. */
function wordForWord(passage: string, sentence: string): Highlight[] {
  const same = new RegExp(sentence.split(/\s+/).map(escapeRegExp).join("\\s+"), "g")
  return [...passage.matchAll(same)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

function nearest(matter: Set<string>, read: (Highlight & { matter: Set<string> })[]): Highlight[] {
  const scored = read.map((one) => ({ one, shared: [...matter].filter((word) => one.matter.has(word)).length }))
  const best = scored.sort((a, b) => b.shared - a.shared || a.one.matter.size - b.one.matter.size)[0]
  if (!best || best.shared < SHARED || best.shared < matter.size * COVERED) return []
  return [{ start: best.one.start, end: best.one.end }]
}

/** Returns the stems of the words, and the numbers. */
function matterOf(text: string, language?: string | null): Set<string> {
  const figures = words(text).flatMap((word) => (/^\p{N}/u.test(word.text) ? [word.text] : []))
  return new Set([...contentWords(text, language), ...figures])
}

/** Characters: a sentence as short as "Yes." occurs in too many places. */
const SHORTEST = 8
const SHARED = 2
const COVERED = 0.25

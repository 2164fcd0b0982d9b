import { sentences } from "../../../text/sentences.ts"
import { BLANK, type Claim } from "../../../ticket/draft.ts"
import type { PlacedMark } from "../../../ticket/guard-marks.ts"

/** The text of a draft with its claims and blanks. Offsets count UTF-16 units in `text`. */
export interface DraftText {
  text: string
  claims: Claim[]
  /** Starts of sentences that the agent keeps as own words. */
  kept: number[]
  /** Blanks that the agent has filled. They stay fields until Insert. */
  fills: FilledBlank[]
}

export interface FilledBlank {
  start: number
  end: number
  name: string
}

/** A blank, open or filled. `ordinal` counts from the top and stays while it is being filled. */
export interface Blank extends FilledBlank {
  ordinal: number
  open: boolean
}

/**
 * Replaces `from`..`to` by `text`. What follows moves along. A sentence that was changed loses its claim, unless only a
 * blank in it was filled (`keepAround`).
 */
export function replaceRange(letter: DraftText, from: number, to: number, text: string, keepAround = false): DraftText {
  const moved = text.length - (to - from)
  const claims = letter.claims.flatMap((claim) => {
    if (claim.end <= from) return [claim]
    if (claim.start >= to) return [{ ...claim, start: claim.start + moved, end: claim.end + moved }]
    return keepAround && claim.start <= from && claim.end >= to ? [{ ...claim, end: claim.end + moved }] : []
  })
  const fills = letter.fills.flatMap((fill) => {
    if (fill.end <= from) return [fill]
    if (fill.start >= to) return [{ ...fill, start: fill.start + moved, end: fill.end + moved }]
    return []
  })
  const kept = letter.kept.map((start) => (start >= to ? start + moved : start))
  return { text: letter.text.slice(0, from) + text + letter.text.slice(to), claims, kept, fills }
}

/** Returns the draft with `text` in place of its own. The parts with which both begin and end keep their claims. */
export function replaceText(letter: DraftText, text: string): DraftText {
  const before = letter.text
  const shorter = Math.min(before.length, text.length)
  let head = 0
  while (head < shorter && before[head] === text[head]) head++
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail++
  return replaceRange(letter, head, before.length - tail, text.slice(head, text.length - tail))
}

/** Writes `value` into a blank; "" opens it again. */
export function fillBlank(letter: DraftText, blank: Blank, value: string): DraftText {
  const next = replaceRange(letter, blank.start, blank.end, value === "" ? `[[${blank.name}]]` : value, true)
  if (value === "") return next
  const fill = { name: blank.name, start: blank.start, end: blank.start + value.length }
  return { ...next, fills: [...next.fills, fill].sort((a, b) => a.start - b.start) }
}

/** Removes a sentence, with the white space that it leaves over. */
export function removeSentence(letter: DraftText, claim: Claim): DraftText {
  return withoutSpan(letter, claim.start, claim.end)
}

function withoutSpan(letter: DraftText, from: number, to: number): DraftText {
  const { text } = letter
  let start = from
  let end = to
  while (text[end] === " ") end++
  const lineBegins = start === 0 || text[start - 1] === "\n"
  if (!lineBegins && (end === text.length || text[end] === "\n")) while (text[start - 1] === " ") start--
  // A paragraph that is empty now is removed too.
  if (lineBegins && text[end] === "\n") while (text[end] === "\n") end++
  return replaceRange(letter, start, end, "")
}

/** Removes the sentences that contain the words. Of invisible characters, it removes only these. */
export function removeMarkedSentences(
  letter: DraftText,
  { mark, start, end }: PlacedMark,
  language: string | null
): DraftText {
  if (mark.kind === "hidden") return replaceRange(letter, start, end, "")
  const around = sentences(letter.text, language).filter((one) => one.start < end && one.end > start)
  return withoutSpan(letter, Math.min(start, around[0]?.start ?? start), Math.max(end, around.at(-1)?.end ?? end))
}

/** What the agent has typed into blanks, by their names. */
export function factsOf({ text, fills }: DraftText): Record<string, string> {
  return Object.fromEntries(
    fills.map(({ name, start, end }) => [name, text.slice(start, end).trim()]).filter(([, value]) => value !== "")
  )
}

/** All blanks from the top, open and filled. */
export function blanksOf({ text, fills }: DraftText): Blank[] {
  const open = [...text.matchAll(BLANK)]
    .map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      name: (found[1] ?? "").trim(),
      open: true
    }))
    .filter((blank) => !fills.some((fill) => blank.start < fill.end && fill.start < blank.end))
  return [...open, ...fills.map((fill) => ({ ...fill, open: false }))]
    .sort((a, b) => a.start - b.start)
    .map((blank, ordinal) => ({ ...blank, ordinal }))
}

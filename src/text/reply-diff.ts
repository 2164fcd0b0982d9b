import { diffArrays } from "diff/lib/diff/array.js"
import { sentences } from "./sentences.ts"
import { words } from "./words/words.ts"

export interface DiffPiece {
  kind: "same" | "removed" | "added"
  text: string
}

/** A row of the comparison. One side is empty if the other text has nothing that corresponds. */
export interface DiffRow {
  kind: "same" | "changed" | "removed" | "added"
  draft: DiffPiece[]
  sent: DiffPiece[]
}

/**
 * Compares a draft with the text that was sent. There is a row for each sentence, in reading order, and changed words
 * are marked inside a changed row. Every character of both texts is in a row, except white space between sentences,
 * which never counts as a difference.
 *
 * The time is bounded: two texts of 100,000 characters with nothing in common take some 200 ms. Rows become coarser
 * then. No words are marked once MARKING has passed, and sentences are merged if there are more than MOST.
 */
export function diffReplies(draft: string, sent: string, language?: string | null): DiffRow[] {
  const until = performance.now() + MARKING
  const left = unitsOf(draft, language)
  const right = unitsOf(sent, language)
  const rows: DiffRow[] = []
  for (const { from, to, since, till, same } of stretches(left, right)) {
    const [old, now] = [left.slice(from, to), right.slice(since, till)]
    if (same) rows.push(...old.map((unit, at) => sameRow(unit, now[at] ?? unit)))
    else rows.push(...paired(old, now).map(([a, b]) => rowOf(a, b, until)))
  }
  return rows
}

/** Changed words are marked for this many milliseconds. */
const MARKING = 100
/**
 * Sentences that stand in both texts are searched for this many milliseconds. After that, sentences are paired by
 * similarity alone.
 */
const ALIGNING = 40
/** Each side has at most this many sentences. */
const MOST = 1500
/**
 * In a long changed stretch, a sentence is found again if it moved by at most this many sentences in either direction.
 */
const BAND = 8
/** Two sentences that share less than this share of their words count as different sentences. */
const ALIKE = 0.35

/** A sentence with what follows it. A line that consists only of signs isn't a unit of its own. */
interface Unit {
  text: string
  key: string
  words?: Map<string, number>
  count: number
}

function unitsOf(text: string, language: string | null | undefined): Unit[] {
  const starts = sentences(text, language).map(({ start }) => start)
  const step = Math.ceil(starts.length / MOST) || 1
  const cuts = [0, ...starts.slice(1).filter((_, at) => (at + 1) % step === 0), text.length]
  return cuts.slice(1).flatMap((end, at) => {
    const piece = text.slice(cuts[at], end).trim()
    return piece === "" ? [] : [{ text: piece, key: keyOf(piece), count: 0 }]
  })
}

const keyOf = (text: string) => text.normalize("NFC").replace(/\s+/g, " ")

interface Stretch {
  from: number
  to: number
  since: number
  till: number
  same: boolean
}

/** Splits both texts into stretches that are the same or not. */
function stretches(left: Unit[], right: Unit[]): Stretch[] {
  const whole = { from: 0, to: left.length, since: 0, till: right.length, same: false }
  const parts: Stretch[] = []
  for (const { added, removed, count } of diffArrays(
    left.map(({ key }) => key),
    right.map(({ key }) => key),
    { timeout: ALIGNING }
  ) ?? []) {
    const before = parts.at(-1)
    const open = before && !before.same && (added || removed) ? before : begin(parts, !added && !removed)
    if (!added) open.to += count
    if (!removed) open.till += count
  }
  return parts.length === 0 ? [whole] : parts
}

function begin(found: Stretch[], same: boolean): Stretch {
  const { to, till } = found.at(-1) ?? { to: 0, till: 0 }
  const next = { from: to, to, since: till, till, same }
  found.push(next)
  return next
}

/** Pairs sentences in order so that the total similarity is highest. A sentence without a partner stands alone. */
function paired(old: Unit[], now: Unit[]): [Unit | undefined, Unit | undefined][] {
  if (old.length === 0 || now.length === 0)
    return [
      ...old.map((unit): [Unit, undefined] => [unit, undefined]),
      ...now.map((unit): [undefined, Unit] => [undefined, unit])
    ]
  return pairsIn(alignment(old, now), old, now)
}

/** How alike the rest of two texts can be from each pair of sentences on, and which of them are partners. */
interface Alignment {
  width: number
  best: Float32Array
  join: Uint8Array
}

function alignment(old: Unit[], now: Unit[]): Alignment {
  const width = now.length + 1
  const best = new Float32Array((old.length + 1) * width)
  const join = new Uint8Array(best.length)
  for (let i = old.length - 1; i >= 0; i--) {
    const middle = Math.round((i * now.length) / old.length)
    for (let j = now.length - 1; j >= 0; j--) {
      const at = i * width + j
      best[at] = Math.max(best[at + 1] ?? 0, best[at + width] ?? 0)
      if (Math.abs(j - middle) > BAND) continue
      const together = alike(old[i], now[j]) + (best[at + width + 1] ?? 0)
      if (together <= (best[at] ?? 0)) continue
      best[at] = together
      join[at] = 1
    }
  }
  return { width, best, join }
}

function pairsIn({ width, best, join }: Alignment, old: Unit[], now: Unit[]): [Unit | undefined, Unit | undefined][] {
  const pairs: [Unit | undefined, Unit | undefined][] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const at = i * width + j
    if (i < old.length && j < now.length && join[at]) pairs.push([old[i++], now[j++]])
    else if (i < old.length && (j === now.length || (best[at + width] ?? 0) >= (best[at + 1] ?? 0)))
      pairs.push([old[i++], undefined])
    else pairs.push([undefined, now[j++]])
  }
  return pairs
}

/** Returns Dice's coefficient of their words, or 0 if it is below ALIKE. */
function alike(a: Unit | undefined, b: Unit | undefined): number {
  if (!a || !b) return 0
  const [left, right] = [wordsOf(a), wordsOf(b)]
  let common = 0
  for (const [word, count] of left) common += Math.min(count, right.get(word) ?? 0)
  const share = (2 * common) / (a.count + b.count || 1)
  return share < ALIKE ? 0 : share
}

function wordsOf(unit: Unit): Map<string, number> {
  if (unit.words) return unit.words
  unit.words = new Map()
  for (const { text } of words(unit.text)) {
    const word = text.toLowerCase()
    unit.words.set(word, (unit.words.get(word) ?? 0) + 1)
    unit.count++
  }
  return unit.words
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" })

/** Returns the words and everything between them. A placeholder or blank is one token. */
function tokensOf(text: string): string[] {
  return text
    .split(/(\[[A-Z]+_\d+\]|\[\[[^[\]\n]{1,120}\]\])/)
    .flatMap((part, at) => (at % 2 === 1 ? [part] : [...segmenter.segment(part)].map(({ segment }) => segment)))
}

const sameRow = (draft: Unit, sent: Unit): DiffRow => ({
  kind: "same",
  draft: [{ kind: "same", text: draft.text }],
  sent: [{ kind: "same", text: sent.text }]
})

function rowOf(draft: Unit | undefined, sent: Unit | undefined, until: number): DiffRow {
  if (draft && sent)
    return draft.key === sent.key
      ? sameRow(draft, sent)
      : { kind: "changed", ...changedWords(draft.text, sent.text, until - performance.now()) }
  if (draft) return { kind: "removed", draft: [{ kind: "removed", text: draft.text }], sent: [] }
  return { kind: "added", draft: [], sent: sent ? [{ kind: "added", text: sent.text }] : [] }
}

function changedWords(draft: string, sent: string, timeout: number): { draft: DiffPiece[]; sent: DiffPiece[] } {
  const coarse = { draft: [{ kind: "removed" as const, text: draft }], sent: [{ kind: "added" as const, text: sent }] }
  if (timeout <= 0) return coarse
  const [left, right] = [tokensOf(draft), tokensOf(sent)]
  const changes = diffArrays(left.map(keyOf), right.map(keyOf), { timeout })
  if (!changes) return coarse
  const row: { draft: DiffPiece[]; sent: DiffPiece[] } = { draft: [], sent: [] }
  let [i, j] = [0, 0]
  for (const { added, removed, count } of changes) {
    if (!added) row.draft.push({ kind: removed ? "removed" : "same", text: left.slice(i, (i += count)).join("") })
    if (!removed) row.sent.push({ kind: added ? "added" : "same", text: right.slice(j, (j += count)).join("") })
  }
  return { draft: joined(row.draft), sent: joined(row.sent) }
}

/** Joins neighbouring pieces of one kind. A single space between two changed words counts as changed, too. */
function joined(pieces: DiffPiece[]): DiffPiece[] {
  const all: DiffPiece[] = []
  for (const [at, piece] of pieces.entries()) {
    const [before, after] = [all.at(-1), pieces[at + 1]]
    const between =
      piece.kind === "same" &&
      /^\s+$/.test(piece.text) &&
      before !== undefined &&
      before.kind !== "same" &&
      after !== undefined &&
      after.kind !== "same"
    const kind = between ? before.kind : piece.kind
    if (before?.kind === kind) before.text += piece.text
    else all.push({ kind, text: piece.text })
  }
  return all
}

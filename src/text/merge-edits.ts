import { diffArrays } from "diff/lib/diff/array.js"
import { escapeRegExp } from "./escape-reg-exp.ts"
import { sentences } from "./sentences.ts"

/**
 * Puts what was edited in one text into another: what was added or rewritten stands in its place, and what was removed
 * stays away. It works by whole sentences.
 * @param before the text as it was written
 * @param edited the same text after it was edited
 * @param next the text that was written anew
 */
export function mergeEdits(before: string, edited: string, next: string, language: string | null): string {
  const merged = unitsOf(next, language)
  const base = unitsOf(before, language)
  const now = unitsOf(edited, language)
  for (const edit of editsOf(base, now)) apply(edit, merged, base, now)
  return merged.map(({ text, gap }) => text + gap).join("")
}

/** Puts only the blanks that were filled in one text into another: a typed number stays where its sentence does. */
export function mergeFilledBlanks(before: string, edited: string, next: string, language: string | null): string {
  const merged = unitsOf(next, language)
  const edits = editsOf(unitsOf(before, language), unitsOf(edited, language))
  for (const { removed, added } of edits)
    for (const template of removed) {
      const filled = added.find((unit) => isFilled(template, unit))
      const place = merged.find(({ key }) => key === template.key)
      if (filled && place) place.text = filled.text
    }
  return merged.map(({ text, gap }) => text + gap).join("")
}

/** A sentence and what follows it up to the next one. */
interface Unit {
  text: string
  key: string
  gap: string
}

function unitsOf(text: string, language: string | null): Unit[] {
  const starts = sentences(text, language).map(({ start }) => start)
  const cuts = [0, ...starts.slice(1), text.length]
  return cuts.slice(1).flatMap((end, at) => {
    const whole = text.slice(cuts[at], end)
    const bare = whole.replace(/(?<!\s)\s+(?:[-*•]\s+|\d{1,3}[.)]\s+)?$/u, "")
    return whole === "" ? [] : [{ text: bare, key: bare.trim().replace(/\s+/gu, " "), gap: whole.slice(bare.length) }]
  })
}

/** One place of the former text that was edited: the sentences removed there, and those added. */
interface Edit {
  /** The place in the former text. */
  at: number
  removed: Unit[]
  added: Unit[]
}

function editsOf(base: Unit[], now: Unit[]): Edit[] {
  const edits: Edit[] = []
  let [at, place] = [0, 0]
  let isOpen = false
  for (const { added, removed, count } of diffArrays(
    base.map(({ key }) => key),
    now.map(({ key }) => key)
  )) {
    if (!added && !removed) {
      at += count
      place += count
      isOpen = false
      continue
    }
    if (!isOpen) edits.push({ at, removed: [], added: [] })
    isOpen = true
    const edit = edits.at(-1)
    if (removed) {
      edit?.removed.push(...base.slice(at, at + count))
      at += count
    } else {
      edit?.added.push(...now.slice(place, place + count))
      place += count
    }
  }
  return edits
}

function apply({ at, removed, added }: Edit, merged: Unit[], base: Unit[], now: Unit[]): void {
  const placeOf = ({ key }: Unit) => merged.findIndex((one) => one.key === key)
  const gone = removed.map(placeOf).filter((place) => place >= 0)
  const place = gone.length > 0 ? Math.min(...gone) : undefined
  const fresh = added.filter((unit) => gone.includes(placeOf(unit)) || placeOf(unit) < 0).map((unit) => ({ ...unit }))
  if (place !== undefined) {
    const last = merged[Math.max(...gone)]
    const [end] = fresh.slice(-1)
    if (end && last) end.gap = last.gap
    else widenGap(merged[place - 1], last)
    for (const one of gone.sort((a, b) => b - a)) merged.splice(one, 1)
    merged.splice(place, 0, ...fresh)
    return
  }
  // A sentence whose blank was filled goes with its sentence, so that "leave out the search number" leaves it out.
  const own = fresh.filter((unit) => !removed.some((former) => isFilled(former, unit)))
  if (own.length > 0) insert(own, merged, { before: base.slice(0, at), after: base.slice(at + removed.length), now })
}

/** Returns whether one sentence is another one whose blanks were filled in. */
function isFilled({ key: template }: Unit, { key }: Unit): boolean {
  const parts = template.split(/\[\[[^\]]*\]\]/u)
  if (parts.length < 2) return false
  return new RegExp(`^${parts.map(escapeRegExp).join(".+?")}$`, "su").test(key)
}

/** Inserts after the nearest sentence before the place that is still there, or else before the nearest one after it. */
function insert(fresh: Unit[], merged: Unit[], { before, after, now }: { before: Unit[]; after: Unit[]; now: Unit[] }) {
  const placeOf = ({ key }: Unit) => merged.findIndex((one) => one.key === key)
  const end = fresh.at(-1)
  const own = merged[before.map(placeOf).findLast((place) => place >= 0) ?? -1]
  if (own && end) {
    end.gap = own.gap
    own.gap = now.find(({ key }) => key === own.key)?.gap || " "
    return merged.splice(merged.indexOf(own) + 1, 0, ...fresh)
  }
  const next = after.map(placeOf).find((place) => place >= 0)
  if (end && next === undefined) widenGap(merged.at(-1), { ...end, gap: "\n\n" })
  return merged.splice(next ?? merged.length, 0, ...fresh)
}

/** A sentence takes over the gap of a removed one after it if that ends a paragraph. */
function widenGap(one: Unit | undefined, other: Unit | undefined): void {
  const lines = (gap: string) => gap.split("\n").length
  if (one && other && lines(other.gap) > lines(one.gap)) one.gap = other.gap
}

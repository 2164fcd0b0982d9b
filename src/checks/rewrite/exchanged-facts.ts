import type { FactChange } from "../../ticket/rewrite.ts"
import { facts, sameFact, type Fact } from "../../text/facts.ts"
import { sentences } from "../../text/sentences.ts"
import { LISTS } from "replywright/lexicon/text"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { wholeWords } from "../evidence/patterns.ts"
import { isLanguage, LANGUAGES, type Language } from "../../text/languages.ts"

/**
 * Finds what changed places or its sign where a sentence is otherwise as it was: "20 EUR by 3 May and 30 EUR by 5 May"
 * with the amounts exchanged, the names of the greeting and the signature, "-5 °C" for "5 °C". Only a sentence whose
 * other words stand once in each text is compared. What one of the texts lacks altogether is found elsewhere, except
 * for ordinals in words.
 * @param language ISO 639-1 of both
 */
export function exchangedFacts(before: string, after: string, language: string | null): FactChange[] {
  const [said, says] = [framesOf(before, language), framesOf(after, language)]
  const isElsewhere = (slot: Slot, frames: ReadonlyMap<string, Slot[]>) =>
    [...frames.values()].some((slots) => slots.some((one) => isSame(one, slot)))
  return [...says].flatMap(([frame, slots]) => {
    const own = said.get(frame)
    if (own?.length !== slots.length) return []
    return slots.flatMap((slot, at): FactChange[] => {
      const instead = own[at]
      if (!instead || isSame(instead, slot)) return []
      const isTurned = slot.fact && instead.fact && sameFact(slot.fact, instead.fact)
      // "The third button" for "the second button": figures leave out ordinals in words, which often only link
      // sentences.
      const isOrdinal = slot.fact?.kind === "ordinal" && !/\d/.test(slot.text + instead.text)
      if (!isTurned && !isOrdinal && !(isElsewhere(slot, said) && isElsewhere(instead, says))) return []
      const kind = slot.fact ? ("figure" as const) : ("placeholder" as const)
      return [
        {
          kind,
          before: { start: instead.start, end: instead.end },
          after: { start: slot.start, end: slot.end }
        }
      ]
    })
  })
}

/** A figure, date or placeholder with its place in the text. */
interface Slot {
  start: number
  end: number
  text: string
  fact?: Fact
  isNegative?: boolean
}

const isSame = (a: Slot, b: Slot): boolean =>
  a.fact && b.fact ? sameFact(a.fact, b.fact) && a.isNegative === b.isNegative : a.text === b.text

/** Returns the slots of each sentence by its other words, where no other sentence has the same. */
function framesOf(text: string, language: string | null): ReadonlyMap<string, Slot[]> {
  const slots = slotsOf(text, language)
  const framed = sentences(text, language).flatMap(({ start, end }) => {
    const own = slots.filter((slot) => slot.start >= start && slot.end <= end)
    if (own.length === 0) return []
    let [frame, at] = ["", start]
    for (const slot of own) {
      frame += `${text.slice(at, slot.start)}#${slot.fact?.kind ?? ""}#`
      at = slot.end
    }
    return [{ frame: (frame + text.slice(at, end)).toLowerCase().replace(/[\s.!。]+/gu, " "), own }]
  })
  const groups = Map.groupBy(framed, ({ frame }) => frame)
  return new Map([...groups].flatMap(([frame, [one, ...more]]) => (one && more.length === 0 ? [[frame, one.own]] : [])))
}

function slotsOf(text: string, language: string | null): Slot[] {
  const marks = Array.from(text.matchAll(/\[[A-Z][A-Z_]*_\d+\]/gu), ({ index, 0: mark }): Slot => {
    return { start: index, end: index + mark.length, text: mark }
  })
  const figures = [...facts(text, language).filter(({ kind }) => kind !== "ordinal"), ...ordinalsIn(text, language)]
    .filter(({ kind, start }) => kind !== "name" && !marks.some((mark) => start >= mark.start && start < mark.end))
    .map((fact): Slot => {
      const sign = MINUS.exec(text.slice(Math.max(0, fact.start - 2), fact.start))?.[0].trim() ?? ""
      return { ...fact, start: fact.start - sign.length, fact, isNegative: sign !== "" }
    })
  let end = 0
  return [...marks, ...figures]
    .sort((a, b) => a.start - b.start)
    .filter((slot) => {
      const isFree = slot.start >= end
      if (isFree) end = slot.end
      return isFree
    })
}

/** A dash right before a figure is its sign, unless it follows a figure or a word, or begins a line. */
const MINUS = /(?<=[ (])[-−–]$/u

/**
 * Returns the ordinals of a text, "the second" and "the 2nd". In words, `facts` knows those of English alone, because
 * elsewhere the words say other things as well: "segundo" is "according to" in Portuguese, and "cuarto" is a room in
 * Spanish. So they only count beside those of another text. What belongs to another fact ("cinco segundos") is none.
 * @param language ISO 639-1
 */
export function ordinalsIn(text: string, language: string | null): Fact[] {
  const known = facts(text, language)
  const worded = isLanguage(language) && language !== "en" ? wordsIn(text, language) : []
  return [
    ...known.filter(({ kind }) => kind === "ordinal"),
    ...worded.filter(({ start, end }) => !known.some((fact) => fact.start < end && start < fact.end))
  ].sort((a, b) => a.start - b.start)
}

function wordsIn(text: string, language: Language): Fact[] {
  return (PATTERNS.get(language) ?? []).flatMap((pattern, before) =>
    Array.from(text.matchAll(pattern), ({ index: start, 0: words }) => ({
      kind: "ordinal" as const,
      value: before + 1,
      unit: "",
      start,
      end: start + words.length,
      text: words
    }))
  )
}

const PATTERNS: ReadonlyMap<Language, readonly RegExp[]> = new Map(
  LANGUAGES.map((language) => [
    language,
    entriesOf(LISTS, language, "ordinals").map((source) => new RegExp(wholeWords(language, source), "giu"))
  ])
)

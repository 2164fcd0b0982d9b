import { type Fact, comparable } from "../../text/facts.ts"
import type { Span } from "../../ticket/evidence-pair.ts"
import type { FactChange } from "../../ticket/rewrite.ts"
import { changedShares, figuresOf, paired, readFigures, same, kindOf } from "../rewrite/changed-figures.ts"
import { changedMarks } from "../rewrite/changed-marks.ts"
import { alignSentences, type AlignedSentences } from "./align-sentences.ts"
import { changedNames } from "./changed-names.ts"
import { ordinalsIn } from "../rewrite/exchanged-facts.ts"
import { isLanguage } from "../../text/languages.ts"
import { listedPatterns } from "../figures/listed-patterns.ts"

/** A text with its language, ISO 639-1, or null where it isn't known. */
export interface WrittenIn {
  text: string
  language: string | null
}

/**
 * Returns where a translation may say something else than its text: a figure, date, link, name, placeholder or blank
 * that only one of them has, and a sentence that denies more or less than its counterpart, has its figures exchanged or
 * another ordinal.
 * It compares what can be compared without knowing the words: figures by their value, names by their letters, denials
 * by their number.
 */
export function changedInTranslation(before: WrittenIn, after: WrittenIn): FactChange[] {
  const read = ({ text, language }: WrittenIn) => readFigures(text, language)
  const [said, says] = [read(before), read(after)]
  const shares = changedShares(said, says)
  return [
    ...changedMarks(before.text, after.text),
    ...changedFigures(before, after, said.readings, says.readings),
    ...paired(shares.lost, shares.gained),
    ...changedNames(before, after),
    ...alignSentences(before, after).flatMap((aligned) => [
      ...movedMarks(aligned, before.text, after.text),
      ...exchangedFigures(aligned, before, after),
      ...changedOrdinals(aligned, before, after),
      ...changedNegations(aligned, before, after)
    ])
  ]
}

function changedFigures(
  before: WrittenIn,
  after: WrittenIn,
  readBefore: readonly Fact[],
  readAfter: readonly Fact[]
): FactChange[] {
  const [said, says] = [countedIn(before), countedIn(after)]
  // Each figure has one counterpart, because a translation repeats what its text repeats.
  const left = [...says]
  const lost = said.filter((fact) => {
    const at = left.findIndex((one) => saysThe(fact, one))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return paired(
    unread(
      lost.filter((fact) => !says.some((one) => saysThe(fact, one))),
      readAfter
    ),
    unread(
      left.filter((fact) => !said.some((one) => saysThe(fact, one))),
      readBefore
    )
  )
}

/** Returns the figures that the other text doesn't say in words ("twice", "midnight"). Each word says one of them. */
function unread(figures: readonly Fact[], readings: readonly Fact[]): Fact[] {
  const taken = new Set<number>()
  return figures.filter((fact) => {
    const reading = readings.find(
      (one) => !taken.has(one.start) && (one.kind === fact.kind || isHour(fact, one)) && saysThe(fact, one)
    )
    if (reading && reading.kind !== "weekday") taken.add(reading.start)
    return reading === undefined
  })
}

/** "A day" and "ein Tag" count nothing. */
function countedIn({ text, language }: WrittenIn): Fact[] {
  const figures = figuresOf(text, language).filter((fact) => !ONE.test(fact.text))
  return [
    ...figures,
    ...shortCodes(text).filter(({ start, end }) => !figures.some((one) => one.start < end && one.end > start))
  ]
}

/** Finds codes ("P4", "E27") that are read as names elsewhere. No language writes them otherwise. */
const shortCodes = (text: string): Fact[] =>
  Array.from(text.matchAll(CODE), ({ index: start, 0: code }) => ({
    kind: "code",
    value: code.replace("-", ""),
    unit: "",
    start,
    end: start + code.length,
    text: code
  }))
/** Not in an address or a placeholder, and no figure with its unit behind it. */
const CODE = /(?<![\p{Script=Latin}\p{N}[_/.@-])\p{Lu}{1,4}-?\d{1,6}\p{Lu}?(?![\p{Script=Latin}\p{N}_\]/@-])/gu

const ONE = /^(?:an?|one|une?|uno|uma?|eine?[mnrs]?) \p{L}+$/iu

const saysThe = (a: Fact, b: Fact): boolean =>
  same(a, b) || isCode(a, b) || isHour(a, b) || isHour(b, a) || isDay(a, b) || isDay(b, a)

/** A hyphen in a code is read in some languages only. */
const isCode = (a: Fact, b: Fact): boolean =>
  a.kind === "code" && b.kind === "code" && String(a.value).replace("-", "") === String(b.value).replace("-", "")

/** "18 h" is read as a duration, but may be "6 pm". */
function isHour(a: Fact, b: Fact): boolean {
  const [, hour] = /^(\d{1,2}) ?h$/iu.exec(a.text) ?? []
  return hour !== undefined && b.kind === "time" && b.value === `${hour.padStart(2, "0")}:00`
}

/** "6日" is read as a duration, but may be "the 6th". */
function isDay(a: Fact, b: Fact): boolean {
  const [, day] = /^(\d{1,2})日$/u.exec(a.text) ?? []
  return day !== undefined && b.kind === "ordinal" && b.value === Number(day)
}

/** Finds a placeholder that both texts have, but in sentences that aren't counterparts, as after an exchange of two. */
function movedMarks({ before: said, after: says }: AlignedSentences, before: string, after: string): FactChange[] {
  if (said.length === 0 || says.length === 0) return []
  const [own, other] = [marksIn(textOf(said)), marksIn(textOf(says))]
  const isMoved = (mark: string) => before.includes(mark) && after.includes(mark)
  const moved = [...own.filter((mark) => !other.includes(mark)), ...other.filter((mark) => !own.includes(mark))]
  return moved.some(isMoved) ? [{ kind: "placeholder", before: spanOf(said), after: spanOf(says) }] : []
}

const marksIn = (text: string): string[] => text.match(/\[[A-Z][A-Z_]*_\d+\]/gu) ?? []

function changedNegations(
  { before: said, after: says }: AlignedSentences,
  before: WrittenIn,
  after: WrittenIn
): FactChange[] {
  const [own, other] = [countNegations(textOf(said), before.language), countNegations(textOf(says), after.language)]
  if (own === undefined || other === undefined || !deniesOtherwise(own, other)) return []
  return [
    {
      kind: "negation",
      ...(said.length > 0 && { before: spanOf(said) }),
      ...(says.length > 0 && { after: spanOf(says) })
    }
  ]
}

const textOf = (all: readonly { text: string }[]): string => all.map(({ text }) => text).join("\n")
const spanOf = (all: readonly Span[]): Span => ({ start: all[0]?.start ?? 0, end: all.at(-1)?.end ?? 0 })

/**
 * Finds an ordinal in words that took the place of another: "the third button" as "el segundo botón". A sentence may
 * say one otherwise ("at first" as "zunächst"), and such words say other things as well, so nothing is said of a
 * sentence of which all ordinals stand in its counterpart.
 */
function changedOrdinals(
  { before: said, after: says }: AlignedSentences,
  before: WrittenIn,
  after: WrittenIn
): FactChange[] {
  const [own, other] = [said.flatMap(placed(before)), says.flatMap(placed(after))]
  const lost = own.find((one) => isWorded(one) && !other.some(({ value }) => value === one.value))
  const gained = other.find((one) => isWorded(one) && !own.some(({ value }) => value === one.value))
  if (!lost || !gained) return []
  return [
    {
      kind: "figure",
      before: { start: lost.start, end: lost.end },
      after: { start: gained.start, end: gained.end }
    }
  ]
}

const placed =
  ({ language }: WrittenIn) =>
  ({ start, text }: { start: number; text: string }) =>
    ordinalsIn(text, language).map((one) => ({ ...one, start: one.start + start, end: one.end + start }))

/** Those in digits are compared as figures. */
const isWorded = ({ text }: { text: string }): boolean => !/\d/.test(text)

/** What a sentence denies: its denials, and the words by their class that may say a denial as a statement. */
interface Denials {
  count: number
  /** How often each class of the list occurs: "rejected" is of the class "refuse", as in all languages. */
  opposites: ReadonlyMap<string, number>
}

/**
 * Says whether one sentence denies more than another, and no word says it as a statement: "not accepted" is "rejected".
 * A word that both have explains nothing.
 */
function deniesOtherwise(one: Denials, other: Denials): boolean {
  const [more, less] = one.count > other.count ? [one, other] : [other, one]
  let explained = 0
  for (const [name, times] of less.opposites) explained += Math.max(0, times - (more.opposites.get(name) ?? 0))
  return more.count - less.count > explained
}

/**
 * Counts what denies something in a sentence: "ne ... pas" and "neither ... nor" count once, "not only" doesn't count.
 * @param language ISO 639-1; undefined is returned where there is no list for it
 */
export function countNegations(sentence: string, language: string | null): Denials | undefined {
  if (!isLanguage(language)) return undefined
  let left = sentence
  const counts = { not: 0, nor: 0 }
  const opposites = new Map<string, number>()
  for (const { value: kind, pattern } of patternsOf(language))
    left = left.replace(pattern, (words) => {
      if (kind === "not" || kind === "nor") counts[kind]++
      else if (kind !== "none") opposites.set(kind, (opposites.get(kind) ?? 0) + 1)
      return TAKEN.repeat(words.length)
    })
  return { count: counts.not || Math.min(1, counts.nor), opposites }
}

const TAKEN = "·"

/** By "not", "none", "nor" (which goes on with a denial, so it counts only by itself) or "opposite-" with a name. */
const patternsOf = listedPatterns("negations", "right")

/**
 * Finds two figures of one kind that a sentence states in another order than its counterpart: "20 EUR by 3 May and
 * 30 EUR by 5 May" with the amounts exchanged. Where its figures of another kind changed their order as well, its parts
 * did, and each kept its own. Japanese turns sentences around, so nothing is compared with it.
 */
function exchangedFigures(
  { before: said, after: says }: AlignedSentences,
  before: WrittenIn,
  after: WrittenIn
): FactChange[] {
  const [own, more] = said
  const [other, others] = says
  if (!own || !other || more || others || [before.language, after.language].includes("ja")) return []
  const pairs = pairsOf(factsIn(own, before.language), factsIn(other, after.language))
  const neighbours = pairs.flatMap((one, at) => {
    const next = pairs.slice(at + 1).find((each) => isOfKind(one, each))
    return next ? [{ one, next, isTurned: one.after.start > next.after.start }] : []
  })
  const turned = neighbours.filter(({ isTurned }) => isTurned)
  const [first] = turned
  if (!first || turned.some(({ one }) => !comparable(one.before, first.one.before))) return []
  return [{ kind: kindOf(first.one.before), before: spanOf([first.one.before]), after: spanOf([first.next.after]) }]
}

/** A figure in both sentences. */
interface Pair {
  before: Fact
  after: Fact
}

/** Pairs the figures that each sentence states once. */
const pairsOf = (own: readonly Fact[], other: readonly Fact[]): Pair[] =>
  own.flatMap((fact) => {
    const [there, ...more] = other.filter((one) => same(one, fact))
    if (!there || more.length > 0 || own.some((one) => one !== fact && (same(one, fact) || same(one, there)))) return []
    return [{ before: fact, after: there }]
  })

const isOfKind = (a: Pair, b: Pair): boolean => comparable(a.before, b.before) && comparable(a.after, b.after)

function factsIn({ start, text }: { start: number; text: string }, language: string | null): Fact[] {
  return figuresOf(text, language)
    .map((fact) => ({ ...fact, start: fact.start + start, end: fact.end + start }))
    .sort((a, b) => a.start - b.start)
}

import { growAddresses } from "./address/growth.ts"
import { addressLinesIn } from "./address/lines.ts"
import { housesIn, withParts } from "./address/parts.ts"
import type { Canvas } from "../basis/canvas.ts"
import { namesByCue } from "../by-form/cued-names.ts"
import { namesByPlace } from "../by-form/form-fields.ts"
import { scoreByForm } from "../by-form/names-by-form.ts"
import { inOtherLanguages } from "../by-form/other-languages.ts"
import type { ArticleWords } from "../names/article-words.ts"
import { findNames } from "../names/find-names.ts"
import { languageBit } from "../names/language.ts"
import { nameModel } from "../trained/load.ts"
import { tokensOf } from "../names/tokens.ts"
import type { MaskMode } from "../basis/masking-rules.ts"
import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { LINKS } from "../names/name-cue-words.ts"

/**
 * Finds names of people, places and organisations, and addresses, that the ticket doesn't list, and ages that belong to
 * a name.
 * @returns where a name is surely one, so that it may be looked for elsewhere
 */
export function findUnknownNames(
  canvas: Canvas,
  mode: MaskMode,
  locale: string | undefined,
  articles?: ArticleWords
): { start: number; end: number }[] {
  const tokens = tokensOf(canvas.text)
  const model = nameModel()
  const language = languageBit(tokens, model.knowledge, locale)
  for (const { start, end } of namesByPlace(tokens, model.knowledge)) canvas.claim(start, end, "PERSON")
  for (const { start, end } of housesIn(canvas.rest, tokens)) canvas.claim(start, end, "ADDRESS")
  const taken = Uint8Array.from(tokens, ({ start }) => canvas.stateAt(start))
  const other = inOtherLanguages(tokens, taken, model.knowledge, locale)
  const sure = []
  const names = findNames(tokens, taken, model, {
    cut: CUTS[mode],
    language,
    articles,
    other,
    placed: mode === "strict" ? addressLinesIn(canvas.rest, tokens) : undefined,
    named: mode === "strict" ? namesByCue(tokens, model.knowledge, { language, other }) : undefined,
    scoreOthers: scoreByForm
  })
  const { rest } = canvas
  for (const [n, name] of names.entries()) {
    const handle = handleAround(canvas.text, name.start, name.end)
    // "IKE_SA_INIT" is the name of a constant.
    if (
      handle &&
      (!/\p{Ll}/u.test(canvas.text.slice(handle.start, handle.end)) || canvas.claim(handle.start, handle.end, "ID"))
    )
      continue
    const { start, end } =
      name.type === "ADDRESS" ? withParts(rest, name, names[n + 1], names[n - 1]?.end) : withHyphens(rest, name)
    const isClaimed = canvas.claim(start, end, name.type) || canvas.claim(name.start, name.end, name.type)
    if (isClaimed && name.sure && name.type === "PERSON") sure.push({ start: name.start, end: name.end })
  }
  findAgesBehindNames(canvas)
  growAddresses(canvas, tokens, { knowledge: model.knowledge, language })
  joinTowns(canvas)
  return sure
}

/** Extends a name over the words that hyphens join to it: "Roquebrussanne-le-Vieux". */
function withHyphens(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  HYPHENED.lastIndex = end
  return { start, end: HYPHENED.test(text) ? HYPHENED.lastIndex : end }
}

const HYPHENED = new RegExp(
  `(?:-(?:${[...LINKS].filter((link) => /^\p{L}+$/u.test(link)).join("|")})-\\p{Lu}[\\p{L}’']+)+`,
  "uy"
)

/** Says whether a word in lower case is no word of any listed language, but a name or like one by its letters. */
export function isMadeUpWord(low: string): boolean {
  const { ordinary, classes, letters } = nameModel().knowledge.of(low)
  return ordinary === 0 && (classes !== 0 || letters <= LIKE_A_NAME)
}

/** Up to this, the letters of a word are more like a name's than an ordinary word's. */
const LIKE_A_NAME = 4

/** Returns the whole handle that a name is part of ("kit_larsen84"), unless it is a file name. */
function handleAround(text: string, start: number, end: number): { start: number; end: number } | undefined {
  if (text.charAt(start - 1) !== "_" && text.charAt(end) !== "_") return undefined
  let from = start
  let to = end
  while (start - from < LONGEST_HANDLE && OF_HANDLE.test(text.charAt(from - 1))) from--
  while (to - end < LONGEST_HANDLE && OF_HANDLE.test(text.charAt(to))) to++
  while (/[._-]/.test(text.charAt(to - 1))) to--
  while (/[._-]/.test(text.charAt(from))) from++
  if (text.charAt(from - 1) === "@") from--
  const handle = text.slice(from, to)
  return to - from <= LONGEST_HANDLE && !/\.[a-z]{2,4}\d?$/i.test(handle) && !/[=/]/.test(text.charAt(to))
    ? { start: from, end: to }
    : undefined
}

const LONGEST_HANDLE = 40
const OF_HANDLE = /[\p{Script=Latin}\d._-]/u

/** The probability from which a word is masked. */
const CUTS: Record<MaskMode, number> = { strict: 0.12, balanced: 0.75 }

/**
 * Finds an age or a date of birth behind a name that was masked: "Theodore (11)", "Halina, 78 ans", "Aminata
 * (21.06.2020)".
 */
function findAgesBehindNames(canvas: Canvas) {
  const people = canvas.spans.filter(({ type }) => type === "PERSON")
  for (const { end } of people) {
    for (const [pattern, type] of [
      [AGE, "AGE"],
      [BIRTH, "BIRTH"]
    ] as const) {
      pattern.lastIndex = end
      const value = pattern.exec(canvas.text)?.[1]
      if (value) canvas.claim(pattern.lastIndex - value.length, pattern.lastIndex, type)
    }
  }
}

const BIRTH = / ?\((?:\*|\p{L}{1,4}\.? )?(\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d)(?=[);,])/uy

const AGE = /(?: ?\(|, )(\d{1,2})(?=\)| ?[,;)]|,? (?:ans|años|anos|aninhos|Jahre|years|yrs|m|w|f)(?!\p{L}))/uy

/**
 * Joins an address and a town with a small word between them: "Bielefeld in der Heeper Straße 244",
 * "Kleestraße 14 in Hamburg".
 */
function joinTowns(canvas: Canvas): void {
  const spans = canvas.spans
    .filter(({ type }) => type === "ADDRESS" || type === "PLACE")
    .sort((a, b) => a.start - b.start)
  const stretches: { start: number; end: number }[] = []
  for (const [n, { start, end, type }] of spans.entries()) {
    const next = spans[n + 1]
    if (!next || (type === "PLACE" && next.type === "PLACE")) continue
    if (next.start - end > LONGEST_JOIN || !JOIN.test(canvas.text.slice(end, next.start))) continue
    const last = stretches.at(-1)
    if (last && last.end === end) last.end = next.end
    else stretches.push({ start, end: next.end })
  }
  canvas.join(stretches, "ADDRESS", JOINED)
}

const JOINED = new Set(["ADDRESS", "PLACE"] as const)
const LONGEST_JOIN = 10
const JOIN = new RegExp(`^ (?:${[...wordsOf(LISTS, "place-joins")].join("|")}) $`, "u")

import { LISTS } from "replywright/lexicon/danger"
import { entriesOf, languagesWith } from "../../lexicon/lexicon.ts"
import { weights } from "../../lexicon/weights/danger.ts"
import { sentences } from "../../text/sentences.ts"
import { DANGER_KINDS, type Danger, type DangerKind } from "../../ticket/danger.ts"
import type { Meanings } from "../classifier/features.ts"
import { marginsOf } from "../classifier/linear-svm.ts"
import { vectorOf } from "../classifier/vectors.ts"
import { DANGER_COUNTING, hasSign, readDangerText } from "./danger-features.ts"
import { unpackDangerTable, type DangerTable } from "./danger-table.ts"

/** What a customer's text tells of a danger. */
export interface DangerSigns extends Pick<Danger, "kind" | "because"> {
  /**
   * How far it is beyond the border between dangers and other texts: above 0 for a clear danger, and about -1 for
   * another text.
   */
  margin: number
  /** "weak" is too little to show an agent, and enough to ask a model about it. */
  level: Danger["level"] | "weak"
}

/**
 * Tells whether a customer's text tells of a danger: smoke or fire, a shock, an injury, poison, self-harm, a threat, legal
 * action or the press. The functions were trained on `data/danger-train` (`npm run train:danger`).
 * @param written what the customer wrote; a sentence that is repeated counts once
 * @param language ISO 639-1, or null
 * @param meanings marks for expressions that mean the same
 * @returns undefined if there is no sign of any
 */
export function dangerSigns(written: string, language: string | null, meanings: Meanings): DangerSigns | undefined {
  const text = withoutRepeats(written, language)
  const [margin = -Infinity, ...kinds] = dangerMargins(text, language, meanings)
  const outright = OUTRIGHT[language ?? ""]?.exec(text)?.[0].trim()
  if (outright !== undefined && margin >= DOUBTED)
    return { margin, level: "sure", kind: "self-harm", because: clip(outright) }
  const { sure, perhaps } = hasSign(text, language) || sizeOf(text, language) >= SHORT ? MARGINS : SHORT_MARGINS
  const level =
    margin >= sure || hasClearSentence(text, language, meanings)
      ? "sure"
      : margin >= perhaps
        ? "perhaps"
        : margin >= WEAK
          ? "weak"
          : undefined
  if (level === undefined) return undefined
  return { margin, level, kind: kindOf(kinds), because: wordsFor(text, language, meanings) }
}

/**
 * The margins from which on a letter is held, the agent is shown what may be a danger, and a model is asked, if there is
 * one: `data/danger-2`, dev, chose them (docs/decisions/0126-dangers-get-no-letter.md).
 */
const MARGINS = { sure: 0.02, perhaps: -0.3 }
const WEAK = -0.55
/** A few words without a sign of the lists are judged by few features: "My kettle leaks" is 0.33. */
const SHORT_MARGINS = { sure: 0.5, perhaps: 0.35 }
/** In words. Japanese has no spaces, and about two characters a word. */
const SHORT = 18
const sizeOf = (text: string, language: string | null): number =>
  language === "ja" ? (text.match(/\p{L}/gu)?.length ?? 0) / 2.2 : text.split(/\s+/).length
/** Below it, what says outright that somebody wants to die is a figure of speech, or the title of a film. */
const DOUBTED = -0.8

/** Japanese has no spaces between words, so a phrase is found anywhere. */
const OUTRIGHT: Readonly<Record<string, RegExp>> = Object.fromEntries(
  languagesWith(LISTS, "self-harm").map((language) => {
    const any = `(?:${entriesOf(LISTS, language, "self-harm").join("|")})`
    return [language, new RegExp(language === "ja" ? any : `(?<![\\p{L}\\d])${any}(?![\\p{L}\\d])`, "iu")]
  })
)

/** Returns how far a text is beyond the border of "any danger", and then of each kind. */
export function dangerMargins(text: string, language: string | null, meanings: Meanings): Float64Array {
  const { columns, rarity, model } = (table ??= readTable())
  const read = readDangerText(text, language, meanings, (hash) => columns.get(hash))
  return marginsOf(model, vectorOf(read, rarity, DANGER_COUNTING))
}

let table: (Omit<DangerTable, "hashes"> & { columns: ReadonlyMap<number, number> }) | undefined

function readTable() {
  const { hashes, ...rest } = unpackDangerTable(weights())
  return { ...rest, columns: new Map(Array.from(hashes, (hash, column) => [hash, column] as const)) }
}

const kindOf = (margins: readonly number[]): DangerKind =>
  DANGER_KINDS.reduce((best, kind, at) => {
    const bestAt = DANGER_KINDS.indexOf(best)
    return (margins[at] ?? 0) > (margins[bestAt] ?? 0) ? kind : best
  })

/**
 * Returns whether one sentence is a danger by itself: a list has its words for danger or law, and it is far beyond the
 * border. In a long text about something else, little would be left of it.
 */
const hasClearSentence = (text: string, language: string | null, meanings: Meanings): boolean =>
  hasSign(text, language) &&
  sentencesOf(text, language).some(
    (sentence) => hasSign(sentence, language) && (dangerMargins(sentence, language, meanings)[0] ?? 0) >= CLEAR
  )

/** Of the harmless tickets of `data/danger-2`, dev, none has such a sentence. */
const CLEAR = 0.95

/** Returns the sentence that speaks most for a danger. */
function wordsFor(text: string, language: string | null, meanings: Meanings): string {
  const all = sentencesOf(text, language).map((words) => ({
    words,
    margin: dangerMargins(words, language, meanings)[0] ?? 0
  }))
  const { words = "" } = all.sort((a, b) => b.margin - a.margin)[0] ?? {}
  return clip(words)
}

const clip = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words)

/** Who says the same again is no nearer to a danger. */
function withoutRepeats(text: string, language: string | null): string {
  const all = sentences(text, language).map((sentence) => sentence.text)
  const different = new Set(all.map((sentence) => sentence.trim()))
  return different.size === all.length ? text : [...different].join("\n")
}

const sentencesOf = (text: string, language: string | null): string[] =>
  sentences(text, language)
    .map((sentence) => sentence.text.trim())
    .filter((sentence) => /\p{L}{2}/u.test(sentence))
    .slice(0, MAX_SENTENCES)

const MAX_SENTENCES = 40
/** In characters: the line in the panel has room for two rows. */
const LONGEST = 90

import { LISTS } from "replywright/lexicon/mail"
import { entriesOf, languagesWith } from "../../lexicon/lexicon.ts"

/** The fields of an earlier mail's head. "other" stands for those that say nothing about who wrote when. */
const FIELDS = ["from", "sent", "date", "to", "subject", "other"] as const

export type HeaderField = (typeof FIELDS)[number]

/** The patterns of `lexicon/<language>/mail/quote-headers.txt`, by language and kind. */
const LANGUAGES: ReadonlyMap<string, readonly string[]>[] = languagesWith(LISTS, "quote-headers").map((language) => {
  const patterns = new Map<string, string[]>()
  for (const entry of entriesOf(LISTS, language, "quote-headers")) {
    const [, kind = "", pattern = ""] = /^([a-z-]+): (.+)$/.exec(entry) ?? []
    patterns.set(kind, [...(patterns.get(kind) ?? []), pattern])
  }
  return patterns
})
const patternsOf = (kind: string) => LANGUAGES.flatMap((patterns) => patterns.get(kind) ?? [])

/** Matches the patterns as whole words. Scripts that are written without spaces have no word boundaries. */
function wholeWords(patterns: readonly string[], after = ""): string {
  const unspaced = patterns.filter((pattern) => UNSPACED.test(pattern))
  const spaced = patterns.filter((pattern) => !UNSPACED.test(pattern))
  if (spaced.length === 0) return unspaced.join("|")
  return [...unspaced, `(?<![\\p{L}'’])(?:${spaced.join("|")})(?!\\p{L})${after}`].join("|")
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Matches the label of each field in any of the languages. */
const LABELS = FIELDS.map((field) => ({ field, label: new RegExp(`^(?:${patternsOf(field).join("|")})$`, "iu") }))

/** Returns the field that a label ("Gesendet") names, or undefined. */
export function fieldNamed(label: string): HeaderField | undefined {
  return LABELS.find((one) => one.label.test(label))?.field
}

/** Matches "wrote" in the forms in which programs say it. */
export const WROTE = new RegExp(wholeWords(patternsOf("wrote")), "iu")

/** Matches a text that ends in "wrote:", as headers do in Turkish and Chinese. */
export const ENDS_IN_WROTE = new RegExp(`(?:${wholeWords(patternsOf("wrote"))})\\s*[:：]$`, "iu")

/** Matches "Anna Berg schrieb am 2.11.2026 um 10:12:", with the German perfect tense ("hat ... geschrieben"). */
export const NAME_FIRST = new RegExp(
  `^["'“„]?\\p{Lu}[\\p{L}.'’-]+(?: [\\p{Lu}\\p{Ll}][\\p{L}.'’-]*){0,4}["'”“]? (?:\\(.{0,60}\\) )?(?:<.{0,100}> )?(?:hat|${patternsOf("wrote").join("|")})(?!\\p{L})`,
  "u"
)

/** Says "wrote", and whom an author means, in one language: "on" is a pronoun in Polish and a header's start in English. */
const TELLINGS = LANGUAGES.flatMap((patterns) => {
  const [wrote, person] = [patterns.get("wrote"), patterns.get("person")]
  if (!wrote || !person) return []
  return [[new RegExp(wholeWords(wrote), "iu"), new RegExp(wholeWords(person, "(?!\\s*<)"), "iu")]]
})

/** Returns whether a text tells of a mail in a sentence, with somebody's colleague or "he". A header names a person. */
export const tellsOfMail = (text: string): boolean => TELLINGS.some((words) => words.every((word) => word.test(text)))

/** Matches the first word of a header, in programs' forms. */
export const HEADER_STARTS = new RegExp(
  `^[\\s>*_-]*(?:(?:${patternsOf("starts").join("|")})(?:\\s|(?<=\\p{Script=Han}|-))|\\d{1,4}[./年년-])`,
  "iu"
)

/** Matches "-----Original Message-----". */
export const ORIGINAL = new RegExp(
  `^[-–—_=\\s>*]{2,}(?:${patternsOf("original").join("|")})\\s*[-–—_=\\s*]{2,}(?:from:.*)?$`,
  "iu"
)

/** Matches words between two rules, "----- Izvirno sporočilo -----", which open a head if one follows. */
export const BETWEEN_RULES = /^[-_=*]{3,}\s*[\p{L}\p{M}][\p{L}\p{M} .'’-]{2,60}[-_=*]{3,}$/u

/** Matches "---------- Forwarded message ---------" and "Begin forwarded message:". */
export const FORWARDED = new RegExp(
  `^(?:[-_=\\s>*]{2,}(?:${patternsOf("forwarded").join("|")}).{0,80}|(?:${patternsOf("begin-forwarded").join("|")})\\s*[:：])\\s*$`,
  "iu"
)

const PLEASE = new RegExp(`^(?:[#=_*~+–—-]{2,}|[[(–—-]\\s?(?=\\p{Lu})|(?:${wholeWords(patternsOf("please"))}))`, "iu")
const MARKERS = LANGUAGES.flatMap((patterns) => {
  const [above, line, answer] = ["above", "line", "answer"].map((kind) => patterns.get(kind))
  if (!above || !line || !answer) return []
  return [[new RegExp(wholeWords(above), "iu"), new RegExp(wholeWords(line), "iu"), new RegExp(answer.join("|"), "iu")]]
})

/**
 * Returns whether a line is one that helpdesks put below the place to answer ("Please reply above this line"): a short
 * line that begins with signs or a request and names a place, a line and answering, all in one language.
 */
export function isReplyMarker(text: string): boolean {
  return text.length <= 120 && PLEASE.test(text) && MARKERS.some((words) => words.every((word) => word.test(text)))
}

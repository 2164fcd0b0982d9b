import { isBlank, type MailLine, wordsOf } from "./mail-line.ts"
import { LISTS } from "replywright/lexicon/mail"
import { entriesOf, languagesWith } from "../../lexicon/lexicon.ts"

/**
 * Returns the line after a header ("On Mon, 2 Nov 2026, Ann wrote:") that begins at `at` and may be wrapped over four
 * lines, or undefined.
 * @param follows tells whether a marked quote follows, in which case fewer features are needed
 */
export function attributionEnd(
  lines: readonly MailLine[],
  at: number,
  follows: (after: number) => boolean
): number | undefined {
  const first = lines[at]
  if (!first || isBlank(first)) return undefined
  if (first.mark === "header") return at + 1
  for (let end = at + 1; end <= Math.min(lines.length, at + 4); end++) {
    const line = lines[end - 1]
    if (!line || isBlank(line) || line.depth !== first.depth || line.text.length > 300) return undefined
    if (
      !/[:：>]\s*$/.test(wordsOf(line)) ||
      !(beginsHeader(first) || beginsWithMoment(first)) ||
      !isAttribution(joinedWords(lines, at, end), follows(end))
    )
      continue
    // The joined lines may include a line above the header. If a later line begins with the day, the header begins
    // there.
    for (let later = at + 1; later < end; later++)
      if (beginsWithDay(lines[later]) && isAttribution(joinedWords(lines, later, end), follows(end))) return undefined
    return end
  }
  return undefined
}

const joinedWords = (lines: readonly MailLine[], from: number, to: number) =>
  lines.slice(from, to).map(wordsOf).join(" ")
const beginsHeader = (line: MailLine) =>
  HEADER_STARTS.test(wordsOf(line)) ||
  /^[^<>\s][^<>]{0,80}[<(][^<>\s]{1,100}@/.test(wordsOf(line)) ||
  NAME_FIRST.test(wordsOf(line)) ||
  (WROTE.test(wordsOf(line)) && (UNSPACED.test(line.text) || TIME.test(wordsOf(line))))
/** In a language without a list, a header shows by its form alone. */
const beginsWithMoment = (line: MailLine) =>
  ADDRESS.test(wordsOf(line)) || (TIME.test(wordsOf(line)) && YEAR.test(wordsOf(line)))
const beginsWithDay = (line: MailLine | undefined) =>
  line !== undefined && HEADER_STARTS.test(wordsOf(line)) && DAY.test(wordsOf(line).slice(0, 40))

function isAttribution(joined: string, marked: boolean): boolean {
  const text = joined.replace(/\s+/g, " ").replace(/<\s+/g, "<").trim()
  if (text.length > 300 || /[?？]/.test(text)) return false
  if (isAttributionWithAddress(text)) return true
  if (!/[:：]$/.test(text)) return false
  if (ADDRESS.test(text) && TIME.test(text) && YEAR.test(text) && text.length <= 200 && !tellsOfMail(text)) return true
  if (tellsOfMail(text) && !(marked && FULL_DAY.test(text))) return false
  return marked ? isAttributionOfQuote(text) : isAttributionAlone(text)
}

function isAttributionWithAddress(text: string): boolean {
  if (tellsOfMail(text) && goesOnBehindAddress(text)) return false
  const hasDay = () => HEADER_STARTS.test(text) && DAY.test(text)
  if (ADDRESS.test(text) && /[:：]$/.test(text) && (WROTE.test(text) || hasDay() || QUOTING.test(text))) return true
  // Headers of old Gmail and of Japanese Gmail end in the address.
  return /^\d{4}[年/-]\d{1,2}[月/-]\d{1,2}日?.{0,200}<[^<>\s]{3,100}>[:：]?$/.test(text)
}

/** A header ends behind the address or with "wrote", a sentence goes on: "to Mara <m@shop.example> and she said:". */
function goesOnBehindAddress(text: string): boolean {
  const [, behind = ""] = /[>)\]]([^<>()[\]]{0,300})$/.exec(text) ?? []
  return behind.trim().split(/\s+/).length > 2 && !WROTE.test(behind)
}

/** Judges a line without an address that has marks of a quote below it. */
function isAttributionOfQuote(text: string): boolean {
  const isIntroduced = WROTE.test(text) || QUOTING.test(text)
  if (isIntroduced && (/[\d@,]/.test(text) || HEADER_STARTS.test(text) || text.length <= 80)) return true
  return DAY.test(text) && TIME.test(text) && HEADER_STARTS.test(text)
}

/** Judges a line without an address above a text that nothing marks as a quote. */
function isAttributionAlone(text: string): boolean {
  if (!WROTE.test(text) || !FULL_DAY.test(text)) return false
  return HEADER_STARTS.test(text) || NAME_FIRST.test(text) || (TIME.test(text) && ENDS_IN_WROTE.test(text))
}

const QUOTING = /^(?:quoting|zitat von|citando)\b/i
const ADDRESS = /[<([][^<>\s()[\]]{1,100}@[^<>\s()[\]]{2,100}[>)\]]/
const TIME = /\d{1,2}[:.h]\d\d/
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/
const UNSPACED = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Hangul}]/u
const DAY = /\d{1,4}[./年년-]\s?\d{1,2}|\d{1,2}\.? (?:de )?\p{L}{3,}|\p{L}{3} \d{1,2}/u
const FULL_DAY = /\d{1,4}[./年-]\s?\d{1,2}[./月-]\s?\d{2,4}|(?:19|20)\d\d/
/**
 * Returns the line after a block of "From: ... Sent: ... Subject: ..." that begins at `at`, or undefined. `sure` means
 * that its words alone are enough, as below "Original Message".
 */
export function headBlockEnd(lines: readonly MailLine[], at: number, sure = false): number | undefined {
  const first = lines[at]
  if (!first || !fieldOf(first)) return undefined
  const fields: { field: HeaderField; value: string }[] = []
  let end = at
  let between = 0
  for (let next = at; next < lines.length && next < at + 30; next++) {
    const line = lines[next]
    if (!line || line.depth < first.depth) break
    const field = fieldOf(line)
    if (field) {
      if (fields.some((one) => one.field === field.field && field.field !== "other")) break
      fields.push(field)
      end = next + 1
      between = 0
    } else if (++between > 2 || !(isBlank(line) || /@|^\s/.test(line.text))) break
  }
  return isHead(fields, sure) ? end : undefined
}

function isHead(fields: { field: HeaderField; value: string }[], sure: boolean): boolean {
  const has = (field: HeaderField) => fields.find((one) => one.field === field)?.value
  const date = has("date")
  const sent = has("sent")
  if (has("from") === undefined || (sent ?? date ?? has("subject")) === undefined) return false
  if (sure) return fields.length >= 2
  if (fields.length < 3) return fields.length === 2 && sent !== undefined && isMoment(sent)
  if (fields.some(({ value }) => /[^\s@]@[^\s@]/.test(value))) return true
  return (
    (sent !== undefined && isMoment(sent)) ||
    (date !== undefined && has("subject") !== undefined && TIME.test(date) && /\b(?:19|20)\d\d/.test(date))
  )
}

const isMoment = (value: string) => /\d/.test(value) && (TIME.test(value) || /(?:19|20)\d\d/.test(value))

function fieldOf(line: MailLine): { field: HeaderField; value: string } | undefined {
  if (line.text.length > 2000) return undefined
  // Some programs write a table: "| From | Ann <ann@mail.example> |".
  const text = wordsOf(line)
  const words = text.startsWith("|") ? text.replace(/^\|\s*([^|:]{1,25}?)\s*\|(.*?)\|?$/u, "$1:$2") : text
  const match = /^[*\s_]{0,4}(\p{L}[\p{L}\p{M}./ -]{0,24}?)\.?[*_]{0,2}\s?[:：][*_]{0,2}\s*(.*)$/u.exec(words)
  if (!match) return undefined
  const field = fieldNamed((match[1] ?? "").normalize("NFC").toLowerCase().trim())
  return field && { field, value: match[2] ?? "" }
}

/** The fields of an earlier mail's head. "other" stands for those that say nothing about who wrote when. */
const FIELDS = ["from", "sent", "date", "to", "subject", "other"] as const

type HeaderField = (typeof FIELDS)[number]

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

/** Matches the label of each field in any of the languages. */
const LABELS = FIELDS.map((field) => ({ field, label: new RegExp(`^(?:${patternsOf(field).join("|")})$`, "iu") }))

/** Returns the field that a label ("Gesendet") names, or undefined. */
function fieldNamed(label: string): HeaderField | undefined {
  return LABELS.find((one) => one.label.test(label))?.field
}

/** Matches "wrote" in the forms in which programs say it. */
const WROTE = new RegExp(wholeWords(patternsOf("wrote")), "iu")

/** Matches a text that ends in "wrote:", as headers do in Turkish and Chinese. */
const ENDS_IN_WROTE = new RegExp(`(?:${wholeWords(patternsOf("wrote"))})\\s*[:：]$`, "iu")

/** Matches "Anna Berg schrieb am 2.11.2026 um 10:12:", with the German perfect tense ("hat ... geschrieben"). */
const NAME_FIRST = new RegExp(
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
const tellsOfMail = (text: string): boolean => TELLINGS.some((words) => words.every((word) => word.test(text)))

/** Matches the first word of a header, in programs' forms. */
const HEADER_STARTS = new RegExp(
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

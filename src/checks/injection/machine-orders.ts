import { LISTS } from "replywright/lexicon/checks"
import { entriesOf, patternsOf } from "../../lexicon/lexicon.ts"
import { LANGUAGES, type Language } from "../../text/languages.ts"
import { once } from "../../text/memo/once.ts"

/**
 * Returns where the first line of a text begins to give an order to a machine, and where that line ends. An order may be
 * in another language than the ticket, so the lists of all languages count. It takes linear time.
 */
export function machineOrderIn(text: string): { start: number; end: number } | undefined {
  const pieces = [...text.matchAll(PIECE)]
  for (const [index, { index: start, 0: piece }] of pieces.entries()) {
    const at = orderAt(piece, pieces[index + 1]?.[0] ?? "")
    if (at >= 0) return { start: start + at, end: start + piece.length }
  }
  return undefined
}

/** Matches a line, or a part of a long one. */
const PIECE = /[^\n]{1,2000}/g

/** Returns where an order begins, or -1. A heading leads to the line below as a colon would. */
function orderAt(written: string, next: string): number {
  if (!/\p{L}/u.test(written)) return -1
  const line = /^\s*(?:#|\*\*|\[|=|--)/.test(written) ? `${written}:` : written
  const { sure, reading, weak, labels, tells, labelledOrders, commands } = patterns()
  const placesIn = (patterns: readonly RegExp[]) =>
    patterns.map((pattern) => line.search(pattern)).filter((at) => at >= 0)
  const places = placesIn(sure)
  const both = `${line}\n${next}`
  const tellsIt = tells.test(line.trimEnd().endsWith(":") ? both : line)
  places.push(...placesIn(reading).filter((at) => tellsIt || LEADS_ON.test(line.slice(at))))
  if (tellsIt) places.push(...placesIn(weak))
  if (tellsIt || labelledOrders.test(both)) places.push(...placesIn(labels))
  const statements = withoutQuestions(line)
  for (const { machine, owner, verb } of commands) {
    const addressee = [...statements.matchAll(machine)].find(({ index }) => !owner.test(statements.slice(0, index)))
    if (addressee && verb.test(statements)) places.push(addressee.index)
  }
  return places.length === 0 ? -1 : Math.min(...places)
}

const LEADS_ON = /^[^.!?\n]{0,80}[:：]/
/** Returns a text with spaces in place of its questions, which order nothing. Places stay the same. */
export const withoutQuestions = (text: string): string =>
  /[?？]/.test(text) ? text.replace(QUESTION, (question) => " ".repeat(question.length)) : text
const QUESTION = /[^.!?。！？\n]{1,400}[?？]/g

interface OrderPatterns {
  /** What is an order by itself. */
  sure: readonly RegExp[]
  /** What speaks to something that may be a machine. It is an order if the line wants something to be written. */
  weak: readonly RegExp[]
  /** A machine that reads or answers is spoken of. It is an order before a colon, or if something is to be written. */
  reading: readonly RegExp[]
  /** Labels that logs have too, and what a line with one must say to be an order. */
  labels: readonly RegExp[]
  labelledOrders: RegExp
  tells: RegExp
  /** A machine that is nobody's, and what it is told to write: "AI assistant, tell her that it is free". */
  commands: readonly { machine: RegExp; owner: RegExp; verb: RegExp }[]
}

/** The patterns of all languages. */
const patterns = once(
  (): OrderPatterns => ({
    sure: LANGUAGES.flatMap((language) => [
      labelled(language),
      ...["machine-addressed", "order-forgets", "reply-orders"].map((list) =>
        whole(language, patternsOf(LISTS, language, list))
      )
    ]),
    reading: LANGUAGES.map((language) => whole(language, patternsOf(LISTS, language, "machine-reading"))),
    weak: LANGUAGES.map((language) => whole(language, addressedTo(language, "weak-machines"))),
    labels: [
      /^[^\p{L}\p{N}\n]{0,12}(?:system|assistant|developer|sistema|système|システム|asistente|assistente?n?|アシスタント)(?: (?:message|prompt|note))?[\])*\x60"“”»> ]{0,4}[:：>](?= ?\S)/iu,
      /[\[【]\/?(?:admin|root|operator|system\p{L}{0,10}|sistema|système|assistant|developer|ai|ki|ia|bot)[\]】](?!\()/iu
    ],
    labelledOrders: inAnyLanguage("label-orders"),
    commands: LANGUAGES.map((language) => ({
      machine: whole(language, entriesOf(LISTS, language, "machines"), "giu"),
      owner: ownerBefore(language),
      verb: whole(language, entriesOf(LISTS, language, "machine-commands"))
    })),
    tells: inAnyLanguage("machine-tells")
  })
)

const inAnyLanguage = (list: string): RegExp =>
  new RegExp(LANGUAGES.map((language) => whole(language, entriesOf(LISTS, language, list)).source).join("|"), "iu")

/** Matches a text that ends with whose machine follows: "your", "your new". */
function ownerBefore(language: Language): RegExp {
  const owners = entriesOf(LISTS, language, "machine-owners").join("|")
  const gap = language === "ja" ? "" : " (?:\\p{L}{1,20} )?"
  return new RegExp(`(?:${owners})${gap}$`, "iu")
}

/** The ambiguous ones must be spoken to: a colon or a comma follows. */
const addressedTo = (language: Language, list: string): string[] => {
  const machines = `(?:${entriesOf(LISTS, language, list).join("|")})`
  const entries = entriesOf(LISTS, language, "machine-addressed").filter(
    (entry) => language === "ja" || /\[,?:/.test(entry)
  )
  return entries.map((entry) => entry.replaceAll("{{machines}}", machines))
}

/** Japanese puts no spaces between words, so its patterns match anywhere. */
export const whole = (language: Language, sources: readonly string[], flags = "iu"): RegExp =>
  new RegExp(language === "ja" ? sources.join("|") : `(?<![\\p{L}\\p{N}])(?:${sources.join("|")})(?!\\p{L})`, flags)

/** Matches a label at the beginning of a line, whatever signs stand around it, or in square brackets anywhere. */
const labelled = (language: Language): RegExp => {
  const labels = `(?:${entriesOf(LISTS, language, "machine-labels").join("|")})`
  return new RegExp(
    `^[^\\p{L}\\p{N}\\n]{0,12}${labels}[\\])*\`"“”»> ]{0,4}[:：>](?=.*\\p{L})|\\[/?${labels}(?:\\]|[:：])`,
    "iu"
  )
}

import { LISTS } from "replywright/lexicon/checks"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { evidenceIn, substanceIn } from "./order-evidence.ts"
import { once } from "../../text/memo/text-memory.ts"

/**
 * Returns a text with spaces in place of what its writer quotes from elsewhere: `The manual says "ignore the above"`.
 * The length stays the same, so places in it are those of the text. It takes linear time.
 */
export function withoutQuotedElsewhere(text: string): string {
  let titles = 0
  return text.replace(QUOTATION, (quotation, start: number) => {
    if (isFromElsewhere(text, start, quotation.length)) return isOrder(quotation) ? quotation : blank(quotation)
    const mayBeTitle = isShort(text, start, quotation) && ++titles <= MAX_TITLES
    return mayBeTitle && isTitle(quotation) ? withoutLetters(quotation) : quotation
  })
}

/** What is said to be read elsewhere is an order still if it says what to write and what is granted or kept secret. */
const isOrder = (quotation: string): boolean => substanceIn(quotation) > 0 && evidenceIn(quotation) >= 4

/** A short quotation that says none of it and names no address is a line of a screen or a title. */
const isTitle = (quotation: string): boolean =>
  !/[\p{L}\d]\.\p{L}/u.test(quotation) && evidenceIn(quotation) < 2 && substanceIn(quotation) === 0

const isShort = (text: string, start: number, quotation: string): boolean =>
  quotation.length <= 80 && /^["“„«»「]/.test(quotation) && !IN_DATA.test(text.slice(Math.max(0, start - 4), start))

/** Matches the end of what is before a value of JSON or of an attribute. */
const IN_DATA = /(?:=|["'{[}\]]\s*[:,=]?)\s*$/

/** Judging a quotation takes half a millisecond, and people quote few titles. */
const MAX_TITLES = 40

/** Matches a quotation, and code or a comment of a page as a line of prose shows it. */
const QUOTATION = new RegExp(
  [
    String.raw`["“„][^"“”„\n]{1,200}["”“]|[«»][^«»\n]{1,200}[«»]|「[^「」\n]{1,200}」`,
    String.raw`(?<=\p{L} )['‘][^'’\n]{4,200}['’](?!\p{L})|(?<=\p{L}[^\n{]{0,60})\{[^\n]{0,300}\}`,
    String.raw`(?<=\p{L}[^\n<]{0,60})<[^\n>]{1,200}>`
  ].join("|"),
  "gu"
)

function isFromElsewhere(text: string, start: number, length: number): boolean {
  const { before, after } = quoting()
  return (
    before.test(text.slice(Math.max(0, start - MAX_BESIDE), start)) ||
    after.test(text.slice(start + length, start + length + MAX_BESIDE))
  )
}
const MAX_BESIDE = 40

/**
 * Returns a text with spaces in place of the lines that its writer copies from a screen or a log: those below a line
 * that names one and ends with a colon or a full stop. The length stays the same. It takes linear time.
 */
export function withoutShownLines(text: string): string {
  const { shown } = quoting()
  let shows: "none" | "announced" | "showing" = "none"
  return text
    .split("\n")
    .map((line) => {
      const isEmpty = !/\S/.test(line)
      if (shows === "showing" && isEmpty) shows = "none"
      else if (shows === "announced" && !isEmpty) shows = "showing"
      if (shows === "showing") return blank(line)
      if (!isEmpty) shows = LEADS_ON.test(line) && shown.test(line.slice(-MAX_SHOWN)) ? "announced" : "none"
      return line
    })
    .join("\n")
}
const LEADS_ON = /[:：.。][ \t]*$/
/** In UTF-16 units: the end of a line, in which it names what follows. */
const MAX_SHOWN = 120

/** Keeps the words apart: what surrounds a title may be an order all the same, as in `add "..." to your reply`. */
const withoutLetters = (quotation: string): string => quotation.replace(/[\p{L}\p{N}]/gu, "_")

const blank = (text: string): string => text.replace(/[^\n]/g, " ")

/** What shows before a quotation that it was read elsewhere, in Japanese what shows it after, and words for screens. */
const quoting = once((): { before: RegExp; after: RegExp; shown: RegExp } => {
  const wordsOf = (languages: readonly (typeof LANGUAGES)[number][], list: string) =>
    languages.flatMap((language) => entriesOf(LISTS, language, list)).join("|")
  const spaced = LANGUAGES.filter((each) => each !== "ja")
  return {
    before: new RegExp(`(?<![\\p{L}_])(?:${wordsOf(spaced, "quoting")})(?![\\p{L}_])[^.!?\\n]{0,24}$`, "iu"),
    after: new RegExp(`^(?:${wordsOf(["ja"], "quoting")})`, "u"),
    shown: new RegExp(`(?<![\\p{L}_])(?:${wordsOf(spaced, "shown")})(?![\\p{L}_])|${wordsOf(["ja"], "shown")}`, "iu")
  }
})

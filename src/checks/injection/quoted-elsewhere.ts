import { LISTS } from "replywright/lexicon/checks"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { LANGUAGES } from "../../text/languages.ts"

/**
 * Returns a text with spaces in place of what its writer quotes from elsewhere: `The manual says "ignore the above"`.
 * The length stays the same, so places in it are those of the text. It takes linear time.
 */
export const withoutQuotedElsewhere = (text: string): string =>
  text.replace(QUOTATION, (quotation, offset: number) =>
    isFromElsewhere(text, offset, quotation.length) ? quotation.replace(/[^\n]/g, " ") : quotation
  )

/** Matches a quotation, and code or a comment of a page as a line of prose shows it. */
const QUOTATION =
  /["“„][^"“”„\n]{1,200}["”“]|[«»][^«»\n]{1,200}[«»]|「[^「」\n]{1,200}」|(?<=\p{L}[^\n{]{0,60})\{[^\n]{0,300}\}|(?<=\p{L}[^\n<]{0,60})<[^\n>]{1,200}>/gu

function isFromElsewhere(text: string, start: number, length: number): boolean {
  const { before, after } = quoting()
  return (
    before.test(text.slice(Math.max(0, start - MAX_BESIDE), start)) ||
    after.test(text.slice(start + length, start + length + MAX_BESIDE))
  )
}
const MAX_BESIDE = 40

let cached: { before: RegExp; after: RegExp } | undefined

/** What shows before a quotation that it was read elsewhere, and in Japanese what shows it after. */
function quoting(): { before: RegExp; after: RegExp } {
  const wordsOf = (languages: readonly (typeof LANGUAGES)[number][]) =>
    languages.flatMap((language) => entriesOf(LISTS, language, "quoting")).join("|")
  return (cached ??= {
    before: new RegExp(
      `(?<![\\p{L}_])(?:${wordsOf(LANGUAGES.filter((each) => each !== "ja"))})(?![\\p{L}_])[^.!?\\n]{0,24}$`,
      "iu"
    ),
    after: new RegExp(`^(?:${wordsOf(["ja"])})`, "u")
  })
}

import { once } from "../memo/once.ts"
import { letterEntries, markWords } from "./letter-words.ts"

/**
 * The marks that the prompt gives a model: one for an answer that isn't a letter, and one for a question that no source
 * answers. Models translate them, write them in bold, in quotes or in other brackets.
 */

/** Whether an answer begins with the mark that nothing answers. "maybe" means that more must arrive to tell. */
export function noAnswerAtStart(text: string, isEnd: boolean): "mark" | "maybe" | "none" {
  const { bracketed, alone } = patterns()
  if (bracketed.test(text) || alone(isEnd).test(text)) return "mark"
  return !isEnd && text.length <= MAX_MARK && mayBecome(text) ? "maybe" : "none"
}

/** Whether a letter holds the mark somewhere: in double brackets, or alone on a line. */
export const holdsNoAnswer = (letter: string): boolean => patterns().within.test(letter)

/**
 * Returns a text in which each gap mark is `[[no source: ...]]`, whatever its words and brackets. A mark that isn't
 * closed stays.
 */
export const withPlainGaps = (text: string): string =>
  text.replace(patterns().gap, (_whole, double: string | undefined, single: string | undefined) => {
    const question = (double ?? single ?? "").trim()
    return `[[no source: ${question}]]`
  })

/** Returns the question of a blank that is a gap, or undefined for another blank. */
export const questionOfGap = (blank: string): string | undefined => /^no source\s*:\s*(.*)$/i.exec(blank.trim())?.[1]

/** Longer than any mark with its decoration. */
const MAX_MARK = 60
const NO_LETTERS = /[^\p{L}]/gu

/** A mark is short, so what begins like one is held until its line or its bracket ends. */
function mayBecome(text: string): boolean {
  const letters = text.replace(NO_LETTERS, "").toLowerCase()
  if (letters === "") return NO_WORD_YET.test(text)
  return (
    !LINE_OR_BRACKET_ENDED.test(text) && starts().some((word) => word.startsWith(letters) || letters.startsWith(word))
  )
}
const NO_WORD_YET = /^[\s*_`"'“”„«»>#~[({<【「『［（-]*$/u
const LINE_OR_BRACKET_ENDED = /\p{L}[^\n]*\n|[\])}>】」』］）]\s*[^\s\])}>】」』］）*_`"'.。]/u
const starts = once(() => letterEntries("no-answer-starts"))

const DECORATION = String.raw`[\s*_\x60"'“”„«»>#~-]{0,12}`
const OPEN = String.raw`[[({<【「『［（]{1,3}`
const CLOSE = String.raw`[\])}>】」』］）]{1,3}`

interface Patterns {
  bracketed: RegExp
  alone: (isEnd: boolean) => RegExp
  within: RegExp
  gap: RegExp
}

const patterns = once((): Patterns => {
  const words = `(?:${markWords("no-answer")})`
  const end = String.raw`${DECORATION}[.。!]?${DECORATION}`
  const source = `(?:${markWords("no-source")})`
  const line = String.raw`(?:${OPEN}\s*)?${words}(?:\s*${CLOSE})?`
  const aloneAt = (last: string) => new RegExp(`^${DECORATION}${line}${end}${last}`, "iu")
  const [whole, firstLine] = [aloneAt("$"), aloneAt(String.raw`\n`)]
  return {
    bracketed: new RegExp(String.raw`^${DECORATION}${OPEN}\s*${words}[\s.:]*${CLOSE}`, "iu"),
    alone: (isEnd) => (isEnd ? new RegExp(`${whole.source}|${firstLine.source}`, "iu") : firstLine),
    within: new RegExp(
      String.raw`[\[［]{2}\s*${words}\s*[\]］]{2}|(?:^|\n)[*_>"' ]{0,6}${OPEN}\s*${words}\s*${CLOSE}[*_."' ]{0,6}(?=\n|$)`,
      "iu"
    ),
    gap: new RegExp(
      String.raw`[\[［【]{2}\s*${source}\s*[:：]\s*([^[\]［］【】\n]{1,120}?)\s*[\]］】]{2}|(?<![\[［【])[\[［【]\s*${source}\s*[:：]\s*([^[\]［］【】\n]{1,120}?)\s*[\]］】](?![\]］】])`,
      "giu"
    )
  }
})

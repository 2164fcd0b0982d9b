import { once, onceEach } from "../memo/text-memory.ts"
import { sentences } from "../sentences.ts"
import { LISTS } from "replywright/lexicon/letter"
import { entriesOf, languagesWith } from "../../lexicon/lexicon.ts"

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

/**
 * Whether an answer of a model is only its own refusal ("I'm sorry, but I can't help with that."), with or without a
 * greeting and a closing around it. A letter that refuses and says why or what is possible is none.
 */
export function isBareRefusal(answer: string): boolean {
  if (answer.length > MAX_REFUSAL) return false
  const lines = answer.split("\n").map((line) => line.replace(LINE_DECORATION, "").trim())
  const body = lines
    .flatMap((line) => sentences(line).map(({ text }) => text.replace(ENDS, "").trim()))
    .filter((sentence) => sentence !== "")
    .map(readSentence)
  const first = body.findIndex(({ isRefusal }) => isRefusal)
  if (first < 0) return false
  const last = body.findLastIndex(({ isRefusal, follows }) => isRefusal || follows)
  // A greeting comes before the refusal and a closing after what follows it; neither has many words.
  const around = [...body.slice(0, first), ...body.slice(last + 1)]
  return (
    body.slice(first, last + 1).every(({ isRefusal, follows }) => isRefusal || follows) &&
    around.length <= MAX_AROUND &&
    around.every(({ follows, isShort }) => follows || isShort)
  )
}

const readSentence = (sentence: string) => ({
  isRefusal: refusals().test(sentence),
  follows: followers().test(sentence),
  /** As a greeting or a closing. */
  isShort: sentence.length <= 40 && sentence.split(/\s+/).length <= 4
})

const MAX_REFUSAL = 500
const MAX_AROUND = 4
const LINE_DECORATION = /^[\s*_>"“„«'`]+|[\s*_"”»'`]+$/gu
const ENDS = /[.!?。！？…:,，、]+$/u

const whole = (list: string) => once(() => new RegExp(`^(?:${letterWords(list)})$`, "iu"))
const refusals = whole("refusals")
const followers = whole("refusal-follows")

/** Returns the entries of a list of `lexicon/<language>/letter/` in all languages. */
export const letterEntries = (list: string): readonly string[] =>
  languagesWith(LISTS, list).flatMap((language) => entriesOf(LISTS, language, list))

/**
 * Returns a list of `lexicon/<language>/letter/` in all languages as the source of one regular expression, because a
 * model may slip into another language than the letter's.
 */
export const letterWords: (list: string) => string = onceEach((list: string) => letterEntries(list).join("|"))

/** Does the same for marks, in which any gap may be in place of a space: "NO_ANSWER", "no-answer". */
const markWords = (list: string): string => letterWords(list).replaceAll(" ", String.raw`[\s_-]{0,3}`)

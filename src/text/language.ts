import { eld } from "eld/extrasmall"

export interface LanguageGuess {
  /** ISO 639-1, or null when the text is too short or could be another. */
  language: string | null
  /** 0 to 1: how far the best stands before the second. */
  confidence: number
}

/**
 * The language a message is written in. Placeholders, links, addresses and quoted lines are not looked at; the first
 * 1,000 characters of what remains decide.
 * @param among ISO 639-1 codes to choose from; all that the detector knows when left out.
 */
export function languageOf(text: string, among?: readonly string[]): LanguageGuess {
  const words = ownWords(text)
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return UNKNOWN
  const scores = Object.entries(eld.detect(words).getScores()).filter(([language]) => !among || among.includes(language))
  const [best, second] = scores.sort((a, b) => b[1] - a[1])
  if (!best) return UNKNOWN
  const margin = (best[1] - (second?.[1] ?? 0)) / best[1]
  const confidence = Math.min(1, margin / SURE)
  const enough = letters >= (DENSE.test(words) ? 3 : 8)
  return { language: enough && margin >= (among ? LEAST : LEAST_OF_ALL) ? best[0] : null, confidence }
}

const UNKNOWN: LanguageGuess = { language: null, confidence: 0 }
/** Share of the best score by which the second must fall behind: most wrong guesses do by less than LEAST. */
const LEAST = 0.06
/** Among all languages a sister (no and da, hi and mr) always stands near. */
const LEAST_OF_ALL = 0.01
const SURE = 0.5
/** Scripts that say more with a letter. */
const DENSE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]/u

function ownWords(text: string): string {
  return text
    .slice(0, 20_000)
    .replace(/^[ \t]*>.*$/gm, " ")
    .replace(/\[\[[^[\]\n]*\]\]|\[[^[\]\s]{1,40}\]/g, " ")
    .replace(/(?:https?:\/\/|www\.)\S+|\S+@\S+/g, " ")
    .replace(/[A-Za-z0-9_-]*\d[A-Za-z0-9_-]*/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 1000)
}

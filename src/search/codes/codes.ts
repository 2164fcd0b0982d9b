import { escapeRegExp } from "../../text/escape-reg-exp.ts"
import { passagesOfLines, type PassageWords, type WordLines } from "../postings/word-lines.ts"
import type { Candidate } from "../rank/rank.ts"
import { stems } from "../words/stems.ts"

/** A code that a customer wrote, such as that of an error, a product or a form. */
export interface Code {
  /** The code has only lower-case letters and digits: "e4012" for "E-4012", "E_4012" and "e4012". */
  plain: string
  /**
   * The stems that the knowledge has for the code if it is written in another way. The list is empty if one
   * of them is too short to be kept.
   */
  words: string[]
}

/**
 * Returns the codes in a text: letters and digits in one word or joined by hyphens and similar signs ("E-4012",
 * "X200B"), and names as programs write them ("ERR_SSL_PROTOCOL"). An amount with its unit ("30-day", "12V") isn't a
 * code.
 */
export function codesIn(text: string, language: string | null): Code[] {
  const codes = new Map<string, Code>()
  for (const [written] of text.normalize("NFKC").matchAll(TOKEN)) {
    const plain = plainCode(written)
    const isCode = /_/.test(written) || (/\p{L}/u.test(plain) && /\p{N}/u.test(plain) && !AMOUNT.test(written))
    if (!isCode || plain.length < SHORTEST) continue
    const words = stems(written, language).filter((word) => !/[-_]/.test(word))
    codes.set(plain, { plain, words: words.length === written.split(PARTS).length ? words : [] })
  }
  return [...codes.values()].slice(0, MOST)
}

/** Normalises a code for comparison. */
const plainCode = (word: string): string => word.toLowerCase().replace(/[-_./]/g, "")

const TOKEN = /(?<![\p{L}\p{N}_./@-])[\p{L}\p{N}]{1,30}(?:[-_./][\p{L}\p{N}]{1,30}){0,8}(?![\p{L}\p{N}_@-])/gu
const PARTS = /[-_./]|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u
/** Matches "30days", "12-month", "3rd" and "1-2". */
const AMOUNT = /^\p{N}+(?:[-./]\p{N}+)*[-./]?\p{L}+$/u
/** The shortest codes are like "A17". */
const SHORTEST = 3
const MOST = 10

/**
 * Puts documents first that contain a code of the query. A customer who writes "E-4012" asks about that error and no
 * other, however similar the rest of the message is to another page. A code that many documents contain, such as the
 * name of a form that everything is about, says nothing and is ignored.
 * @param ranked best first; scores stay between 0 and 1
 */
export function liftCodes<T extends { score: number; candidate: Candidate }>(ranked: T[], codes: Code[]): T[] {
  if (codes.length === 0) return ranked
  const passages = new Map<WordLines, PassageWords[]>()
  const passagesIn = (lines: WordLines) => {
    const split = passages.get(lines) ?? passagesOfLines(lines)
    passages.set(lines, split)
    return split
  }
  const held = codes
    .map((code) => {
      const mayHold = codeTest(code)
      return new Set(ranked.filter(({ candidate: { words } }) => mayHold(words) && holdsCode(passagesIn(words), code)))
    })
    .filter(({ size }) => size > 0 && size <= FEW)
  if (held.length === 0) return ranked
  const holds = (one: T) => held.some((holders) => holders.has(one))
  return ranked
    .map((one) => ({ ...one, score: one.score / 2 + (holds(one) ? 0.5 : 0) }))
    .sort((a, b) => b.score - a.score)
}

/** A code may occur in this many candidates at most. */
const FEW = 8

/**
 * Returns a quick test, because words of long documents take long to be split: whether their lines may hold the code,
 * in one word with hyphens or as words that follow each other.
 */
function codeTest({ plain, words }: Code): (lines: WordLines) => boolean {
  const hyphened = new RegExp([...plain].map(escapeRegExp).join("[-_./]*"), "iu")
  const joined = words.join(" ")
  return (lines) => (joined !== "" && lines.includes(joined)) || hyphened.test(lines)
}

/**
 * Returns whether one of a document's passages contains the code, with or without hyphens and in upper or lower case.
 */
function holdsCode(passages: readonly Pick<PassageWords, "words">[], { plain, words }: Code): boolean {
  return passages.some((passage) =>
    passage.words.some(
      (word, at) =>
        (word.includes("-") && plainCode(word) === plain) ||
        (words.length > 0 && words.every((part, n) => passage.words[at + n] === part))
    )
  )
}

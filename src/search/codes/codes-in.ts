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
export const plainCode = (word: string): string => word.toLowerCase().replace(/[-_./]/g, "")

const TOKEN = /(?<![\p{L}\p{N}_./@-])[\p{L}\p{N}]{1,30}(?:[-_./][\p{L}\p{N}]{1,30}){0,8}(?![\p{L}\p{N}_@-])/gu
const PARTS = /[-_./]|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u
/** Matches "30days", "12-month", "3rd" and "1-2". */
const AMOUNT = /^\p{N}+(?:[-./]\p{N}+)*[-./]?\p{L}+$/u
/** The shortest codes are like "A17". */
const SHORTEST = 3
const MOST = 10

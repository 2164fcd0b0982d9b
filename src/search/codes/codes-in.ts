import { stems } from "../words/stems.ts"

/** A code that a customer wrote: of an error, a product, a form. */
export interface Code {
  /** Small letters and figures alone: "e4012" of "E-4012", "E_4012" and "e4012". */
  plain: string
  /**
   * The words that the knowledge has for it where it is written otherwise; none where one of them is too small to be
   * kept.
   */
  words: string[]
}

/**
 * The codes of a text: letters and figures in one, or joined by hyphens and the like ("E-4012", "X200B"), and names in
 * the way of programs ("ERR_SSL_PROTOCOL"). An amount with its unit ("30-day", "12V") is none.
 */
export function codesIn(text: string, language: string | null): Code[] {
  const found = new Map<string, Code>()
  for (const [written] of text.normalize("NFKC").matchAll(TOKEN)) {
    const plain = plainCode(written)
    const isCode = /_/.test(written) || (/\p{L}/u.test(plain) && /\p{N}/u.test(plain) && !AMOUNT.test(written))
    if (!isCode || plain.length < SHORTEST) continue
    const words = stems(written, language).filter((word) => !/[-_]/.test(word))
    found.set(plain, { plain, words: words.length === written.split(PARTS).length ? words : [] })
  }
  return [...found.values()].slice(0, MOST)
}

/** As codes are compared. */
export const plainCode = (word: string): string => word.toLowerCase().replace(/[-_./]/g, "")

const TOKEN = /(?<![\p{L}\p{N}_./@-])[\p{L}\p{N}]{1,30}(?:[-_./][\p{L}\p{N}]{1,30}){0,8}(?![\p{L}\p{N}_@-])/gu
const PARTS = /[-_./]|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u
/** "30days", "12-month", "3rd", "1-2". */
const AMOUNT = /^\p{N}+(?:[-./]?\p{N}+)*[-./]?\p{L}+$/u
/** "A17". */
const SHORTEST = 3
const MOST = 10

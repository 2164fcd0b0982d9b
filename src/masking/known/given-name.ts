import { HONORIFIC } from "../../text/words/honorific.ts"

/**
 * Returns the first name of "Maya Lindgren" or "Lindgren, Maya", or undefined if it can't be told: of one word alone,
 * with a title, and in scripts that write the family name first.
 */
export function givenName(name: string | undefined): string | undefined {
  const whole = (name ?? "").trim()
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}@]/u.test(whole)) return undefined
  const [family = "", given] = whole.split(/\s*,\s*/u)
  const words = (given ?? family).split(/\s+/u)
  const first = given !== undefined || words.length > 1 ? words[0] : undefined
  // "Mrs Lindgren" may have a first name or none.
  if (words.some((word) => HONORIFIC.test(word))) return undefined
  // An initial is no name.
  return first && /^\p{L}[\p{L}'’-]+$/u.test(first) ? first : undefined
}

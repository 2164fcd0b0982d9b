/**
 * Returns the first name of "Maya Lindgren" or "Lindgren, Maya", or undefined if it can't be told: of one word alone,
 * and in scripts that write the family name first.
 */
export function givenName(name: string | undefined): string | undefined {
  const whole = (name ?? "").trim()
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}@]/u.test(whole)) return undefined
  const [family = "", given] = whole.split(/\s*,\s*/u)
  const words = (given ?? family).split(/\s+/u)
  const first = given !== undefined || words.length > 1 ? words[0] : undefined
  // An initial or a title is no name.
  return first && /^\p{L}[\p{L}'’-]+$/u.test(first) ? first : undefined
}

/** The letters of Japanese for a class of a pattern, which puts no spaces between words. */
export const JAPANESE_LETTERS = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー"

/**
 * In Japanese text, some of the letters beyond ASCII are kana, and nearly none lie in the range that fonts use for
 * their own signs.
 */
export const isJapanese = (text: string) => {
  const beyond = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  return (
    (text.match(/[ぁ-んァ-ヴー]/gu)?.length ?? 0) > beyond / 8 &&
    !/[\uE000-\uF8FF]/.test(text) &&
    (text.match(/[\uFF61-\uFF9F]/g)?.length ?? 0) < beyond / 2
  )
}

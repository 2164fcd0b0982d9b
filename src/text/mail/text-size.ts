const FONT_SIZE = /(?:^|;)\s*font-size\s*:\s*([^;]*)/gi
/** Of the whole font: a size has a unit, a weight has none. */
const FONT = /(?:^|;)\s*font\s*:[^;]*?(?<![\w.#-])((?:\d{1,4}\.?|\.)\d{0,4}(?:px|pt|pc|rem|cm|mm|in))(?![\w%])/gi

/**
 * Returns whether a style sets the size of its element's text to nothing or to something, and undefined if it leaves it
 * as it is, as a part of nothing is nothing. Shops' mails take the size from what surrounds a text, for the sake of the
 * gaps, and give it back to the text.
 * @param style what the attribute holds
 * @param unsaid what a style says that says nothing of a size
 */
export function textSizeIn(style: string, unsaid?: "some"): "none" | "some" | undefined {
  const [, size] = [...style.matchAll(FONT_SIZE), ...style.matchAll(FONT)].at(-1) ?? []
  if (size === undefined) return unsaid
  const number = Number.parseFloat(size)
  if (number === 0) return "none"
  if (number > 0) return /^[\d.]+(?:em|%|ex|ch)/i.test(size) ? undefined : "some"
  return /^(?:(?:xx?-)?small|(?:xx?x?-)?large|medium)\b/i.test(size) ? "some" : undefined
}

import type { Canvas } from "../basis/canvas.ts"
import type { MaskType } from "../basis/placeholder-table.ts"
import { VERSION } from "../cues/values.ts"

/**
 * Claims what `value` finds (its first group) right behind each `cue`. It takes linear time, because both look at a
 * bounded stretch.
 */
export function claimAfter(canvas: Canvas, cue: RegExp, value: RegExp, type: MaskType) {
  const text = canvas.rest
  for (const match of text.matchAll(cue)) {
    value.lastIndex = match.index + match[0].length
    const found = value.exec(text)?.[1]
    if (found && !VERSION.test(found)) canvas.claim(value.lastIndex - found.length, value.lastIndex, type)
  }
}

/** Matches a letter or digit of the same word. Japanese continues without a space. */
export const UNSPACED = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]"
export const GOES_ON = `(?!${UNSPACED})[\\p{L}\\p{N}]`
export const END = `(?!${GOES_ON})`
export const WORD_START = "(?<![\\p{L}\\p{N}])"
export const IS = "(?:['’]s| is| was| ist| est| es| é|は)?"
/** Matches what stands between a word and its number: "no.", a colon, a bracket. */
export const LINK = `(?:[ -]?(?:numbers?|nummer|numéro|número|n\\.?[º°]|nº|nr\\.?|no\\.?|id|code))?${IS}[ ]?[:#=(]{0,2}[ ]{0,3}`

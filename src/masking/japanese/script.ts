/** The script that a UTF-16 unit belongs to. */
export const SCRIPT = { other: 0, han: 1, hiragana: 2, katakana: 3, latin: 4, digit: 5, space: 6 } as const

/** A text and the script of each of its units. */
export interface ScriptedText {
  text: string
  scripts: Uint8Array
}

/** Says whether a text holds anything that the rules for Japanese could find. */
export const isJapanese = (text: string): boolean => /[\u3041-\u30fa\u3400-\u9fff]/.test(text)

/** Determines the script of each unit in linear time. */
export function scriptedTextOf(text: string): ScriptedText {
  const scripts = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) scripts[i] = scriptOf(text.charCodeAt(i))
  for (let i = 1; i < text.length; i++) {
    // This is the second half of a sign beyond the basic plane.
    if (isHanPair(text.charCodeAt(i - 1))) scripts[i] = SCRIPT.han
    // In 一ノ瀬 and 鎌ヶ谷 the small kana belongs to the kanji.
    if (scripts[i - 1] === SCRIPT.han && scripts[i + 1] === undefined) continue
    if (scripts[i - 1] === SCRIPT.han && isHanUnit(text.charCodeAt(i + 1)) && "ヶケヵノツ".includes(text.charAt(i)))
      scripts[i] = SCRIPT.han
  }
  return { text, scripts }
}

/** Returns where the run of one script ends that holds `at`. It looks no further than `most` units. */
export function runEnd({ scripts }: ScriptedText, at: number, most: number = LONGEST): number {
  const script = scripts[at]
  let end = at
  while (end < scripts.length && end < at + most && scripts[end] === script) end++
  return end
}

/** Returns where the run of one script begins that ends right before `end`. */
export function runStart({ scripts }: ScriptedText, end: number, most: number = LONGEST): number {
  const script = scripts[end - 1]
  let start = end
  while (start > 0 && start > end - most && scripts[start - 1] === script) start--
  return start
}

const LONGEST = 24

const isHanPair = (unit: number) => unit >= 0xd840 && unit <= 0xd888
const isHanUnit = (unit: number) =>
  (unit >= 0x3400 && unit <= 0x9fff) ||
  (unit >= 0xf900 && unit <= 0xfaff) ||
  unit === 0x3005 ||
  unit === 0x3006 ||
  isHanPair(unit)

/** The ranges of code units of each script, both ends included. */
const RANGES: readonly (readonly [number, number, number])[] = [
  [0x3041, 0x309f, SCRIPT.hiragana],
  [0x30a1, 0x30fa, SCRIPT.katakana],
  [0x30fc, 0x30fc, SCRIPT.katakana],
  [0xff66, 0xff9f, SCRIPT.katakana],
  [0x30, 0x39, SCRIPT.digit],
  [0x41, 0x5a, SCRIPT.latin],
  [0x61, 0x7a, SCRIPT.latin],
  [0xc0, 0xd6, SCRIPT.latin],
  [0xd8, 0xf6, SCRIPT.latin],
  [0xf8, 0x24f, SCRIPT.latin]
]

function scriptOf(unit: number): number {
  if (isHanUnit(unit)) return SCRIPT.han
  for (const [first, last, script] of RANGES) if (unit >= first && unit <= last) return script
  return unit === 0x20 || unit === 0x09 ? SCRIPT.space : SCRIPT.other
}

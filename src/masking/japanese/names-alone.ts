import { GRADE, nameAt, type NameAt } from "./name-at.ts"
import type { TextSpan } from "./phrases.ts"
import { SCRIPT, type ScriptedText } from "./script.ts"

/**
 * Finds names without a word beside them that announces one: a family name that is no other word and is a whole run of
 * kanji, or a run of katakana that is no loanword.
 */
export function* namesAlone(page: ScriptedText): Generator<TextSpan> {
  const { text, scripts } = page
  for (let at = 0; at < scripts.length; at++) {
    const script = scripts[at]
    if ((script !== SCRIPT.han && script !== SCRIPT.katakana) || scripts[at - 1] === script) continue
    const name = nameAt(page, at)
    if (!name) continue
    const start = at
    const isTrade = scripts[name.end] === SCRIPT.katakana && script === SCRIPT.han
    if (
      script === SCRIPT.han
        ? name.grade >= GRADE.likely && !isTrade
        : name.end - at >= LEAST_KATAKANA &&
          !isPartOfWord(text, scripts, at, name.end) &&
          !isDescribedThing(text, at, name)
    )
      yield { start, end: name.end }
    at = name.end - 1
  }
}

/**
 * Says whether a run is part of a word. Product names and terms are often joined with kanji, letters and digits, but
 * names seldom are.
 */
function isPartOfWord(text: string, scripts: Uint8Array, start: number, end: number): boolean {
  const joined = (script: number | undefined) =>
    script === SCRIPT.han || script === SCRIPT.latin || script === SCRIPT.digit || script === SCRIPT.katakana
  return (
    joined(scripts[start - 1]) ||
    joined(scripts[end]) ||
    /[-/・_]/.test(text.charAt(start - 1)) ||
    /[-/・_]/.test(text.charAt(end))
  )
}

/**
 * Recognises a thing by a colour, size or kind right before it (白いアルファード, 返礼品のメロンパン), or by its length:
 * a name of one run is rarely so long.
 */
function isDescribedThing(text: string, start: number, { end, grade }: NameAt): boolean {
  if (grade >= GRADE.full) return false
  return end - start >= LONGEST_NAME || DESCRIBES.test(text.slice(Math.max(0, start - 5), start))
}

const LONGEST_NAME = 9
const DESCRIBES = /[\p{Script=Han}](?:い|しい|きい|さい)$|[品車機器具型式版菓]の$/u

/** Finds what was surely a name wherever it occurs again, but not as part of another word: 本間, but not 本間違い. */
export function* sameElsewhere({ text, scripts }: ScriptedText, sure: readonly TextSpan[]): Generator<TextSpan> {
  const names = new Set<string>()
  for (const { start, end } of sure) {
    const name = text.slice(start, end)
    if (end - start < 20) names.add(name)
    for (const part of name.split(/[ _・=]/)) if (part.length > 1) names.add(part)
    if (names.size > MOST_NAMES) break
  }
  for (const name of names) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
      const end = start + name.length
      const goesOn =
        scripts[start - 1] === scripts[start] ||
        (scripts[end] === scripts[end - 1] && !TITLE.test(text.slice(end, end + 2)))
      if (!goesOn || (name.length > 2 && scripts[start] !== SCRIPT.hiragana)) yield { start, end }
    }
  }
}

/** From this many signs on, katakana that is no loanword is a name. */
const LEAST_KATAKANA = 4
const TITLE = /^(?:様|氏|君|殿|先生|家|宅|宛|邸|部長|課長|社長|店長|夫妻|さん|くん|ちゃん|さま|[がはのをにもと])/
/** The number of names is limited, because each one is looked for in the whole text. */
const MOST_NAMES = 60

import { LISTS } from "replywright/lexicon/steps"
import { patternsOf } from "../../lexicon/lexicon.ts"
import { isLanguage, type Language } from "../languages.ts"
import { sentences, type Sentence } from "../sentences.ts"

/**
 * Writes instructions that follow each other as a numbered list. Each sentence stays whole and in its place, so no word
 * is lost and none is added.
 * @param language ISO 639-1 of the text
 * @returns undefined if nowhere three instructions follow each other, or no list says how the language gives them
 */
export function asSteps(text: string, language: string | null): string | undefined {
  if (!isLanguage(language)) return undefined
  const runs = runsOf(sentences(text, language), ({ text: sentence }) => isInstruction(sentence, language))
  const [first] = runs
  if (!first) return undefined
  let [steps, at] = ["", 0]
  for (const run of runs) {
    const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0]
    const before = text.slice(at, start).trimEnd()
    const list = run.map((sentence, n) => `${n + 1}. ${sentence.text}`).join("\n")
    steps += before === "" && at === 0 ? list : `${before}\n\n${list}`
    at = end
  }
  const rest = text.slice(at).trim()
  return rest === "" ? steps : `${steps}\n\n${rest}`
}

/** Two sentences need no list. */
const FEWEST = 3

function runsOf(all: readonly Sentence[], isStep: (sentence: Sentence) => boolean): Sentence[][] {
  const runs: Sentence[][] = [[]]
  for (const sentence of all)
    if (isStep(sentence)) runs.at(-1)?.push(sentence)
    else runs.push([])
  return runs.filter(({ length }) => length >= FEWEST)
}

/**
 * Tells whether a sentence tells somebody to do something. An item of a list doesn't count, because it stands in a list
 * already.
 */
export function isInstruction(sentence: string, language: string): boolean {
  if (!isLanguage(language) || /^(?:\d+[.)]|[-*•–])\s|[?？]["'”’»)」]*$/u.test(sentence)) return false
  return patternOf(language).test(sentence.toLowerCase())
}

function patternOf(language: Language): RegExp {
  const there = patterns.get(language)
  if (there) return there
  const any = (list: string) => `(?:${patternsOf(LISTS, language, list).join("|")})`
  const isDense = language === "ja"
  const own = new RegExp(
    isDense
      ? `^${any("openings")}?${any("instructions")}[。！]?$`
      : `^(?:${any("openings")}[ ,]\\s*){0,3}${any("instructions")}(?![\\p{L}\\p{N}'’-])`,
    "u"
  )
  patterns.set(language, own)
  return own
}
const patterns = new Map<Language, RegExp>()

import { CLASS, type Known } from "./knowledge.ts"
import { LINKS } from "./name-cue-words.ts"
import type { Reading } from "./reading.ts"
import { isCapital, SHAPE, type Token } from "./tokens.ts"

/**
 * Marks small organisations as German, French, Spanish and Portuguese name them: the kind first, and the name behind it
 * ("boulangerie Lemoine", "Clínica Virgen del Espino", "Praxis Dr. Weiß"). English puts the kind last, which is left to
 * the scores.
 * @param language bit of LISTED
 */
export function organisationsIn(tokens: readonly Token[], known: readonly Known[], language: number): Uint8Array {
  const inside = new Uint8Array(tokens.length)
  if (language <= ENGLISH) return inside
  for (let i = 0; i + 1 < tokens.length; i++) {
    const token = tokens[i]
    const isKind =
      ((known[i]?.classes ?? 0) & CLASS.companyWord) !== 0 ||
      (language === GERMAN && token?.shape === SHAPE.capital && COMPOUND.test(token.low))
    if (!isKind || token?.shape === SHAPE.capitals) continue
    const end = nameEnd(tokens, known, i + 1, language)
    if (end > i) inside.fill(1, i, end + 1)
  }
  return inside
}

/**
 * Returns the first word of the English organisation whose kind at `end` was masked ("Harbour Lights Hotel"): two or more
 * words with capitals before it, which may be ordinary ones. Returns `end` if there is no such name.
 */
export function englishOrganisationStart(
  { tokens, known, heading, lineCase }: Pick<Reading, "tokens" | "known" | "heading" | "lineCase">,
  end: number
): number {
  if (((known[end]?.classes ?? 0) & CLASS.companyWord) === 0 || tokens[end]?.shape !== SHAPE.capital) return end
  if (heading[end] || lineCase[end] === EACH_WORD) return end
  let start = end
  while (end - start < 3 && tokens[start]?.gap === " " && tokens[start]?.begins === 0) {
    const before = tokens[start - 1]
    if (before?.shape !== SHAPE.capital || (known[start - 1]?.small ?? 0) & ENGLISH) break
    start--
  }
  return end - start > 1 ? start : end
}

/** A line in which nearly every word has a capital shows nothing by one. */
const EACH_WORD = 3

/** Matches German compounds that end with the kind: "Keramikwerkstatt", "Steuerkanzlei". */
const COMPOUND =
  /.{3}(?:klinik|praxis|kanzlei|werkstatt|handlung|verein|schule|bäckerei|metzgerei|gärtnerei|apotheke|agentur|verlag|stiftung|brauerei|schreinerei|tischlerei)$/

/**
 * Returns the last word of the name that begins at `from`, over small words between capitals. Returns less than `from`
 * when there is no name.
 */
function nameEnd(tokens: readonly Token[], known: readonly Known[], from: number, language: number): number {
  let last = from - 2
  for (let i = from; i < Math.min(tokens.length, from + 7); i++) {
    const token = tokens[i]
    const word = known[i]
    if (!token || !word || !/^(?: |\. |-|)$/.test(token.gap)) break
    if (isCapital(token)) {
      // In "Klinik am Schlosspark" the words behind "am" are a place and no time.
      const isPlace = /^(?:am|zum|zur)$/.test(tokens[i - 1]?.low ?? "") && i - 1 === from && !TIME.test(token.low)
      if (
        language === GERMAN &&
        !isPlace &&
        word.ordinary & GERMAN &&
        !(word.classes & (CLASS.family | CLASS.given | CLASS.title)) &&
        last < from
      )
        break
      last = i
    } else if (!LINKS.has(token.low)) break
  }
  return last
}

const TIME =
  /(?:tag|mittwoch|abend|mittag|morgen|nacht|woche|wochenende|jahr|monat|anfang|ende|beginn|schluss|termin|telefon|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)$/
const ENGLISH = 1
const GERMAN = 2

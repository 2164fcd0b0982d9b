import { CLASS, ENGLISH, GERMAN, type Known } from "./knowledge.ts"
import type { Reading } from "./reading.ts"
import { isCapital, SHAPE, type Token } from "./tokens.ts"
import { LINKS } from "./name-cue-words.ts"

/**
 * Marks small organisations. German, French, Spanish and Portuguese put the kind first and the name behind it
 * ("boulangerie Lemoine", "Clínica Virgen del Espino", "Praxis Dr. Weiß"). English puts it last and is mostly left to the
 * scores: only if the kind was masked, the name before it goes with it ("Harbour Lights Hotel").
 * @param masked what is masked already, by word
 */
export function organisationsIn(reading: Reading, masked: Uint8Array): Uint8Array {
  const { tokens, known, language } = reading
  const inside = new Uint8Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    if (language === ENGLISH && masked[i]) inside.fill(1, englishStart(reading, i), i)
    if (language <= ENGLISH || !isKind(tokens[i], known[i], language)) continue
    const end = nameEnd(tokens, known, i + 1, language)
    if (end > i) inside.fill(1, i, end + 1)
  }
  return inside
}

function isKind(token: Token | undefined, word: Known | undefined, language: number): boolean {
  const isListed = ((word?.classes ?? 0) & CLASS.companyWord) !== 0
  const isCompound = language === GERMAN && token?.shape === SHAPE.capital && COMPOUND.test(token.low)
  return (isListed || isCompound) && token?.shape !== SHAPE.capitals
}

/**
 * Returns the first word of the English organisation whose kind is at `end`: two or three words with capitals before it,
 * which may be ordinary ones. Returns `end` if there is no such name.
 */
function englishStart({ tokens, known, heading, lineCase }: Reading, end: number): number {
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

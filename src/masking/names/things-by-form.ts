// These rules know no thing by its name. They tell from the form of the words, and from the article before them, that
// nobody is meant.

import { LISTS } from "replywright/lexicon/names"
import { optionalEntriesOf, wordsOf } from "../../lexicon/lexicon.ts"
import { foldCue } from "../cues/cue-text.ts"
import {
  classesAt,
  every,
  gapAt,
  isDetermined,
  isIntroduced,
  isOrdinaryAt,
  isPossessive,
  languageAt,
  lowAt,
  type Span
} from "./goods.ts"
import { byLanguageBit, CLASS, FRENCH, GERMAN, NAME_LIKE, PORTUGUESE } from "./knowledge.ts"
import { isCapital, SHAPE } from "./tokens.ts"
import { isUnlisted } from "./unlisted.ts"
import { isPerson } from "../cues/cue-words.ts"
import { ARTICLES, ROLES } from "./context-words.ts"

/**
 * Recognises words behind an article: "le Kardégic", "du Moka Sidamo", "im Torhaus", "el Motorola". French has no
 * article before names, and "das" or "im" stand before nobody. Elsewhere people say it of somebody ("der Huber"), so it
 * says something of a single word of no list only, and the word's own chance counts.
 * @param chance the probability that the word is personal
 */
export function isBehindArticle(span: Span, chance: number): boolean {
  const { from, to, reading } = span
  if (isPossessive(span) || isIntroduced(span)) return false
  const article = lowAt(span, from - 1)
  // In "Pont-l'Abbé" the article is a part of the name.
  if (gapAt(span, from) !== (article.endsWith("'") ? "" : " ") || gapAt(span, from - 1) === "-") return false
  const isForThings = THINGS_ONLY.get(languageAt(span))?.has(article) === true
  if (isForThings && languageAt(span) === FRENCH && isBesideName(span)) return false
  if (from !== to || !isUnlisted(reading, from))
    return languageAt(span) === FRENCH && isForThings && every(span, (i) => isNobody(span, i))
  return isForThings || (!NAMES_HAVE_ARTICLES.has(languageAt(span)) && isAnyArticle(article) && chance < OFTEN_SOMEBODY)
}

/** "El Zentrix no enciende": the article that begins the sentence has been taken for a part of the name. */
export function isLeadByArticle(span: Span): boolean {
  const { from, to, reading } = span
  const next = reading.tokens[to + 1]
  return (
    from < to &&
    reading.tokens[from]?.begins === 1 &&
    isAnyArticle(lowAt(span, from)) &&
    next?.gap === " " &&
    next.shape === SHAPE.lower
  )
}

/** In "Joachim du Bellay" the article belongs to the name. */
const isBesideName = (span: Span) => isCapital(span.reading.tokens[span.from - 2]) && gapAt(span, span.from - 1) === " "
const isGivenOrTitle = (span: Span, i: number) =>
  (classesAt(span, i) & (CLASS.given | CLASS.title | CLASS.relative)) !== 0
/** Says whether the word has a capital and is no given name, and nobody's title or office ("le Directeur"). */
const isNobody = (span: Span, i: number) =>
  isCapital(span.reading.tokens[i]) &&
  !isGivenOrTitle(span, i) &&
  !isPerson(foldCue(lowAt(span, i))) &&
  !ROLES.has(lowAt(span, i))
const isAnyArticle = (low: string) => ARTICLES.has(low) || JOINED.has(low)

/** Recognises a thing with its letter: "Pontoon J", "elevador B", "vitamina D". A name's letter is an initial. */
export function isLettered(span: Span): boolean {
  const { from, to, reading } = span
  if (to !== from + 1 || reading.tokens[to]?.shape !== SHAPE.capitalLetter || gapAt(span, to) !== " ") return false
  const first = reading.tokens[from]
  if (isIntroduced(span) || first?.begins === 2 || first?.shape === SHAPE.capitals) return false
  return (classesAt(span, from) & (NAME_LIKE | CLASS.title)) === 0 && !/^\. ?\p{Lu}?$/u.test(gapAt(span, to + 1))
}

/**
 * Recognises what an article and an ordinary word name: "al Memorial Capablanca", "your Cosy Night Saver". A person's
 * name begins with a given or a family name.
 */
export function isDescribed(span: Span): boolean {
  const { from, to, reading } = span
  // German nouns have capitals, and before a name stands what somebody is: "die Kollegin Huber".
  if (languageAt(span) === GERMAN || to === from || to - from > 3 || isPossessive(span) || isIntroduced(span))
    return false
  const isArticle = isDetermined(span) || (languageAt(span) !== PORTUGUESE && isAnyArticle(lowAt(span, from - 1)))
  if (gapAt(span, from) !== " " || !isArticle || !isOrdinaryAt(span, from)) return false
  if (classesAt(span, from) & (NAME_LIKE | OF_SOMEBODY) || reading.known[from]?.small) return false
  if ((reading.known[from]?.letters ?? 0) < LIKE_A_WORD) return false
  return every(span, (i) => isNobody(span, i))
}

/** Recognises a compound of ordinary words with hyphens: "Hand-Mund-Fuß", "Físico-Química". */
export function isCompoundOfWords(span: Span): boolean {
  const { from, to } = span
  if (to === from || isPossessive(span) || isIntroduced(span)) return false
  const isOfNames = every(span, (i) => (classesAt(span, i) & NAME_LIKE) !== 0)
  return (
    !isOfNames &&
    every(span, (i) => isOrdinaryAt(span, i) && !isGivenOrTitle(span, i) && (i === from || gapAt(span, i) === "-"))
  )
}

/** Articles that stand before things only, by the bit of the language. */
const THINGS_ONLY = byLanguageBit((language) => optionalEntriesOf(LISTS, language, "articles-of-things") ?? [])
/** Articles in one word with a preposition. */
const JOINED = wordsOf(LISTS, "joined-articles")
const OF_SOMEBODY = CLASS.companyWord | CLASS.companyEnd | CLASS.nationality
const OFTEN_SOMEBODY = 0.97
/** From this on, the letters of a word are more like an ordinary word's than a name's. */
const LIKE_A_WORD = 4
/** In Portuguese nearly every name has its article; of other languages nothing is known. */
const NAMES_HAVE_ARTICLES: ReadonlySet<number> = new Set([PORTUGUESE, 0])

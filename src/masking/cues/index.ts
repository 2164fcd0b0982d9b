import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import type { Canvas } from "../basis/canvas.ts"
import type { MaskType } from "../basis/placeholder-table.ts"
import { agesAt } from "./ages.ts"
import { birthsAt } from "./births.ts"
import { compoundCue, PHRASES, type Cue } from "./cue-words.ts"
import { handleBefore, handleOf, numberOf } from "./ids.ts"
import { CueText } from "./cue-text.ts"
import { platesOf } from "./plates.ts"
import { secretsOf } from "./cued-secrets.ts"
import type { Value } from "./values.ts"
import { canBeWord } from "../basis/words.ts"

type Found = Value & { type: MaskType }

/**
 * Finds secrets, personal numbers, plates, handles, ages and births that stand some words behind (or before) the word
 * that announces them. The words are read once, and each cue looks at a bounded stretch. Values with a form of their
 * own are left to the other finders.
 * @param isMadeUp says whether a word in lower case is no word of a language
 */
export function findCued(canvas: Canvas, isMadeUp: (word: string) => boolean): void {
  const page = new CueText(canvas.rest)
  const found: Found[] = []
  for (let i = 0; i < page.words.length; i++) {
    for (const birth of birthsAt(page, i)) found.push({ ...birth, type: "BIRTH" })
    const seed = seedWordsAt(page, i)
    if (seed) found.push({ ...seed, type: "SECRET" })
    for (const age of agesAt(page, i)) found.push({ ...age, type: "AGE" })
    const cue = cueAt(page, i)
    if (!cue) continue
    found.push(...valuesOf(page, cue, i, isMadeUp))
    i = cue.last
  }
  for (const { start, end, type } of found) canvas.claim(start, end, type)
}

function valuesOf(
  page: CueText,
  { cue, last }: { cue: Cue; last: number },
  first: number,
  isMadeUp: (word: string) => boolean
): Found[] {
  if (cue === "car" || cue === "plate")
    return platesOf(page, cue === "plate", last).map((plate) => ({ ...plate, type: "VEHICLE" }))
  if (cue === "network" || cue === "username")
    return typed(handleOf(page, cue, last, isMadeUp) ?? handleBefore(page, first), "ID")
  const start = page.words[first]?.start ?? 0
  // "+44 117 496 0321 ext. 12" is one phone number, so its extension isn't claimed apart.
  if (cue === "extension" && NO_EXTENSION.has(page.folded(first - 1))) return []
  if (
    cue === "extension" &&
    /\d(?: ?\([^()\n]{1,20}\))?[ ,(]{1,3}$/.test(page.text.slice(Math.max(0, start - 28), start))
  )
    return []
  const numbers = NUMBERS[cue]
  if (numbers) return typed(numberOf(page, cue, last), numbers)
  return secretsOf(page, cue, first, last).map((value) => ({ ...value, type: "SECRET" }))
}

/** In "La Poste 75011" the word announces no extension. */
const NO_EXTENSION = wordsOf(LISTS, "no-extension")
const NUMBERS: Partial<Record<Cue, MaskType>> = {
  number: "ID",
  hardware: "ID",
  gov: "GOV",
  branch: "ACCOUNT",
  key: "ACCOUNT",
  extension: "PHONE"
}
const typed = (value: Value | undefined, type: MaskType): Found[] => (value ? [{ ...value, type }] : [])

/** Returns the longest cue that begins at this word. */
function cueAt(page: CueText, index: number): { cue: Cue; last: number } | undefined {
  const phrase = PHRASES.get(page.folded(index))?.find(({ rest }) =>
    rest.every((word, k) => page.folded(index + k + 1) === word && JOINED.test(page.gap(index + k)))
  )
  if (phrase) return { cue: phrase.cue, last: index + phrase.rest.length }
  const compound = compoundCue(page.folded(index))
  return compound && { cue: compound, last: index }
}

const JOINED = /^[ .'’/-]{1,3}$/

/**
 * Finds the words of a wallet's seed phrase (BIP-39 has 12 to 24 of them, of which somebody may tell a part): three or
 * more words in lower case behind "seed" or "recovery phrase" and a verb or a colon. A function word ends them.
 */
function seedWordsAt(page: CueText, index: number): Value | undefined {
  if (!SEED.has(page.folded(index))) return undefined
  for (let i = index; i < index + FURTHEST && !page.ends(i); i++) {
    if (!/:/.test(page.gap(i)) && !BEGINS.has(page.folded(i))) continue
    const last = endOfWords(page, i + 1)
    const [first, end] = [page.words[i + 1], page.words[last]]
    if (first && end && last - i >= LEAST) return { start: first.start, end: end.end }
  }
  return undefined
}

function endOfWords(page: CueText, from: number): number {
  let last = from - 1
  while (
    last < from + MOST &&
    isSeedWord(page, last + 1) &&
    (last < from || /^(?: |, |\n|,? ?\d{1,2}[.)] )$/.test(page.gap(last)))
  )
    last++
  return last
}

function isSeedWord(page: CueText, index: number): boolean {
  const word = page.words[index]
  return word !== undefined && /^[a-z]{3,8}$/.test(page.text.slice(word.start, word.end)) && !canBeWord(word.folded)
}

const SEED = wordsOf(LISTS, "seeds")
const BEGINS = wordsOf(LISTS, "seed-begins")
const FURTHEST = 6
const LEAST = 3
const MOST = 24

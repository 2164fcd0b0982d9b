import { FEATURE, type FeatureKind } from "./feature-kinds.ts"
import { CLASS, NAME_LIKE, type Known } from "./knowledge.ts"
import { MASK_TYPES, type MaskType } from "../basis/placeholder-table.ts"
import type { Reading } from "./reading.ts"
import type { Token } from "./tokens.ts"

const TAKEN_AS: Partial<Record<MaskType, number>> = {
  AGE: 1,
  BIRTH: 1,
  LIT: 1,
  PERSON: 2,
  EMAIL: 3,
  PHONE: 3,
  LINK: 3,
  PLACE: 5,
  ADDRESS: 5,
  ORG: 6
}

export const BUCKETS = 1 << 18
/** The most features of a word. */
export const MOST_FEATURES = 64

/**
 * Fills `out` with the places of the weights of word i and returns their number. The kind of a feature is part of what
 * is hashed, so that two kinds share a place only by chance.
 */
export function featuresOf(reading: Reading, i: number, out: Int32Array): number {
  const { tokens, known } = reading
  const token = tokens[i]
  const self = known[i]
  if (!token || !self) return 0
  let n = 0
  const add = (kind: FeatureKind, value: number) => {
    out[n++] = place(kind, value)
  }
  const { shape } = token
  const base = (shape * 4 + (reading.lineCase[i] ?? 0)) * 4 + token.begins
  const words = ordinaryOf(self, reading.language)
  const classes = self.classes | (reading.phrase[i] ?? 0)
  const [before, after] = [known[i - 1], known[i + 1]]
  const [stateBefore, stateAfter] = [stateOf(reading, i - 1), stateOf(reading, i + 1)]
  const state = stateOf(reading, i)
  const idBefore = identity(reading, i - 1)
  const idAfter = identity(reading, i + 1)

  add(FEATURE.bias, 0)
  add(FEATURE.form, base)
  add(FEATURE.word, self.id)
  add(FEATURE.wordByShape, self.id ^ shape)
  add(FEATURE.formByOrdinary, base * 8 + words)
  add(FEATURE.formByLetters, base * 16 + self.letters)
  add(FEATURE.formByOrdinaryAndLetters, (base * 8 + words) * 16 + self.letters)
  add(FEATURE.classesByOrdinary, (shape * 8 + words) ^ Math.imul(classes, 0x9e3779b1))
  add(FEATURE.classesByLineCase, classes * 4 + (reading.lineCase[i] ?? 0))
  add(FEATURE.lastThree, self.end3)
  add(FEATURE.lastTwoByShape, self.end2 ^ shape)
  add(FEATURE.firstThree, self.start3)
  add(FEATURE.formByStateBefore, base * 8192 + stateBefore)
  add(FEATURE.formByStateAfter, base * 8192 + stateAfter)
  add(FEATURE.shapeBetweenStates, (stateBefore * 8192 + stateAfter) * 32 + shape)
  add(FEATURE.wordBefore, idBefore)
  add(FEATURE.wordAfter, idAfter)
  add(FEATURE.wordBeforeByShape, idBefore ^ (shape * 77 + words))
  add(FEATURE.wordAfterByShape, idAfter ^ (shape * 77 + words))
  add(FEATURE.secondBefore, identity(reading, i - 2))
  add(FEATURE.secondAfter, identity(reading, i + 2))
  add(FEATURE.pairBefore, Math.imul(identity(reading, i - 2), 31) ^ idBefore)
  add(FEATURE.pairAfter, Math.imul(idAfter, 31) ^ identity(reading, i + 2))
  addGapFeatures(add, reading, i, { base, words, stateBefore, stateAfter })
  add(FEATURE.possessive, (token.possessive ? 1 : 0) * 4096 + shape * 8 + words)
  add(FEATURE.lengthByShape, Math.min(token.written.length, 12) * 32 + shape)
  add(FEATURE.ordinaryBefore, (words * 8 + (before ? ordinaryOf(before, reading.language) : 7)) * 32 + shape)
  add(FEATURE.ordinaryAfter, (words * 8 + (after ? ordinaryOf(after, reading.language) : 7)) * 32 + shape)
  add(FEATURE.address, (reading.address[i] ?? 0) * 32 + shape)
  add(FEATURE.stateBySecondBefore, state * 8192 + stateOf(reading, i - 2))
  add(FEATURE.stateBySecondAfter, state * 8192 + stateOf(reading, i + 2))
  add(FEATURE.lettersByLineCase, (((reading.lineCase[i] ?? 0) * 16 + self.letters) * 8 + words) * 2 + (i === 0 ? 1 : 0))
  add(FEATURE.formByLanguage, ((reading.language * 8 + words) * 32 + shape) * 4 + token.begins)
  add(FEATURE.classesByLanguage, reading.language * 131072 + classes)
  add(FEATURE.cuesBefore, ((classesOf(before) & CUES) * 32 + shape) * 8 + words)
  add(FEATURE.cuesAfter, ((classesOf(after) & CUES) * 32 + shape) * 8 + words)
  add(FEATURE.cuesSecondBefore, (classesOf(known[i - 2]) & CUES) * 32 + shape)
  if (self.accented) add(FEATURE.accented, base)
  addLineFeatures(add, reading, token, i, words)
  return n
}

type Add = (kind: FeatureKind, value: number) => void

/** Adds the features of what is between the word and its neighbours. */
function addGapFeatures(
  add: Add,
  { tokens }: Reading,
  i: number,
  { base, words, stateBefore, stateAfter }: { base: number; words: number; stateBefore: number; stateAfter: number }
) {
  const gap = gapCode(tokens[i]?.gap ?? "")
  const gapAfter = i + 1 < tokens.length ? gapCode(tokens[i + 1]?.gap ?? "") : 11
  add(FEATURE.formByGapBefore, gap * 4096 + base)
  add(FEATURE.formByGapAfter, gapAfter * 4096 + base)
  add(FEATURE.gapsByOrdinary, (gap * 12 + gapAfter) * 8 + words)
  add(FEATURE.stateBeforeByGap, (stateBefore * 8 + words) * 16 + gap)
  add(FEATURE.stateAfterByGap, (stateAfter * 8 + words) * 16 + gapAfter)
}

/** Adds the features of the line and the row of capitals that contain the word. */
function addLineFeatures(add: Add, reading: Reading, { shape, begins }: Token, i: number, words: number) {
  if (reading.phrase[i]) add(FEATURE.phrase, (reading.phrase[i] ?? 0) * 32 + shape)
  if (reading.heading[i]) add(FEATURE.heading, (Math.min(reading.heading[i] ?? 0, 2) * 8 + words) * 32 + shape)
  if (reading.label[i]) {
    add(FEATURE.label, (reading.label[i] ?? 0) ^ shape)
    add(FEATURE.labelByOrdinary, (reading.label[i] ?? 0) ^ (words * 32 + shape))
  }
  if (reading.lineBefore[i])
    add(FEATURE.lineBefore, (reading.lineBefore[i] ?? 0) ^ (Math.min(reading.lineWords[i] ?? 0, 5) * 32 + shape))
  add(FEATURE.lineLength, (Math.min(reading.lineWords[i] ?? 0, 7) * 8 + words) * 128 + shape * 4 + begins)
  add(FEATURE.run, (Math.min(reading.run[i] ?? 0, 5) * 2 + (reading.alone[i] ?? 0)) * 256 + words * 32 + shape)
}

/** Returns the place of a feature's weight (a multiplicative mix, after the finalizer of MurmurHash3). */
export function place(kind: FeatureKind, value: number): number {
  let h = Math.imul(kind + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(value + 0x7f4a7c15, 0xc2b2ae35)
  h ^= h >>> 15
  h = Math.imul(h, 0x27d4eb2f)
  h ^= h >>> 13
  return h & (BUCKETS - 1)
}

/** The classes that say what stands beside a word. */
const CUES =
  CLASS.given |
  CLASS.title |
  CLASS.relative |
  CLASS.nameLabel |
  CLASS.companyEnd |
  CLASS.companyWord |
  CLASS.placeCue |
  CLASS.town

const classesOf = (known: Known | undefined) => known?.classes ?? 0

/**
 * Returns 0 for a word in no list, 1 for an ordinary word of another language, 2 of English, 3 of the text's own, 4 for
 * a small word of its own, 5 of English, 6 of another language.
 */
export function ordinaryOf({ ordinary, small }: Known, language: number): number {
  const own = language || ordinary
  if (small & own) return language ? 4 : 6
  if (ordinary & own) return 3
  if (small & 1) return 5
  if (ordinary & 1) return 2
  return ordinary ? 1 : 0
}

/** Returns what a neighbour is: masked already, in an address, or how it is written and which kind of word it is. */
function stateOf(reading: Reading, i: number): number {
  const token = reading.tokens[i]
  const known = reading.known[i]
  if (!token || !known) return 8000
  const taken = reading.taken[i] ?? 0
  if (taken > 0) return 7900 + (TAKEN_GROUPS[taken] ?? 1)
  if (reading.address[i]) return 7800
  return (token.shape * 8 + ordinaryOf(known, reading.language)) * 2 + (known.classes & NAME_LIKE ? 1 : 0)
}

/**
 * Groups what is masked already by what it says about its neighbours: a fact, a person's name, a contact detail, a
 * number, a place.
 */
const TAKEN_GROUPS: readonly number[] = [0, 1, ...MASK_TYPES.map((type) => TAKEN_AS[type] ?? 4)]

/** Identifies a neighbour by its own word where that is an ordinary one, and else by its state. */
function identity(reading: Reading, i: number): number {
  if (i < 0) return 1
  const known = reading.known[i]
  if (!known) return 2
  return known.ordinary ? known.id : 3 + stateOf(reading, i)
}

function gapCode(gap: string): number {
  if (gap === " ") return 0
  if (gap === "") return 1
  if (/\n\s*\n/.test(gap)) return 2
  if (gap.includes("\n")) return 3
  if (gap.includes(",")) return 4
  if (/[.!?]/.test(gap)) return 5
  if (gap.includes(":")) return 6
  if (/["“”'‘’«»„]/.test(gap)) return 7
  if (/[-–&/@]/.test(gap)) return 8
  if (/[()]/.test(gap)) return 9
  return 10
}

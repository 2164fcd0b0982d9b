import { textVector } from "../word-vectors/text-vector.ts"
import {
  countingFor,
  type Counting,
  featuresOf,
  featuresOfWord,
  isWritten,
  wordsIn,
  type Meanings
} from "./features.ts"
import { marginsOf, trainLinearSvm, type LinearModel, seeded } from "./linear-svm.ts"
import { addLogRatios } from "./log-ratios.ts"
import {
  columnsFor,
  countFeatures,
  vectorOf,
  widthOf,
  type Columns,
  type ReadText,
  type SparseVector,
  type Vocabulary
} from "./vectors.ts"
import { STOP_WORDS } from "../../text/words/words.ts"

/** A text, and what it is about. Without an intent it is about none of those that the team has. */
export interface IntentExample {
  text: string
  intents: readonly string[]
  /** ISO 639-1, or null. */
  language: string | null
}

/** Tells what a text is about. It is plain data, so that a worker thread can train it. */
export interface IntentClassifier {
  intents: readonly string[]
  /** How texts are read, as the examples were. */
  counting: Counting
  vocabulary: Vocabulary
  /** Its classes are the intents, and behind them "none of these" if there were examples of it. */
  model: LinearModel
  /** Below this confidence it says nothing. From 0 to 1. */
  threshold: number
}

export interface ToldIntent {
  /** Null if it is about none of the intents, or if that can't be told. */
  intent: string | null
  /** The likeliest intent. */
  best: string
  /** Of the likeliest one, from 0 to 1. */
  confidence: number
  /** The words that spoke most for it, as the text has them in lower case, at most three. */
  reasons: readonly string[]
}

/**
 * Trains a classifier in about a second for a thousand examples. The name of each intent is an example, too, and
 * the threshold comes from a second training without a fifth of the examples.
 * @returns undefined with fewer than two intents, between which there is nothing to decide
 */
export function trainClassifier(examples: readonly IntentExample[], meanings: Meanings): IntentClassifier | undefined {
  const read = readExamples(examples, meanings)
  const { intents, columns, model } = fit(read)
  if (intents.length < 2) return undefined
  const named = read.names.flatMap((name, number): [string, number][] => {
    const column = columns.of[number] ?? -1
    return column < 0 ? [] : [[name, column]]
  })
  const vocabulary = { columns: new Map(named), rarity: columns.rarity }
  return { intents, counting: read.counting, vocabulary, model, threshold: thresholdOf(read, fit) }
}

/** Tells what a text is about. @param language ISO 639-1, or null */
export function tellIntent(
  { intents, counting, vocabulary, model, threshold }: IntentClassifier,
  { text, language }: Pick<IntentExample, "text" | "language">,
  meanings: Meanings
): ToldIntent {
  // Signs and figures alone say nothing.
  const isReadable = wordsIn(text).some(isWritten)
  const read = isReadable
    ? readText({ text, language }, meanings, counting, (feature) => vocabulary.columns.get(feature))
    : NOTHING
  const vector = vectorOf(read, vocabulary.rarity, counting)
  const margins = marginsOf(model, vector)
  const { at, confidence, isNone } = confidenceOf(margins, intents.length)
  const isTold = vector.columns.length > 0 && !isNone && confidence >= threshold
  const best = intents[at] ?? ""
  return {
    intent: isTold ? best : null,
    best,
    confidence,
    reasons: reasonsFor(at, { text, language, vector, vocabulary, model })
  }
}

const NOTHING: ReadText = { features: [], meaning: undefined }

function readText(
  { text, language }: Pick<IntentExample, "text" | "language">,
  meanings: Meanings,
  counting: Counting,
  numberOf: (feature: string) => number | undefined
): ReadText {
  return {
    features: countFeatures(featuresOf(text, language, meanings, counting), numberOf),
    meaning: textVector(wordsIn(text), language)
  }
}

/** Examples with their features by numbers, so that each text is read only once. */
export interface ReadExamples {
  examples: readonly ({ intents: readonly string[] } & ReadText)[]
  /** The features in the order of their numbers. */
  names: readonly string[]
  counting: Counting
}

/** Reads examples, with the intents' names as further ones, each in the language of its intent's first example. */
function readExamples(examples: readonly IntentExample[], meanings: Meanings): ReadExamples {
  const named = intentsOf(examples).map((intent) => ({
    text: nameText(intent),
    intents: [intent],
    language: examples.find((one) => one.intents.includes(intent))?.language ?? null
  }))
  // A correction is among them three times.
  const counting = countingFor(new Set(examples.map(({ text }) => text)).size)
  const numbers = new Map<string, number>()
  const numberOf = (feature: string) => {
    const known = numbers.get(feature)
    if (known !== undefined) return known
    numbers.set(feature, numbers.size)
    return numbers.size - 1
  }
  const read = [...examples, ...named].map(({ text, intents, language }) => ({
    intents,
    ...readText({ text, language }, meanings, counting, numberOf)
  }))
  return { examples: read, names: [...numbers.keys()], counting }
}

const intentsOf = (examples: readonly Pick<IntentExample, "intents">[]) => [
  ...new Set(examples.flatMap(({ intents }) => intents))
]

/** "card_not-working" and "cardNotWorking" are three words. */
const nameText = (intent: string) => intent.replace(/[_:-]/g, " ").replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ")

/** What training makes of examples. */
export interface Fitted {
  intents: readonly string[]
  columns: Columns
  model: LinearModel
}

/** Trains on examples as they are. */
function fit({ examples, names, counting }: ReadExamples): Fitted {
  const intents = intentsOf(examples)
  const columns = columnsFor(
    examples.map(({ features }) => features),
    names.length,
    counting
  )
  const { rarity } = columns
  const vectors = examples.map((text) => vectorOf(text, rarity, counting, columns.of))
  const hasNone = examples.some((one) => one.intents.length === 0)
  const sets = examples.map((one) => new Set(one.intents))
  const isOf = (example: number, ofClass: number) => {
    const own = sets[example]
    const intent = intents[ofClass]
    return intent === undefined ? own?.size === 0 : own?.has(intent) === true
  }
  const model = trainLinearSvm(vectors, intents.length + (hasNone ? 1 : 0), isOf, widthOf(rarity))
  addLogRatios(model, vectors, isOf, counting.logRatios, rarity.length)
  return { intents, columns, model }
}

/** Returns the words whose own features, without pairs and meanings, spoke most for a class. */
function reasonsFor(
  at: number,
  {
    text,
    language,
    vector,
    vocabulary,
    model
  }: Pick<IntentExample, "text" | "language"> & { vector: SparseVector; vocabulary: Vocabulary; model: LinearModel }
): string[] {
  const small = STOP_WORDS[language ?? "en"]
  const spoken = new Map<number, number>()
  vector.columns.forEach((column, place) => {
    spoken.set(column, (vector.values[place] ?? 0) * (model.weights[column * model.classes + at] ?? 0))
  })
  const columnOf = (feature: string) => vocabulary.columns.get(feature) ?? -1
  return [...new Set(wordsIn(text))]
    .filter((word) => isWritten(word) && !small?.has(word))
    .map((word) => ({
      word,
      weight: featuresOfWord(word, language).reduce((sum, one) => sum + (spoken.get(columnOf(one)) ?? 0), 0)
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_REASONS)
    .map(({ word }) => word)
}
const MAX_REASONS = 3

/** The likeliest intent, how sure it is from 0 to 1, and whether "none of these" is likelier. */
interface Confidence {
  at: number
  confidence: number
  isNone: boolean
}

/**
 * Returns the softmax of the margins times four. Something else than any intent takes part with a margin of
 * 0, the border, so that with few intents a text that is beyond the borders of all isn't taken for the nearest.
 * @param intents how many of the margins are of intents; one behind them is of "none of these"
 */
function confidenceOf(margins: ArrayLike<number>, intents: number): Confidence {
  let at = 0
  let all = Math.exp(SHARPNESS * ELSEWHERE)
  for (let k = 0; k < margins.length; k++) {
    all += Math.exp(SHARPNESS * (margins[k] ?? 0))
    if (k < intents && (margins[k] ?? 0) > (margins[at] ?? 0)) at = k
  }
  const best = margins[at] ?? 0
  return { at, confidence: Math.exp(SHARPNESS * best) / all, isNone: (margins[intents] ?? -Infinity) > best }
}
const SHARPNESS = 4
const ELSEWHERE = 0

/**
 * Returns the confidence below which no intent is reported. A second training leaves out a fifth of the examples; one in
 * a hundred of those that it classifies correctly falls below the threshold. So no example of "none of these" is needed.
 */
function thresholdOf({ examples, names, counting }: ReadExamples, fit: (read: ReadExamples) => Fitted): number {
  const random = seeded(5)
  const parts = Map.groupBy(examples, () => (random() < HELD_OUT_SHARE ? "test" : "training"))
  const training = parts.get("training") ?? []
  if (new Set(training.flatMap(({ intents }) => intents)).size < 2) return UNTRIED
  const { columns, model, intents } = fit({ examples: training, names, counting })
  const right = (parts.get("test") ?? [])
    .flatMap(({ intents: own, ...text }) => {
      const { at, confidence } = confidenceOf(
        marginsOf(model, vectorOf(text, columns.rarity, counting, columns.of)),
        intents.length
      )
      return own.includes(intents[at] ?? "") ? [confidence] : []
    })
    .sort((a, b) => a - b)
  return Math.min(MOST, right[Math.floor(REFUSED * right.length)] ?? UNTRIED)
}
const HELD_OUT_SHARE = 0.2
const REFUSED = 0.01
/** With too few examples for a second training. */
const UNTRIED = 0.3
/** If the examples are few and much alike, all held-out ones get nearly full confidence, and so may other texts. */
const MOST = 0.7

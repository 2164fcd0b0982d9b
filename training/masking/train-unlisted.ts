// Trains the weights for words in no list and writes them: npm run train:unlisted. The result is the same each time.
import { readFileSync, writeFileSync } from "node:fs"
import { hashOf } from "../../src/text/hash.ts"
import { Knowledge, LISTED } from "../../src/masking/names/knowledge.ts"
import {
  isUnlisted,
  MOST_UNLISTED_FEATURES,
  UNLISTED_BUCKETS,
  unlistedFeaturesOf
} from "../../src/masking/names/unlisted.ts"
import { packUnlisted, unpackTrained } from "../../src/masking/trained/trained-file.ts"
import { fitPersonal, packed } from "./fit.ts"
import { readSources } from "./lists.ts"
import { Random } from "./random.ts"
import { addRow, filledRows, noExamples, plainRows, recased, type Row } from "./rows.ts"
import { UNLISTED } from "./values.ts"

const begun = performance.now()
const file = (name: string) => new URL(`../../lexicon/weights/${name}.bin`, import.meta.url)
const { lists } = unpackTrained(readFileSync(file("names")))
const sources = readSources()
const random = new Random(11)
const examples = noExamples()

/** Into so many parts the ordinary words are divided, one of which is hidden from the lists. */
const PARTS = 5
/** The number of sentences with names, and with things, that are made for each language. German has more. */
const FILLED = 3500
const THINGS = 1100
const OF_GERMAN = { filled: 1.3, things: 1.6 }
/** How often each sentence without a name is used. */
const PLAIN = 5

const isOfPart = (part: number) => (word: string) => UNLISTED.has(word) || (hashOf(`~${word}`) >>> 3) % PARTS === part
const knowledges = [
  (name: string) => (hashOf(name) & 1) === 0,
  (name: string) => (hashOf(name) & 1) === 1,
  () => true
].flatMap((hidden) => Array.from({ length: PARTS }, (_, part) => new Knowledge(lists, hidden, isOfPart(part))))

for (const language of LISTED) {
  const more = language === "de" ? OF_GERMAN : { filled: 1, things: 1 }
  // Things come first, so that their words are hidden from then on.
  const things = filledRows(`${language}-things`, THINGS * more.things, sources, random)
  addAll(filledRows(language, FILLED * more.filled, sources, random))
  addAll(plainRows(language, PLAIN, sources, random))
  addAll(things)
}
addAll(filledRows("en-prose", 1000, sources, random))
addAll(plainRows("en-prose", 3, sources, random))
const { bytes, scale } = packed(fitPersonal(examples, random, { buckets: UNLISTED_BUCKETS, passes: 6 }))
writeFileSync(file("unlisted"), packUnlisted({ weights: bytes, scale }))
console.log(`${examples.personal.length} words; ${((performance.now() - begun) / 1000).toFixed(1)} s.`)

/** Adds rows as they are, and some of them in lower case or in capitals as well. */
function addAll(rows: readonly Row[]) {
  for (const row of rows) {
    add(row, 1)
    const r = random.next()
    if (r < 0.2) add(recased(row, "lower"), 0.6)
    else if (r < 0.35) add(recased(row, "sentence"), 0.4)
    else if (r < 0.45) add(recased(row, "upper"), 0.3)
  }
}

function add(row: Row, weight: number) {
  const kind = { wants: isUnlisted, featuresOf: unlistedFeaturesOf, most: MOST_UNLISTED_FEATURES }
  addRow(row, random.pick(knowledges), weight, examples, kind)
}

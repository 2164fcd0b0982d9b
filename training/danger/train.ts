// Trains what tells dangers from other tickets, and writes it: npm run train:danger. The result is the same each time.
import { writeFileSync } from "node:fs"
import { addLogRatios } from "../../src/intent/classifier/log-ratios.ts"
import { trainLinearSvm, type LinearModel } from "../../src/intent/classifier/linear-svm.ts"
import { columnsFor, vectorOf, widthOf } from "../../src/intent/classifier/vectors.ts"
import { DANGER_COUNTING, readDangerText } from "../../src/intent/danger/danger-features.ts"
import { packDangerTable } from "../../src/intent/danger/danger-table.ts"
import { meaningsOf } from "../../src/search/synonyms/synonyms.ts"
import { DANGER_KINDS } from "../../src/ticket/danger.ts"
import { readEverydayTickets } from "./everyday-tickets.ts"
import { readDangerTickets, textOf } from "./tickets.ts"

const begun = performance.now()
const tickets = [
  ...readDangerTickets("danger-train/train"),
  ...readDangerTickets("danger-own/dev"),
  ...readEverydayTickets()
]
const numbers = new Map<number, number>()
const numberOf = (hash: number) => {
  const number = numbers.get(hash) ?? numbers.size
  numbers.set(hash, number)
  return number
}
const texts = tickets.map((ticket) => readDangerText(textOf(ticket), ticket.lang, meaningsOf, numberOf))
const columns = columnsFor(
  texts.map(({ features }) => features),
  numbers.size,
  DANGER_COUNTING
)
const vectors = texts.map((text) => vectorOf(text, columns.rarity, DANGER_COUNTING, columns.of))
const kindOf = (example: number) => tickets[example]?.kind ?? null
const width = widthOf(columns.rarity)
const isDanger = fit(2, (example, ofClass) => (kindOf(example) !== null) === (ofClass === 0))
const kinds = fit(
  1 + DANGER_KINDS.length,
  (example, ofClass) => (kindOf(example) ?? undefined) === DANGER_KINDS[ofClass]
)
const model = joined(isDanger, kinds)
const hashes = new Uint32Array(columns.rarity.length)
for (const [hash, number] of numbers) {
  const column = columns.of[number] ?? -1
  if (column >= 0) hashes[column] = hash
}
const file = packDangerTable({ hashes, rarity: columns.rarity, model })
writeFileSync(new URL("../../lexicon/weights/danger.bin", import.meta.url), file)
console.log(`${tickets.length} tickets, ${hashes.length} features, ${file.length} bytes.`)
console.log(`${((performance.now() - begun) / 1000).toFixed(1)} s`)

/** Trains functions for so many classes, the last of which is of harmless tickets. */
function fit(classes: number, isOf: (example: number, ofClass: number) => boolean): LinearModel {
  const fitted = trainLinearSvm(vectors, classes, isOf, width)
  addLogRatios(fitted, vectors, isOf, DANGER_COUNTING.logRatios, columns.rarity.length)
  return fitted
}

/** Returns the functions of "any danger" and of the kinds side by side, without those of harmless tickets. */
function joined(danger: LinearModel, ofKinds: LinearModel): LinearModel {
  const classes = ofKinds.classes
  const weights = new Float32Array(width * classes)
  const biases = new Float32Array(classes)
  for (let k = 0; k < classes; k++) {
    const [from, at] = k === 0 ? [danger, 0] : [ofKinds, k - 1]
    biases[k] = from.biases[at] ?? 0
    for (let column = 0; column < width; column++)
      weights[column * classes + k] = from.weights[column * from.classes + at] ?? 0
  }
  return { classes, weights, biases }
}

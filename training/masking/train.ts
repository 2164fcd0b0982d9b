// Trains the finder of names and writes its data: npm run train. The result is the same each time and takes some
// seconds.
import { writeFileSync } from "node:fs"
import { LETTERS } from "../../src/masking/names/knowledge.ts"
import { packTrained } from "../../src/masking/trained/trained-file.ts"
import { buildLists, readSources } from "./lists.ts"
import { train } from "./model.ts"
import { Random } from "./random.ts"
import { presidioRows } from "./rows.ts"

const begun = performance.now()
const sources = readSources()
const lists = buildLists(sources, new Random(3))
const weights = train(presidioRows(), sources, lists)
const file = packTrained(lists, weights)
writeFileSync(new URL("../../lexicon/weights/names.bin", import.meta.url), file)
const bytes = [...lists.ordinary, lists.given, lists.family, lists.towns, lists.countries].reduce(
  (sum, { bits }) => sum + bits.length,
  0
)
console.log(
  `Lists ${Math.round(bytes / 1000)} kB, letters ${LETTERS / 1000} kB, weights ${Math.round((weights.personal.length + weights.kinds.length) / 1000)} kB; file ${Math.round(file.length / 1000)} kB; ${((performance.now() - begun) / 1000).toFixed(1)} s.`
)

// Trains the finder of names and writes what it carries: npm run train. The same result each time, in some seconds.
import { writeFileSync } from "node:fs"
import { LETTERS } from "../../src/masking/names/knowledge.ts"
import { buildLists, readSources } from "./lists.ts"
import { train } from "./model.ts"
import { Random } from "./random.ts"
import { presidioRows } from "./rows.ts"

const begun = performance.now()
const sources = readSources()
const lists = buildLists(sources, new Random(3))
const weights = train(presidioRows(), sources, lists)
const base64 = (bytes: Uint8Array | Int8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64")
const parts = {
  ordinary: lists.ordinary.map(({ bits }) => base64(bits)),
  given: base64(lists.given.bits),
  family: base64(lists.family.bits),
  towns: base64(lists.towns.bits),
  countries: base64(lists.countries.bits),
  letters: base64(lists.letters),
  personal: base64(weights.personal),
  scale: weights.scale,
  kinds: base64(weights.kinds)
}
const target = new URL("../../src/masking/names/trained.ts", import.meta.url)
const text = `// Made by training/masking/train.ts; not to be edited. Bytes in base64: see load.ts.\nexport const TRAINED = ${JSON.stringify(parts)}\n`
writeFileSync(target, text)
const bytes = [...lists.ordinary, lists.given, lists.family, lists.towns, lists.countries].reduce(
  (sum, { bits }) => sum + bits.length,
  0
)
console.log(
  `Lists ${Math.round(bytes / 1000)} kB, letters ${LETTERS / 1000} kB, weights ${Math.round((weights.personal.length + weights.kinds.length) / 1000)} kB; file ${Math.round(text.length / 1000)} kB; ${((performance.now() - begun) / 1000).toFixed(1)} s.`
)

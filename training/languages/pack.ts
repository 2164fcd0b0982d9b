// Writes the table by which languages are detected, from the data of the package eld: npm run train:languages.
import { writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { packWordPieces, type PieceScores, type WordPiece } from "../../src/text/language/word-piece-table.ts"

interface EldData {
  languages: Record<string, string>
  /** For each piece of a word the languages and their scores. */
  ngrams: Record<string, Record<string, number>>
}

/** The package exports neither, so they are loaded by where they lie. */
const load = createRequire(import.meta.url)
const { dictionary }: { dictionary: string[] } = load("../../node_modules/eld/src/dictionary.js")
const { ngramsData }: { ngramsData: EldData } = load("../../node_modules/eld/src/ngrams/extrasmall.js")

/** A space at either end of a piece is that end of the word; each letter between is one byte. */
function pieceOf(letters: string): WordPiece {
  const within = letters.replace(/^ | $/g, "")
  const bytes = [...within].map((letter) => dictionary.indexOf(letter))
  if (bytes.length < 1 || bytes.length > 4 || within.includes(" ") || bytes.includes(-1))
    throw new Error(`"${letters}" is no piece of a word.`)
  const place = (letters.startsWith(" ") ? 1 : 0) + (letters.endsWith(" ") ? 2 : 0)
  return { bytes: bytes.reduce((sum, byte) => sum * 256 + byte, 0), place }
}

const table = Object.entries(ngramsData.ngrams).map(([letters, scores]): [WordPiece, PieceScores] => [
  pieceOf(letters),
  Object.entries(scores).map(([language, score]) => [Number(language), score])
])
const file = packWordPieces(Object.values(ngramsData.languages), table)
writeFileSync(new URL("../../lexicon/weights/word-pieces.bin", import.meta.url), file)
console.log(
  `${table.length} pieces in ${Object.keys(ngramsData.languages).length} languages, ${Math.round(file.length / 1000)} kB.`
)

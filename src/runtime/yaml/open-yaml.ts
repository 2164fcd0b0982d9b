import { LineCounter, parseDocument, type Document } from "yaml"
import type { Mistake } from "./mistake-lines.ts"
import { syntaxMistakes } from "./syntax-mistakes.ts"
import { boundsMistake } from "./yaml-bounds.ts"

export type OpenedYaml =
  | { document: Document; counter: LineCounter; mistakes?: undefined }
  | { document?: undefined; counter?: undefined; mistakes: Mistake[] }

/**
 * Opens a file that somebody wrote as YAML, or says what is wrong with it, in the order of the file: that it has too
 * many entries, can't be read as YAML, or is empty.
 * @param whenEmpty the sentence for a file without anything in it
 * @param isBounded false for a file that only whoever runs the command waits for
 */
export function openYaml(
  source: string,
  { whenEmpty = "The file is empty.", isBounded = true }: { whenEmpty?: string; isBounded?: boolean } = {}
): OpenedYaml {
  const tooMuch = isBounded ? boundsMistake(source) : undefined
  if (tooMuch) return { mistakes: [tooMuch] }
  const counter = new LineCounter()
  // The library compares each name with each of its neighbours, so names that stand twice are found by ourselves.
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, uniqueKeys: false })
  const syntax = syntaxMistakes(document, source, counter)
  if (syntax.length > 0) return { mistakes: syntax.toSorted((one, other) => one.line - other.line) }
  if (document.contents === null) return { mistakes: [{ line: 1, sentence: whenEmpty }] }
  return { document, counter }
}

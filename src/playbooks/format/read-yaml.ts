import { LineCounter, parseDocument, type Document } from "yaml"
import type * as z from "zod/mini"
import { lineOf, type Mistake } from "../../runtime/yaml/mistake-lines.ts"
import { syntaxMistakes } from "../../runtime/yaml/syntax-mistakes.ts"
import { nearest, oneOf } from "./nearest-name.ts"

export type YamlRead<Data> =
  | { data: Data; lineAt: (path: readonly PropertyKey[]) => number; mistakes?: undefined }
  | { data?: undefined; mistakes: Mistake[] }

/** The most characters of a file. */
export const LONGEST_FILE = 200_000

/**
 * Reads a team's YAML in this shape. It returns the data, or a sentence for each mistake with its line, in the order of
 * the file.
 * @param knownAt what a place of the file knows, for sentences about unknown names
 */
export function readYaml<Data>(
  source: string,
  shape: z.ZodMiniType<Data>,
  knownAt: (path: readonly PropertyKey[]) => string[]
): YamlRead<Data> {
  if (source.length > LONGEST_FILE)
    return { mistakes: [{ line: 1, sentence: `The file has more than ${LONGEST_FILE} characters.` }] }
  const counter = new LineCounter()
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false })
  const syntax = syntaxMistakes(document, source, counter)
  if (syntax.length > 0) return { mistakes: inOrder(syntax) }
  if (document.contents === null) return { mistakes: [{ line: 1, sentence: "The file is empty." }] }
  const read = shape.safeParse(document.toJS())
  if (read.success) return { data: read.data, lineAt: (path) => lineOf(document, counter, path) }
  return { mistakes: inOrder(read.error.issues.flatMap((one) => ofIssue(one, { document, counter, knownAt }))) }
}

function ofIssue(
  issue: z.core.$ZodIssue,
  {
    document,
    counter,
    knownAt
  }: { document: Document; counter: LineCounter; knownAt: (path: readonly PropertyKey[]) => string[] }
): Mistake[] {
  const place = issue.path.map((part) => (typeof part === "number" ? part + 1 : String(part))).join(".")
  if (issue.code !== "unrecognized_keys")
    return [
      {
        line: lineOf(document, counter, issue.path),
        sentence: place === "" ? `The file ${issue.message}.` : `${place} ${issue.message}.`
      }
    ]
  const known = knownAt(issue.path)
  return issue.keys.map((key) => ({
    line: lineOf(document, counter, [...issue.path, key]),
    sentence: `${place === "" ? "The file" : place} knows no "${key.slice(0, 60)}"${nearest(key, known)}; it knows ${oneOf(known)}.`
  }))
}

export const inOrder = (mistakes: Mistake[]): Mistake[] => mistakes.toSorted((a, b) => a.line - b.line)

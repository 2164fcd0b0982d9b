import type * as z from "zod/mini"
import { lineOf, type Mistake } from "../../runtime/yaml/mistake-lines.ts"
import { openYaml } from "../../runtime/yaml/open-yaml.ts"
import { nearestName } from "../../runtime/nearest-name.ts"

export type YamlRead<Data> =
  | { data: Data; lineAt: (path: readonly PropertyKey[]) => number; mistakes?: undefined }
  | { data?: undefined; mistakes: Mistake[] }

/** The most characters of a file. */
export const MAX_FILE = 200_000

/**
 * Reads a team's YAML in this shape. It returns the data, or a sentence for each mistake with its line, in the order of
 * the file.
 * @param knownAt what a place of the file knows, for sentences about unknown names
 * @param most characters of the file
 */
export function readYaml<Data>(
  source: string,
  shape: z.ZodMiniType<Data>,
  knownAt: (path: readonly PropertyKey[]) => string[],
  most = MAX_FILE
): YamlRead<Data> {
  if (source.length > most) return { mistakes: [{ line: 1, sentence: `The file has more than ${most} characters.` }] }
  const { document, counter, mistakes } = openYaml(source, { isBounded: most !== Infinity })
  if (mistakes) return { mistakes }
  const read = shape.safeParse(document.toJS())
  if (read.success) return { data: read.data, lineAt: (path) => lineOf(document, counter, path) }
  const sentences = read.error.issues.flatMap((one) => sentencesOf(one, "The file", knownAt))
  return {
    mistakes: inOrder(sentences.map(({ path, sentence }) => ({ line: lineOf(document, counter, path), sentence })))
  }
}

/** Describes what doesn't fit the shape. Entries of a list are counted from 1. @param whole what is read: "The file" */
export function sentencesOf(
  issue: z.core.$ZodIssue,
  whole: string,
  knownAt: (path: readonly PropertyKey[]) => string[]
): { path: PropertyKey[]; sentence: string }[] {
  const place = issue.path.map((part) => (typeof part === "number" ? part + 1 : String(part))).join(".")
  const subject = place === "" ? whole : /^\d+$/.test(place) ? `Entry ${place}` : place
  if (issue.code !== "unrecognized_keys") return [{ path: issue.path, sentence: `${subject} ${issue.message}.` }]
  const known = knownAt(issue.path)
  return issue.keys.slice(0, MAX_UNKNOWN_NAMES).map((key) => ({
    path: [...issue.path, key],
    sentence: `${subject} knows no "${key.slice(0, 60)}"${nearest(key, known)}; it knows ${oneOf(known)}.`
  }))
}

/** So many unknown names of one place are told. */
const MAX_UNKNOWN_NAMES = 50

export const inOrder = (mistakes: Mistake[]): Mistake[] => mistakes.toSorted((a, b) => a.line - b.line)

/** Returns ` (did you mean "say"?)`, or "" if no name is near. */
export function nearest(written: string, names: readonly string[]): string {
  const known = new Map(names.map((name) => [lettersOf(name), name]))
  const letters = lettersOf(written)
  const near = nearestName(letters, [...known.keys()], (name) => NEAR * Math.max(name.length, letters.length))
  return near === undefined ? "" : ` (did you mean "${known.get(near) ?? near}"?)`
}

/** Every second or third letter may be another one. */
const NEAR = 0.4

/** A name in capitals, or with other signs between its words, is the same. */
const lettersOf = (name: string): string =>
  name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "")

/** Returns the names as a list in a sentence: "a, b and c". */
export const oneOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`

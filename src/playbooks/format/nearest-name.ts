import { nearestName } from "../../runtime/nearest-name.ts"

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

import { compareWords } from "../../text/edit-distance.ts"

/** Returns ` (did you mean "say"?)`, or "" if no name is near. */
export function nearest(written: string, names: readonly string[]): string {
  const near = names
    .map((name) => ({ name, distance: compareWords(lettersOf(written), lettersOf(name)).distance }))
    .sort((a, b) => a.distance - b.distance)[0]
  return near && near.distance <= NEAR ? ` (did you mean "${near.name}"?)` : ""
}

/** Every second or third letter may be another one. */
const NEAR = 0.4

const lettersOf = (name: string) => [...name.slice(0, 60)].join(" ")

/** Returns the names as a list in a sentence: "a, b and c". */
export const oneOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`

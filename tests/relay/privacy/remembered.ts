import { rememberMessages } from "../../../src/text/memo/text-memory.ts"

let count = 0
const readingOf = rememberMessages(() => ++count)

/** Returns how often a message had to be read in this thread until it was remembered. */
export const readings = (): number => readingOf("Where is my parcel?")

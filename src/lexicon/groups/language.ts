import { readGroup } from "../read-group.ts"

/** The most frequent words of each language, by which the language of a text is detected. */
export const LISTS = readGroup("language")

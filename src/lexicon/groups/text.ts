import { readGroup } from "../read-group.ts"

/** Stop words, abbreviations, and numbers in words. */
export const LISTS = readGroup("text")

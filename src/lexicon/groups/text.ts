import { readGroup } from "../read-group.ts"

/** Abbreviations, and numbers in words. */
export const LISTS = readGroup("text")

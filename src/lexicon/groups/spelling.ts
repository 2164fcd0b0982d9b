import { readGroup } from "../read-group.ts"

/** Common slips of spelling, each with the word that was meant. */
export const LISTS = readGroup("spelling")

import { readGroup } from "../read-group.ts"

/** Small words that a rewrite must not change. */
export const LISTS = readGroup("rewrite")

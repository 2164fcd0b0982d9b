import { readGroup } from "../read-group.ts"

/** Stop words. */
export const LISTS = readGroup("words")

import { readGroup } from "../read-group.ts"

/** Words that interfaces write beside times and in the place of names. */
export const LISTS = readGroup("interface")

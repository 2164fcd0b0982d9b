import { readGroup } from "../read-group.ts"

/** How agents say what to change in a draft. */
export const LISTS = readGroup("wishes")

import { readGroup } from "../read-group.ts"

/** Words that say what a value beside them is, and whose age is given. */
export const LISTS = readGroup("cues")

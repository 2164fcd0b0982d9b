import { readGroup } from "../read-group.ts"

/** Words that say from where, up to where, and before or after what a rule of a page applies. */
export const LISTS = readGroup("branches")

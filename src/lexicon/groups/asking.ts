import { readGroup } from "../read-group.ts"

/** How each language asks for something without naming it, for the guard. */
export const LISTS = readGroup("asking")

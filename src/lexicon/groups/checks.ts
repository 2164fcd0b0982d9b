import { readGroup } from "../read-group.ts"

/** Patterns of courtesy and of promises. */
export const LISTS = readGroup("checks")

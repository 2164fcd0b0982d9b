import { readGroup } from "../read-group.ts"

/** What a customer must not be asked for, and the words of asking for it, for the guard. */
export const LISTS = readGroup("requests")

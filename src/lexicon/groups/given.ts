import { readGroup } from "../read-group.ts"

/** What the things are called that a team asks customers for, and that a ticket may give already. */
export const LISTS = readGroup("given")

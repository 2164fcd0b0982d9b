import { readGroup } from "../read-group.ts"

/** Words in addresses and paths of lookups that say what stands there. */
export const LISTS = readGroup("lookups")

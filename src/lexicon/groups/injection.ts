import { readGroup } from "../read-group.ts"

/** How a text gives orders to a machine. */
export const LISTS = readGroup("injection")

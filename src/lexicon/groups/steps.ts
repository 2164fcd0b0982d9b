import { readGroup } from "../read-group.ts"

/** How a sentence begins or ends that tells somebody to do something. */
export const LISTS = readGroup("steps")

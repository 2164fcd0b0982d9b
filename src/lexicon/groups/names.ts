import { readGroup } from "../read-group.ts"

/** Words by which the finder of names decides what is a name. */
export const LISTS = readGroup("names")

import { readGroup } from "../read-group.ts"

/** Words by which the finder of names tells what is a name and what is not. */
export const LISTS = readGroup("names")

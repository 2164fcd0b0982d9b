import { readGroup } from "../read-group.ts"

/** Phrases by which the tone of a reply is judged. */
export const LISTS = readGroup("tone")

import { readGroup } from "../read-group.ts"

/** What languages say most often, by which a text's language is told. */
export const LISTS = readGroup("language")

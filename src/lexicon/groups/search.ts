import { readGroup } from "../read-group.ts"

/** Synonyms, small words and members of compounds, for search. */
export const LISTS = readGroup("search")

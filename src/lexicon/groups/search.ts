import { readGroup } from "../read-group.ts"

/** Synonyms, function words and parts of compounds, for search. */
export const LISTS = readGroup("search")

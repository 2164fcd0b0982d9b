import { readGroup } from "../read-group.ts"

/** The names and words by which tables, records and front matter say whether an article is published. */
export const LISTS = readGroup("publication")

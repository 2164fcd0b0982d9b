import { readGroup } from "../read-group.ts"

/** What help centres put around an article. */
export const LISTS = readGroup("boilerplate")

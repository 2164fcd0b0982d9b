import { readGroup } from "../read-group.ts"

/** The texts that help centres put around an article. */
export const LISTS = readGroup("boilerplate")

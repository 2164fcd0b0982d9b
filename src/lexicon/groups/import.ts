import { readGroup } from "../read-group.ts"

/** The texts that help centres put around an article, and the words by which files say whether one is published. */
export const LISTS = readGroup("import")

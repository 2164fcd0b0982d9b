import { readGroup } from "../read-group.ts"

/** Words that show what a message of a conversation does. */
export const LISTS = readGroup("reply-acts")

import { readGroup } from "../read-group.ts"

/** Words that show that a ticket can't wait, or should go to somebody else. */
export const LISTS = readGroup("urgency")

import { readGroup } from "../read-group.ts"

/** How a page's step and a customer speak of the same action, and how a customer says that it wasn't done. */
export const LISTS = readGroup("done")

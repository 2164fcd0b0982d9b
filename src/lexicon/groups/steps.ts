import { readGroup } from "../read-group.ts"

/** How a step tells somebody to do something, and how people say that they did it. */
export const LISTS = readGroup("steps")

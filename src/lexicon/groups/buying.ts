import { readGroup } from "../read-group.ts"

/** Words that show that a customer asks what to buy. */
export const LISTS = readGroup("buying")

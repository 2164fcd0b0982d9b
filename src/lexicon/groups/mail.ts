import { readGroup } from "../read-group.ts"

/** Phrases with which people take leave. */
export const LISTS = readGroup("mail")

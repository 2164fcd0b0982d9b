import { readGroup } from "../read-group.ts"

/** Ordinary words, particles and hosts, for masking as a whole. */
export const LISTS = readGroup("masking")

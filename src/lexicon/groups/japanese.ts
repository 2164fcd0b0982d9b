import { readGroup } from "../read-group.ts"

/** Names, towns and ordinary words of Japanese. */
export const LISTS = readGroup("japanese")

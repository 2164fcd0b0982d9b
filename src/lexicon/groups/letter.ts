import { readGroup } from "../read-group.ts"

/** What a model writes around a letter and no customer should read, its own signs ("mul") too. */
export const LISTS = readGroup("letter")

import { readGroup } from "../read-group.ts"

/** What the guard looks for in a draft: requests, secrets, places, numbers by word. */
export const LISTS = readGroup("guard")

import { threadId } from "node:worker_threads"

/** Returns the number of the thread that it runs in. */
export const threadOf = (): number => threadId

let turn = 0
/** Returns how often it was called in its thread before. */
export const placeInTurn = (): number => turn++

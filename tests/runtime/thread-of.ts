import { threadId } from "node:worker_threads"

/** Returns the number of the thread that it runs in. */
export const threadOf = (): number => threadId

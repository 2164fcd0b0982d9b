import { threadId } from "node:worker_threads"

/** Returns the number of the thread that it runs in. */
export const threadOf = (): number => threadId

let turn = 0
/** Returns how often it was called in its thread before. */
export const placeInTurn = (): number => turn++

/** Keeps its thread busy for so many milliseconds. */
export function blockThread(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

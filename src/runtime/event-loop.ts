import { setImmediate as othersTurn } from "node:timers/promises"

/**
 * Does something with each of many, and lets everybody else have a turn now and then. What takes long by itself is
 * given as a promise, with turns of its own. @throws the signal's reason
 */
export async function forEachYielding<T>(
  items: Iterable<T>,
  signal: AbortSignal | undefined,
  each: (item: T) => void | Promise<void>
): Promise<void> {
  let began = performance.now()
  for (const item of items) {
    const more = each(item)
    if (more) await more
    if (performance.now() - began < MILLISECONDS) continue
    await othersTurn()
    signal?.throwIfAborted()
    began = performance.now()
  }
}

const MILLISECONDS = 15

let lane: Promise<void> = Promise.resolve()

/**
 * Waits for a turn of the event loop that no other large piece of work has: ten bodies that come at once are read one a
 * turn, and health between them.
 */
export function nextEventLoopTurn(): Promise<void> {
  lane = lane.then(() => othersTurn())
  return lane
}

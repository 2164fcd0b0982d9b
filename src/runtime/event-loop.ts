import { setImmediate as othersTurn } from "node:timers/promises"

/**
 * Calls a function for each of many items and yields to the event loop now and then. A call that takes long returns a
 * promise and yields on its own. @throws the signal's reason
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
 * Waits for a turn of the event loop that no other large piece of work has claimed. If ten bodies arrive at once, one
 * is read in each turn, and health requests are answered in between.
 */
export function nextEventLoopTurn(): Promise<void> {
  lane = lane.then(() => othersTurn())
  return lane
}

import { UNDER_WAY } from "./tasks/retrieve.ts"

/**
 * Does the work for each item with several in progress at once, so that the database and this process are both busy.
 * The results are in order.
 */
export async function inLanes<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  const waiting = all.entries()
  const lane = async () => {
    for (const [at, one] of waiting) done[at] = await work(one)
  }
  await Promise.all(Array.from({ length: UNDER_WAY }, lane))
  return done
}

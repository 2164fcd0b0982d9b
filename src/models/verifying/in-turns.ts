/** So many requests of one verification are under way at once. */
const AT_ONCE = 4

/**
 * Does some work for each item, a few at a time, in their order.
 * @throws the first error; what hasn't begun isn't begun then
 */
export async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values()
  let hasFailed = false
  async function workOn(): Promise<void> {
    for (const item of left) {
      if (hasFailed) return
      try {
        await work(item)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, workOn))
}

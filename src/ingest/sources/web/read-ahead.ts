/**
 * Works on the next few items while the caller waits for the first. It yields the results in the order of the items,
 * and the first error ends it.
 */
export async function* readAhead<T, R>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>
): AsyncGenerator<R, void> {
  const running: Promise<R>[] = []
  for (const item of items) {
    const job = work(item)
    // An error that occurs while an earlier item is awaited is thrown when its own item is awaited. If the earlier item
    // fails, it is dropped.
    job.catch(() => undefined)
    running.push(job)
    const first = running.length >= atOnce ? running.shift() : undefined
    if (first) yield await first
  }
  for (const job of running) yield await job
}

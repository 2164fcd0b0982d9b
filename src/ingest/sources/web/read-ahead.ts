/**
 * Works on the next few while the first is waited for; gives what comes of them in their order. The first that fails
 * ends it.
 */
export async function* readAhead<T, R>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>
): AsyncGenerator<R, void> {
  const running: Promise<R>[] = []
  for (const item of items) {
    const job = work(item)
    // Whoever fails while an earlier one is waited for is heard when its turn comes, or no more where that one failed.
    job.catch(() => undefined)
    running.push(job)
    const first = running.length >= atOnce ? running.shift() : undefined
    if (first) yield await first
  }
  for (const job of running) yield await job
}

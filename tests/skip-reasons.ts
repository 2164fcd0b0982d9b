/** The titles of one skipped test: those of the blocks around it, then its own. */
export type Titles = readonly string[]

/** One line for each reason, with the number of tests that it skipped: `skipped 3: Redmine is not installed`. */
export function skippedLines(reasons: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, count]) => `skipped ${count}: ${reason}`)
}

/**
 * Why a test was skipped. Tests tell it in a title: "..., skipped: the reason", "(skipped: the reason)",
 * "(skipped without X)" or, at the end, "(the reason)". A test that gives no reason is named itself.
 */
export function skipReason(titles: Titles): string {
  const own = titles.at(-1) ?? ""
  for (const title of titles) {
    const reason = /\(skipped:? ([^]+)\)$/.exec(title)?.[1] ?? /\bskipped: ([^]+)$/.exec(title)?.[1]
    if (reason !== undefined) return reason
  }
  return /\(([^()]+)\)$/.exec(own)?.[1] ?? own
}

/** The day that budgets and sums count by, e.g. "2026-11-20": in UTC, so that it is one for the whole team. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/**
 * Returns the day by which budgets and sums are counted, for example "2026-11-20". It is in UTC, so that it is the same
 * for the whole team.
 */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

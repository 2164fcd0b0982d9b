/** What one check of the security report says. */
export interface Check {
  name: string
  /** What is wrong, one sentence each. */
  faults: readonly string[]
  /** What was checked, in a few words, or why nothing could be. */
  note: string
  wasSkipped?: true
}

export const skipped = (name: string, note: string): Check => ({ name, faults: [], note, wasSkipped: true })

/** A list of faults is cut, so that the report stays readable. */
const MAX_FAULTS = 20

/** Returns the lines of a report on a check. */
export function linesOf({ name, faults, note, wasSkipped }: Check): string[] {
  const state = wasSkipped ? "not checked" : faults.length === 0 ? "ok" : `${faults.length} faults`
  const more = faults.length - MAX_FAULTS
  return [
    `${name}: ${state} (${note})`,
    ...faults.slice(0, MAX_FAULTS).map((fault) => `  - ${fault}`),
    ...(more > 0 ? [`  - and ${more} more`] : [])
  ]
}

import { Registry, type Counter, type LabelValues } from "prom-client"

/**
 * What this process exposes to Prometheus. There is one registry for a process, as there is one relay in it; each
 * metric registers itself here where it is declared.
 */
export const registry = new Registry()

/** Histogram buckets in seconds for what takes milliseconds: requests, statements, waits. */
export const SHORT_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** Histogram buckets in seconds for drafts, which take up to five minutes. */
export const LONG_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320]

/**
 * Exposes a counter at 0 under these labels before anything is counted. Prometheus sees an increase only between two
 * values, so a counter that appeared with its first event would hide that event from every alert.
 */
export function beginAtZero<Label extends string>(counter: Counter<Label>, labels: LabelValues<Label>[]): void {
  for (const one of labels) counter.inc(one, 0)
}

/** No label has more values than this in one process. */
const MAX_VALUES = 60

/**
 * Returns a function that bounds a label whose values are configured, such as the names of models. After sixty
 * different values every further one becomes "other", so that no mistake and no attacker can fill Prometheus's memory.
 */
export function boundLabel(): (value: string) => string {
  const known = new Set<string>()
  return (value) => {
    if (known.has(value)) return value
    if (known.size >= MAX_VALUES) return "other"
    known.add(value)
    return value
  }
}

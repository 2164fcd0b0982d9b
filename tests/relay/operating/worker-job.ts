/** A job for the worker thread. */
export function double(given: number): number {
  return given * 2
}

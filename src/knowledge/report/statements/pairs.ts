/** Yields each pair of elements once. */
export function* pairsOf<T>(all: readonly T[]): Generator<[T, T]> {
  for (const [at, one] of all.entries()) for (const other of all.slice(0, at)) yield [one, other]
}

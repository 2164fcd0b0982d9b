/** Delays work until its result is needed, and does it once. */
export function once<Result>(make: () => Result): () => Result {
  let cached: { result: Result } | undefined
  return () => (cached ??= { result: make() }).result
}

/** Delays work for a key, such as a language, until its result is needed, and does it once for each. */
export function onceEach<Key, Result>(make: (key: Key) => Result): (key: Key) => Result {
  const results = new Map<Key, { result: Result }>()
  return (key) => {
    const cached = results.get(key) ?? { result: make(key) }
    results.set(key, cached)
    return cached.result
  }
}

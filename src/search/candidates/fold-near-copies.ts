/** Keeps only the best of several near copies. @param ranked best first */
export function foldNearCopies<T>(ranked: T[], documentOf: (one: T) => { id: string; twin: string | null }): T[] {
  const taken = new Set<string>()
  return ranked.filter((one) => {
    const { id, twin } = documentOf(one)
    const first = twin ?? id
    if (taken.has(first)) return false
    taken.add(first)
    return true
  })
}

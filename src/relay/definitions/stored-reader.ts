/**
 * Returns a reader of stored YAML. It reads each text once, because every draft asks for what the team has stored, and
 * takes letters that an earlier relay took in although they were no UTF-8. Callers must not change a result.
 * @param most how many texts are kept, before all of them are read anew
 */
export function storedReader<Result>(most: number, read: (source: string) => Result): (source: string) => Result {
  const known = new Map<string, Result>()
  return (source) => {
    const found = known.get(source)
    if (found !== undefined) return found
    if (known.size >= most) known.clear()
    const result = read(source.replaceAll("\uFFFD", "?"))
    known.set(source, result)
    return result
  }
}

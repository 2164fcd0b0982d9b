/** A set of words written one behind the other, each of so many units: three bytes a sign are enough. */
export function packed(lists: readonly (readonly [size: number, written: string])[]): ReadonlySet<string> {
  const set = new Set<string>()
  for (const [size, written] of lists) {
    const text = written.replace(/\s+/g, "")
    for (let at = 0; at < text.length; at += size) set.add(text.slice(at, at + size))
  }
  return set
}

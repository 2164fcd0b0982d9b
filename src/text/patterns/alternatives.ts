/**
 * Splits the source of a pattern into patterns of which one matches wherever the whole does, in the order in which the
 * whole tries them: "(?<!x)(?:a|b)(?!y)" into "(?<!x)a(?!y)" and "(?<!x)b(?!y)".
 * @returns undefined if it has no alternatives, or captures something
 */
export function splitAlternatives(source: string): string[] | undefined {
  if (CAPTURES.test(source)) return undefined
  const alternatives = expand(source)
  return alternatives.length > 1 ? alternatives : undefined
}

/** Matches the beginning of a group that captures. Behind a backslash, and in a class, it may be found in vain. */
const CAPTURES = /\((?!\?)|\(\?<(?![=!])/

function expand(source: string): string[] {
  const branches = splitAt(source)
  if (branches.length > 1) return branches.flatMap(expand)
  // What precedes a group must match in one way only, or the order of the alternatives would be another. With words
  // after it, the alternatives would be too many, all with the same words.
  const start = assertionsEnd(source, 0)
  if (!source.startsWith("(?:", start)) return [source]
  const end = groupEnd(source, start)
  if (assertionsEnd(source, end) < source.length) return [source]
  const inner = splitAt(source.slice(start + 3, end - 1))
  return inner.flatMap((branch) => expand(source.slice(0, start) + branch + source.slice(end)))
}

/** Returns where the assertions that begin at a place end. */
function assertionsEnd(source: string, from: number): number {
  const [head] = ASSERTION.exec(source.slice(from)) ?? []
  if (head === undefined) return from
  return assertionsEnd(source, head.startsWith("(") ? groupEnd(source, from) : from + head.length)
}
const ASSERTION = /^(?:\(\?<?[=!]|\\[bB]|[$^])/

/** Splits a source at the bars that are in no group. */
function splitAt(source: string): string[] {
  const branches: string[] = []
  let from = 0
  for (let at = 0; at < source.length; ) {
    if (source[at] === "|") {
      branches.push(source.slice(from, at))
      from = at + 1
    }
    at = atomEnd(source, at)
  }
  return [...branches, source.slice(from)]
}

/** Returns where the escape, class, group or sign at a place ends. */
function atomEnd(source: string, at: number): number {
  if (source[at] === "\\") return at + 2
  if (source[at] === "(") return groupEnd(source, at)
  return source[at] === "[" ? classEnd(source, at) : at + 1
}

function groupEnd(source: string, from: number): number {
  let at = from + 1
  while (at < source.length && source[at] !== ")") at = atomEnd(source, at)
  return at + 1
}

/** Returns where the class at a place ends, or behind the source if it doesn't end. */
export function classEnd(source: string, from: number): number {
  let at = from + 1
  while (at < source.length && source[at] !== "]") at += source[at] === "\\" ? 2 : 1
  return at + 1
}

/**
 * Splits the source of a pattern into patterns of which one matches wherever the whole does, in the order in which the
 * whole tries them: "(?<!x)(?:a|b)(?!y)" into "(?<!x)a(?!y)" and "(?<!x)b(?!y)".
 * @returns undefined if it has no alternatives, or captures something
 */
export function alternativesOf(source: string): string[] | undefined {
  if (CAPTURES.test(source)) return undefined
  const alternatives = expand(source)
  return alternatives.length > 1 ? alternatives : undefined
}

/** Matches the beginning of a group that captures. Behind a backslash, and in a class, it may be found in vain. */
const CAPTURES = /\((?!\?)|\(\?<(?![=!])/

/** What stands before a group must match in one way only, or the order of the alternatives would be another. */
const LEADING_ASSERTIONS = /^(?:\(\?<?[=!]|\\[bB]|\^)/

function expand(source: string): string[] {
  const branches = splitAt(source)
  if (branches.length > 1) return branches.flatMap(expand)
  let at = 0
  for (let head = LEADING_ASSERTIONS.exec(source); head; head = LEADING_ASSERTIONS.exec(source.slice(at)))
    at = head[0].startsWith("(") ? groupEnd(source, at) : at + head[0].length
  if (!source.startsWith("(?:", at)) return [source]
  const end = groupEnd(source, at)
  const rest = source.slice(end)
  if (!isAssertions(rest)) return [source]
  const inner = splitAt(source.slice(at + 3, end - 1))
  return inner.flatMap((branch) => expand(source.slice(0, at) + branch + rest))
}

/** Says whether nothing but assertions follows a group. Other alternatives would be too many, with the same words. */
function isAssertions(source: string): boolean {
  let at = 0
  for (let head = ASSERTION.exec(source); head; head = ASSERTION.exec(source.slice(at)))
    at = head[0].startsWith("(") ? groupEnd(source, at) : at + head[0].length
  return at === source.length
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

function classEnd(source: string, from: number): number {
  let at = from + 1
  while (at < source.length && source[at] !== "]") at += source[at] === "\\" ? 2 : 1
  return at + 1
}

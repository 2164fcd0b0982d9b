import { RE2JS } from "re2js"

/** A match of a team's pattern. The second entry is its first group, if it has one. */
export interface PatternMatch {
  index: number
  0: string
  1?: string | undefined
}

/** Returns all matches in a text, from left to right. */
export type PatternEngine = (text: string) => PatternMatch[]

/** The browser's own engine, for a pattern with so few ways to match that it can't be slow. */
export function nativeEngine(source: string, isAnyCase: boolean): PatternEngine {
  const pattern = new RegExp(source, isAnyCase ? "giu" : "gu")
  return (text) =>
    Array.from(text.matchAll(pattern), ({ index, 0: whole, 1: group }) => ({ index, 0: whole, 1: group }))
}

/**
 * RE2's engine, whose time grows with the text alone, for every other pattern. It knows no look-ahead and no
 * look-behind. Returns undefined for a pattern that it can't read.
 */
export function linearEngine(source: string, isAnyCase: boolean): PatternEngine | undefined {
  const pattern = compiled(source, isAnyCase)
  if (!pattern) return undefined
  const hasGroup = pattern.groupCount() > 0
  return (text) => {
    const matcher = pattern.matcher(text)
    const matches: PatternMatch[] = []
    while (matcher.find()) {
      const group = hasGroup ? (matcher.group(1) ?? undefined) : undefined
      matches.push({ index: matcher.start(), 0: matcher.group() ?? "", 1: group })
    }
    return matches
  }
}

function compiled(source: string, isAnyCase: boolean): RE2JS | undefined {
  try {
    // RE2 names a script without "Script=".
    const plain = source.replace(/\\([pP])\{(?:Script|sc)=(\w+)\}/g, "\\$1{$2}")
    return RE2JS.compile(RE2JS.translateRegExp(plain), isAnyCase ? RE2JS.CASE_INSENSITIVE : 0)
  } catch (error) {
    if (error instanceof Error && error.name.startsWith("RE2JS")) return undefined
    throw error
  }
}

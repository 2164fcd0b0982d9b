import { query } from "jsonpath-rfc9535"
import parse from "jsonpath-rfc9535/parser"

/**
 * Returns what stands at a path of an answer, or nothing. The expression has been checked (`jsonPathFault`); one that
 * matches patterns, which an earlier relay took, gives nothing.
 */
export function valuesAt(json: unknown, path: string): unknown[] {
  return runsPattern(parse(path)) ? [] : query(json as Parameters<typeof query>[0], path)
}

/**
 * Returns why a text can't be a path, or undefined if it is a JSONPath expression as RFC 9535 has it. Its functions
 * "match" and "search" take a regular expression, which could hold the browser for minutes and which a value of the
 * ticket could be taken for, so an expression with one of them is refused.
 */
export function jsonPathFault(path: string): "no-path" | "pattern" | undefined {
  try {
    return runsPattern(parse(path)) ? "pattern" : undefined
  } catch {
    return "no-path"
  }
}

function runsPattern(node: unknown): boolean {
  if (typeof node !== "object" || node === null) return false
  if ("type" in node && node.type === "FunctionExpr" && "name" in node && PATTERN_FUNCTIONS.has(node.name)) return true
  return Object.values(node).some(runsPattern)
}

const PATTERN_FUNCTIONS = new Set<unknown>(["match", "search"])

import { query } from "jsonpath-rfc9535"

/** Returns what stands at a path of an answer, or nothing. The expression has been checked (`isJsonPath`). */
export function valuesAt(json: unknown, path: string): unknown[] {
  return query(json as Parameters<typeof query>[0], path)
}

/** Returns whether a text is a JSONPath expression as RFC 9535 has it. */
export function isJsonPath(path: string): boolean {
  try {
    query(null, path)
    return true
  } catch {
    return false
  }
}

/**
 * Parses JSON. A whole number with more digits than a number of JavaScript keeps, such as that of a parcel, is a text:
 * it would end in other digits otherwise.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, withAllDigits)
}

/** @param context `source` is the number as it is written; TypeScript's own types don't have it yet. */
function withAllDigits(this: unknown, _key: string, value: unknown, context?: { source?: string }): unknown {
  const { source } = context ?? {}
  if (typeof value !== "number" || Number.isSafeInteger(value) || source === undefined) return value
  return /^-?\d+$/.test(source) ? source : value
}

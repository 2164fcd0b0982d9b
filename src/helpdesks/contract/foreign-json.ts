import { PageChanged } from "./adapter.ts"

/**
 * Foreign JSON is looked at by hand here (no zod in a content script): `part` names what was expected when it isn't
 * there.
 */
export type ForeignRecord = Record<string, unknown>

/** @throws PageChanged */
export function recordOf(value: unknown, part: string): ForeignRecord {
  if (!isRecord(value)) throw new PageChanged(part)
  return value
}

/** @throws PageChanged when it is no list or one of its items is no object */
export function listOf(value: unknown, part: string): ForeignRecord[] {
  if (!Array.isArray(value)) throw new PageChanged(part)
  return value.map((item) => recordOf(item, part))
}

/** A string that may be empty. @throws PageChanged */
export function textOf(value: unknown, part: string): string {
  if (typeof value !== "string") throw new PageChanged(part)
  return value
}

/** An id, given as a string or a number. @throws PageChanged */
export function idOf(value: unknown, part: string): string {
  if ((typeof value !== "string" && typeof value !== "number") || value === "") throw new PageChanged(part)
  return String(value)
}

/** `{ [name]: value }` for a string that isn't empty, else nothing: absent is not broken. */
export function optional<K extends string>(name: K, value: unknown): { [P in K]?: string } {
  return typeof value === "string" && value !== "" ? ({ [name]: value } as { [P in K]?: string }) : {}
}

export function isRecord(value: unknown): value is ForeignRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

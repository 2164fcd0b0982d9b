import type { MissedPart } from "../../ticket/page-part.ts"
import { PageChanged } from "./adapter.ts"

/**
 * Foreign JSON is checked by hand here, because a content script may not load zod. `part` names what was expected when
 * it is missing.
 */
export type ForeignRecord = Record<string, unknown>

/** @throws PageChanged */
export function recordOf(value: unknown, part: MissedPart): ForeignRecord {
  if (!isRecord(value)) throw new PageChanged(part)
  return value
}

/** @throws PageChanged when it is no list or when one of its items is no object */
export function listOf(value: unknown, part: MissedPart): ForeignRecord[] {
  if (!Array.isArray(value)) throw new PageChanged(part)
  return value.map((item) => recordOf(item, part))
}

/** Returns a string, which may be empty. @throws PageChanged */
export function textOf(value: unknown, part: MissedPart): string {
  if (typeof value !== "string") throw new PageChanged(part)
  return value
}

/** Returns an id, which is given as a string or a number. @throws PageChanged */
export function idOf(value: unknown, part: MissedPart): string {
  if ((typeof value !== "string" && typeof value !== "number") || value === "") throw new PageChanged(part)
  return String(value)
}

/**
 * Returns `{ [name]: value }` for a string that isn't empty, and otherwise an empty object, because an absent value is
 * no error.
 */
export function optional<K extends string>(name: K, value: unknown): { [P in K]?: string } {
  return typeof value === "string" && value !== "" ? ({ [name]: value } as { [P in K]?: string }) : {}
}

export function isRecord(value: unknown): value is ForeignRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

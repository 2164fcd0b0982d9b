import * as z from "zod/mini"
import { fieldOf } from "./columns.ts"
import type { FieldValues } from "./row.ts"

const RECORD = z.record(z.string(), z.unknown())

/**
 * Returns an object's values by field, or undefined if the value isn't an object. The first key of a field is used, and
 * lists are joined.
 */
export function valuesOfRecord(value: unknown): FieldValues | undefined {
  const read = RECORD.safeParse(value)
  if (!read.success || Array.isArray(value)) return undefined
  const values: FieldValues = {}
  for (const [key, said] of Object.entries(read.data)) {
    const field = fieldOf(key)
    const text = textOf(said)
    if (field === "status" && typeof said === "boolean")
      values.status = said === /draft|entwurf/i.test(key) ? "draft" : "published"
    else if (field !== undefined && values[field] === undefined && text !== undefined) values[field] = text
  }
  return values
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  return Array.isArray(value) && value.every((part) => typeof part === "string") ? value.join(", ") : undefined
}

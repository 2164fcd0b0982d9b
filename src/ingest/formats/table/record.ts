import * as z from "zod/mini"
import { fieldOf } from "./columns.ts"
import { publicationFieldOf } from "../publication/publication-fields.ts"
import type { Statement } from "../publication/refuse-unpublished.ts"
import { statementsIn } from "../publication/statements-in.ts"
import type { FieldValues, TableRow } from "./row.ts"

const RECORD = z.record(z.string(), z.unknown())

/**
 * Returns an object's values by field and what it says about its publication, or undefined if the value isn't an
 * object. The first key of a field is used, and lists are joined.
 * @param around what is said of the whole list
 */
export function rowOfRecord(value: unknown, around: readonly Statement[] = []): TableRow | undefined {
  const read = RECORD.safeParse(value)
  if (!read.success || Array.isArray(value)) return undefined
  const values: FieldValues = {}
  for (const [key, said] of Object.entries(read.data)) {
    const field = fieldOf(key)
    const text = textOf(said)
    if (publicationFieldOf(key) !== undefined || field === undefined || text === undefined) continue
    values[field] ??= text
  }
  return { values, statements: [...around, ...statementsIn(read.data)] }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  return Array.isArray(value) && value.every((part) => typeof part === "string") ? value.join(", ") : undefined
}

import { readFileSync } from "node:fs"
import { basename } from "node:path"
import type * as z from "zod/mini"

/** Reads a file of lines that all have this shape. @throws Error that names the line */
export function readLines<T>(file: string, shape: z.ZodMiniType<T>): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, at) => {
      if (!line.trim()) return []
      try {
        return [parse(shape, JSON.parse(line))]
      } catch (cause) {
        throw new Error(
          `${basename(file)}, line ${at + 1}: ${cause instanceof Error ? cause.message : String(cause)}`,
          { cause }
        )
      }
    })
}

/** Parses a value. @throws Error that names the first invalid field */
export function parse<T>(shape: z.ZodMiniType<T>, value: unknown): T {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const field = issue?.path.join(".")
  const wanted =
    issue?.code === "invalid_type"
      ? `: expected ${issue.expected}`
      : issue?.code === "invalid_value"
        ? `: expected ${issue.values.join(" or ")}`
        : ""
  throw new Error(field ? `The field "${field}" is missing or not valid${wanted}.` : "The line is no JSON object.")
}

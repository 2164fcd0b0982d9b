import type * as z from "zod/mini"

/**
 * Reads back the state that a source saved (`at`, `since`). State of another version, or none, gives undefined, and the
 * source then starts from the beginning.
 */
export function parseSavedState<T>(text: string | undefined, shape: z.ZodMiniType<T>): T | undefined {
  return text === undefined ? undefined : shape.safeParse(jsonOf(text)).data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

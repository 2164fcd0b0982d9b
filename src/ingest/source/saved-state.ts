import type * as z from "zod/mini"

/**
 * What a source saved of itself (`at`, `since`), read back. What another version wrote, or nobody, is nothing: then it
 * begins anew.
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

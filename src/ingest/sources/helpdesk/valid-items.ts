import type * as z from "zod/mini"

/** Those of a list that are what they should be. */
export function validItems<T>(items: readonly unknown[], shape: z.ZodMiniType<T>): T[] {
  return items.flatMap((item) => {
    const read = shape.safeParse(item)
    return read.success ? [read.data] : []
  })
}

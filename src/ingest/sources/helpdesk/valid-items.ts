import type * as z from "zod/mini"

/** Returns those items of a list that have the expected shape. */
export function validItems<T>(items: readonly unknown[], shape: z.ZodMiniType<T>): T[] {
  return items.flatMap((item) => {
    const read = shape.safeParse(item)
    return read.success ? [read.data] : []
  })
}

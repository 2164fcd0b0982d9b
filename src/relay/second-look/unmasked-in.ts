import { findUnmasked } from "../../masking/index.ts"
import type { Field, Hit } from "./second-look.ts"
import type { ThreadJob } from "../../runtime/thread/beside.ts"

/** What of the texts should have been masked, in order. */
export function unmaskedIn(fields: Field[], keep: string[]): Hit[] {
  return fields.flatMap(([field, text]) =>
    findUnmasked(text, { keep }).map(({ kind, start, end }) => ({ field, kind, value: text.slice(start, end), text }))
  )
}

/** For large tickets, in the thread beside. */
export const unmaskedJob = { module: import.meta.url, run: unmaskedIn } satisfies ThreadJob<
  Parameters<typeof unmaskedIn>,
  ReturnType<typeof unmaskedIn>
>

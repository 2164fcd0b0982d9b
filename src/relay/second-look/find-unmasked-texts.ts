import { findUnmasked } from "../../masking/index.ts"
import type { TextField, UnmaskedHit } from "./second-look.ts"
import type { WorkerJob } from "../../runtime/worker-thread/run-in-worker.ts"

/** Finds what should have been masked in the texts, in their order. */
export function findUnmaskedTexts(fields: TextField[], keep: string[]): UnmaskedHit[] {
  return fields.flatMap(([field, text]) =>
    findUnmasked(text, { keep }).map(({ kind, start, end }) => ({ field, kind, value: text.slice(start, end), text }))
  )
}

/** Does the same in the worker thread, for large tickets. */
export const unmaskedJob = { module: import.meta.url, run: findUnmaskedTexts } satisfies WorkerJob<
  Parameters<typeof findUnmaskedTexts>,
  ReturnType<typeof findUnmaskedTexts>
>

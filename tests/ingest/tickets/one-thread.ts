import { afterAll } from "vitest"
import type { MaskRules } from "../../../src/masking/basis/masking-rules.ts"
import { createTicketMasker, type TicketMasker } from "../../../src/ingest/sources/tickets/ticket-masker.ts"

const threads = new Map<string, TicketMasker>()
afterAll(() => {
  for (const thread of threads.values()) thread.close()
})

/**
 * Returns a masker that lives for the whole test file, because a thread loads its tables for most of a second, and many
 * tests read four times.
 */
export function oneThread(rules: MaskRules): TicketMasker {
  const key = JSON.stringify(rules)
  const thread = threads.get(key) ?? createTicketMasker(rules)
  threads.set(key, thread)
  return { ...thread, close: () => undefined }
}

import type { TicketRecord } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { tellAt } from "../../store/tickets.ts"
import { keepTicket, usedOf } from "../draft/keep.ts"
import { load } from "../ticket/load.ts"
import { kindOf } from "./settle.ts"
import { tell } from "./tell.ts"
import { inLine, type Desk, type Work } from "../ticket/work.ts"

/**
 * Tells of drafts that were used, or found not useful, and that nobody saw sent within a day. Should the reply be seen
 * later, it is told as the next revision.
 */
export async function tellOverdue(desk: Desk, store: Store, workOf: (record: TicketRecord) => Work): Promise<void> {
  const now = desk.clock.now()
  for (const record of await store.tickets.due(now)) {
    const work = workOf(record)
    await inLine(work, async () => {
      await load(work, store)
      for (const used of work.record?.used ?? [])
        if (tellAt(used).some((at) => at <= now)) await tellUnseen(desk, work, store, used.draftId)
    }).catch((error: unknown) => desk.trouble(error))
  }
}

/** Tells what is known of a draft now; it is still looked for in the ticket's replies. */
export async function tellUnseen(desk: Desk, work: Work, store: Store, draftId: string): Promise<void> {
  const used = usedOf(work, draftId)
  const draft = await store.drafts.get(draftId)
  const told = (used?.told ?? 0) + 1
  const after = (record: TicketRecord): TicketRecord => ({
    ...record,
    used: record.used.flatMap((one) => (one.draftId !== draftId ? [one] : draft ? [{ ...one, told }] : []))
  })
  if (used && draft)
    return tell(desk, work, store, { kind: kindOf(used), used, draft, known: { requester: {}, messages: [] }, after })
  // The draft is gone: there is nothing to tell of it.
  if (!used || !work.record) return
  work.record = after(work.record)
  await keepTicket(work, store)
}

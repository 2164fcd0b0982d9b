import type { TicketRecord } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { reportDueTimes } from "../../store/ticket-rows.ts"
import { keepTicket, usedOf } from "../draft/keep.ts"
import { sendDraftEvent } from "../draft/send-event.ts"
import { runInOrder, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { load } from "../ticket/load.ts"
import { useKindOf } from "./record-outcomes.ts"
import { queueOutcome } from "./queue-outcome.ts"
import { replyOf } from "./reply-in-messages.ts"

/**
 * Reports drafts that were used or rejected and that nobody saw sent within a day. If the reply is seen later, it is
 * reported as the next revision.
 */
export async function tellOverdue(
  services: Services,
  store: Store,
  workOf: (record: TicketRecord) => TicketState
): Promise<void> {
  const now = services.clock.now()
  for (const record of await store.tickets.due(now)) {
    const state = workOf(record)
    await runInOrder(state, async () => {
      await load(state, store)
      for (const used of state.record?.used ?? [])
        if (reportDueTimes(used).some((at) => at <= now)) await tellUnseen(services, state, store, used.draftId)
    }).catch((error: unknown) => services.reportError(error))
  }
}

/** Reports what is known of a draft now. The draft is still looked for in the ticket's replies. */
export async function tellUnseen(services: Services, state: TicketState, store: Store, draftId: string): Promise<void> {
  const used = usedOf(state, draftId)
  const draft = await store.drafts.get(draftId)
  if (used && draft)
    return queueOutcome(services, state, store, {
      kind: useKindOf(used),
      used,
      draft,
      // The other messages of the draft didn't follow.
      reply: replyOf(used.sent ?? []),
      known: { requester: {}, messages: state.record?.messages ?? [] },
      event: { type: "use-reported", draftId, revision: (used.told ?? 0) + 1 }
    })
  // The draft is gone, so there is nothing to report about it.
  if (!used || !state.record) return
  sendDraftEvent(state, { type: "uses-dropped", outcomeIds: [used.outcomeId] })
  await keepTicket(state, store)
}

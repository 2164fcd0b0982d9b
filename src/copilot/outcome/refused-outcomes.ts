import { NO_PLACEHOLDERS } from "../../masking/basis/placeholder-table.ts"
import { MAX_OUTCOME_NOTE, MAX_REPLY_CHARACTERS } from "../../protocol/outcome.ts"
import type { CommandAnswer, RefusedOutcome } from "../../protocol/panel.ts"
import type { WaitingOutcome } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { ticketOfKey } from "../../ticket/ticket-key.ts"
import { truncateMasked, EMPTY_MASKED_TEXT } from "../relay-client/egress.ts"
import { lockedAnswer } from "../session/locked-answer.ts"
import { load } from "../ticket/load.ts"
import { runInOrder, ticketPeopleOf, type Services, type TicketState } from "../ticket/ticket-state.ts"

/** Outcomes that the relay refused because something in them wasn't masked. They wait for a person. */
export function refusedOutcomes(
  { account, egress, clock, ...services }: Services,
  workOn: (key: string) => TicketState,
  changed: () => void
) {
  const settle = async (
    id: string,
    step: (item: WaitingOutcome, store: Store) => Promise<void>
  ): Promise<CommandAnswer> => {
    const store = await account.unlock()
    if (!store) return lockedAnswer(account.state)
    const item = (await store.outbox.refused()).find((one) => one.id === id)
    if (!item) return { ok: false, code: "no-outcome" }
    try {
      await step(item, store)
      return { ok: true }
    } catch (error) {
      await services.reportError(error)
      return { ok: false, code: "outcome-not-masked" }
    } finally {
      changed()
    }
  }
  return {
    /**
     * Masks its texts again, with what is known now of the ticket and of the team's rules, and sends it again under the
     * same id.
     */
    mask: (id: string) =>
      settle(id, async (item, store) => {
        const {
          outcome: { draft, sent, note, ...rest },
          refused,
          key
        } = item
        const state = workOn(key)
        await runInOrder(state, async () => {
          await load(state, store)
          const {
            masked: [ofDraft = EMPTY_MASKED_TEXT, ofSent = EMPTY_MASKED_TEXT, ofNote = EMPTY_MASKED_TEXT],
            table
          } = await egress.again(
            [draft, sent ?? EMPTY_MASKED_TEXT, note ?? EMPTY_MASKED_TEXT],
            ticketPeopleOf(state),
            state.table ?? NO_PLACEHOLDERS,
            state.overrides,
            new AbortController().signal
          )
          const outcome = {
            ...rest,
            // The places of its checks refer to the draft as the relay wrote it. So the draft stays unchanged, unless
            // it was itself the reason for the refusal.
            draft: refused?.some(({ field }) => field === "draft")
              ? truncateMasked(ofDraft, MAX_REPLY_CHARACTERS)
              : draft,
            sent: sent === null ? null : truncateMasked(ofSent, MAX_REPLY_CHARACTERS),
            ...(note === undefined ? {} : { note: truncateMasked(ofNote, MAX_OUTCOME_NOTE) })
          }
          await store.requeue({
            key,
            table: state.table && table,
            item: { id: item.id, key, tries: 0, outcome },
            due: clock.now()
          })
          if (state.table) state.table = table
        })
        services.deliver()
      }),
    discard: (id: string) => settle(id, (_item, store) => store.outbox.delivered(id))
  }
}

export const refusedOf = ({ id, key, refused = [] }: WaitingOutcome): RefusedOutcome => ({
  id,
  ...ticketOfKey(key),
  kinds: [...new Set(refused.map(({ kind }) => kind))]
})

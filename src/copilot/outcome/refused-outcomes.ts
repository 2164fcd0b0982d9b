import { NO_PLACEHOLDERS } from "../../masking/basis/placeholder-table.ts"
import { MAX_OUTCOME_NOTE, MAX_REPLY_CHARACTERS } from "../../protocol/outcome.ts"
import type { CommandAnswer, RefusedOutcome } from "../../protocol/panel.ts"
import type { WaitingOutcome } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { ticketOfKey } from "../../ticket/ticket-key.ts"
import { truncateMasked, EMPTY_MASKED_TEXT } from "../relay-client/egress.ts"
import { lockedAnswer } from "../session/managed-policy.ts"
import { runInOrder, ticketPeopleOf, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { load } from "../ticket/load.ts"

/** Outcomes that the relay refused because something in them wasn't masked. They wait for a person. */
export class RefusedOutcomes {
  readonly #services: Services
  readonly #workOn: (key: string) => TicketState
  readonly #changed: () => void

  constructor(services: Services, workOn: (key: string) => TicketState, changed: () => void) {
    this.#services = services
    this.#workOn = workOn
    this.#changed = changed
  }

  /**
   * Masks its texts again, with what is known now of the ticket and of the team's rules, and sends it again under the
   * same id.
   */
  mask(id: string): Promise<CommandAnswer> {
    return this.#settle(id, async (item, store) => {
      const state = this.#workOn(item.key)
      await runInOrder(state, async () => {
        await load(state, store)
        await this.#maskAgain(item, state, store)
      })
      this.#services.deliver()
    })
  }

  discard(id: string): Promise<CommandAnswer> {
    return this.#settle(id, (_item, store) => store.outbox.delivered(id))
  }

  async #settle(id: string, step: (item: WaitingOutcome, store: Store) => Promise<void>): Promise<CommandAnswer> {
    const { account, reportError } = this.#services
    const store = await account.unlock()
    if (!store) return lockedAnswer(account.state)
    const item = (await store.outbox.refused()).find((one) => one.id === id)
    if (!item) return { ok: false, code: "no-outcome" }
    try {
      await step(item, store)
      return { ok: true }
    } catch (error) {
      await reportError(error)
      return { ok: false, code: "outcome-not-masked" }
    } finally {
      this.#changed()
    }
  }

  async #maskAgain({ id, key, outcome, refused }: WaitingOutcome, state: TicketState, store: Store): Promise<void> {
    const { draft, sent, note, ...rest } = outcome
    const {
      masked: [ofDraft = EMPTY_MASKED_TEXT, ofSent = EMPTY_MASKED_TEXT, ofNote = EMPTY_MASKED_TEXT],
      table
    } = await this.#services.egress.again(
      [draft, sent ?? EMPTY_MASKED_TEXT, note ?? EMPTY_MASKED_TEXT],
      ticketPeopleOf(state),
      state.table ?? NO_PLACEHOLDERS,
      state.overrides,
      new AbortController().signal
    )
    const masked = {
      ...rest,
      // The places of its checks refer to the draft as the relay wrote it. So the draft stays unchanged, unless it was
      // itself the reason for the refusal.
      draft: refused?.some(({ field }) => field === "draft") ? truncateMasked(ofDraft, MAX_REPLY_CHARACTERS) : draft,
      sent: sent === null ? null : truncateMasked(ofSent, MAX_REPLY_CHARACTERS),
      ...(note === undefined ? {} : { note: truncateMasked(ofNote, MAX_OUTCOME_NOTE) })
    }
    await store.requeue({
      key,
      table: state.table && table,
      item: { id, key, tries: 0, outcome: masked },
      due: this.#services.clock.now()
    })
    if (state.table) state.table = table
  }
}

export const refusedOf = ({ id, key, refused = [] }: WaitingOutcome): RefusedOutcome => ({
  id,
  ...ticketOfKey(key),
  kinds: [...new Set(refused.map(({ kind }) => kind))]
})

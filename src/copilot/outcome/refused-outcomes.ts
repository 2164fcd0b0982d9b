import { MAX_OUTCOME_NOTE, MAX_REPLY_CHARACTERS } from "../../protocol/outcome.ts"
import type { CommandAnswer, RefusedOutcome } from "../../protocol/panel.ts"
import type { WaitingOutcome } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { ticketOfKey } from "../../ticket/ticket-key.ts"
import { cutTo, NOTHING } from "../relay-client/door.ts"
import { load } from "../ticket/load.ts"
import { inLine, knownOf, type Desk, type Work } from "../ticket/work.ts"

/** Outcomes that the relay would not have because something in them was not masked: they wait for a person. */
export function refusedOutcomes(
  { account, door, clock, ...desk }: Desk,
  workOn: (key: string) => Work,
  changed: () => void
) {
  const settle = async (
    id: string,
    step: (item: WaitingOutcome, store: Store) => Promise<void>
  ): Promise<CommandAnswer> => {
    const store = await account.unlock()
    if (!store) return { ok: false, code: "locked" }
    const item = (await store.outbox.refused()).find((one) => one.id === id)
    if (!item) return { ok: false, code: "no-outcome" }
    try {
      await step(item, store)
      return { ok: true }
    } catch (error) {
      await desk.trouble(error)
      return { ok: false, code: "outcome-not-masked" }
    } finally {
      changed()
    }
  }
  return {
    /**
     * Masks its texts anew, with what is known of the ticket and of the team's rules now, and sends it again under the
     * same id.
     */
    mask: (id: string) =>
      settle(id, async (item, store) => {
        const {
          outcome: { draft, sent, note, ...rest },
          refused,
          key
        } = item
        const work = workOn(key)
        await inLine(work, async () => {
          await load(work, store)
          const {
            masked: [ofDraft = NOTHING, ofSent = NOTHING, ofNote = NOTHING],
            table
          } = await door.again(
            [draft, sent ?? NOTHING, note ?? NOTHING],
            knownOf(work),
            work.table ?? { entries: [] },
            work.told,
            new AbortController().signal
          )
          const outcome = {
            ...rest,
            // Places of its checks are told in the draft as the relay wrote it: it stays, unless it was refused for
            // itself.
            draft: refused?.some(({ field }) => field === "draft") ? cutTo(ofDraft, MAX_REPLY_CHARACTERS) : draft,
            sent: sent === null ? null : cutTo(ofSent, MAX_REPLY_CHARACTERS),
            ...(note === undefined ? {} : { note: cutTo(ofNote, MAX_OUTCOME_NOTE) })
          }
          await store.requeue({
            key,
            table: work.table && table,
            item: { id: item.id, key, tries: 0, outcome },
            due: clock.now()
          })
          if (work.table) work.table = table
        })
        desk.deliver()
      }),
    discard: (id: string) => settle(id, (_item, store) => store.outbox.delivered(id))
  }
}

export const refusedOf = ({ id, key, refused = [] }: WaitingOutcome): RefusedOutcome => ({
  id,
  ...ticketOfKey(key),
  kinds: [...new Set(refused.map(({ kind }) => kind))]
})

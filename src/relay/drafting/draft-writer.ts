import type { Kysely } from "kysely"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { DraftState, Schema } from "../../storage/schema.ts"
import { appendEvents, endDraft, saveUpstream } from "./draft-store.ts"
import type { StreamEvent, UpstreamEvent } from "./pipeline-events.ts"

/**
 * How many milliseconds lie between two writes of one draft. Listeners get the text at once. What is in the database
 * before a draft's end is only needed if the relay is killed, and may lack the last words.
 */
const BATCH = 2000

export interface DraftWriter {
  add(event: StreamEvent): void
  upstream(seen: UpstreamEvent): void
  /** Writes what is left, and the state. @throws what the database throws, after the retries have failed */
  end(state: DraftState, events: StreamEvent[], now: Date): Promise<void>
  /** Discards what is left and waits until no write is under way. */
  drop(): Promise<void>
}

/**
 * Appends a draft's events to the database in order, in batches. `onTrouble` is called with the first write that failed
 * for good.
 */
export function createDraftWriter(db: Kysely<Schema>, id: string, onTrouble: (error: unknown) => void): DraftWriter {
  let pending: StreamEvent[] = []
  let written = 0
  let timer: NodeJS.Timeout | undefined
  let work: Promise<void> = Promise.resolve()
  let dropped = false

  const queue = (step: () => Promise<void>) =>
    (work = work.then(() => (dropped ? undefined : retryWhileUnavailable(step))))
  const take = (): [first: number, events: StreamEvent[]] => {
    clearTimeout(timer)
    timer = undefined
    const events = pending
    pending = []
    written += events.length
    return [written - events.length, events]
  }
  const background = (step: () => Promise<void>) => void queue(step).catch(onTrouble)

  return {
    add(event) {
      pending.push(event)
      timer ??= setTimeout(() => {
        const [first, events] = take()
        background(() => appendEvents(db, id, first, events))
      }, BATCH)
    },
    upstream: (seen) => background(() => saveUpstream(db, id, seen)),
    async end(state, last, now) {
      const [first, events] = take()
      await queue(() => endDraft(db, id, state, first, [...events, ...last], now))
    },
    async drop() {
      dropped = true
      take()
      await work.catch(() => undefined)
    }
  }
}

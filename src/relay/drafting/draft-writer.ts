import type { Kysely } from "kysely"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { DraftState, Schema } from "../../storage/schema.ts"
import { appendEvents, endDraft, saveUpstream, type OwnDraft } from "./draft-store.ts"
import type { StreamEvent, UpstreamEvent } from "./pipeline-events.ts"

/**
 * How many milliseconds lie between two writes of one draft. Listeners get the text at once. What is in the database
 * before a draft's end is only needed where it is followed at another relay, and may lack the last words.
 */
const BATCH = 2000

export interface DraftWriter {
  add(event: StreamEvent): void
  upstream(seen: UpstreamEvent): void
  /**
   * Writes what is left, and the state. Resolves to false if the draft is no longer this relay's. @throws what the
   * database throws, after the retries have failed
   */
  end(state: DraftState, events: StreamEvent[], now: Date): Promise<boolean>
  /** Discards what is left and waits until no write is under way. */
  drop(): Promise<void>
}

export interface WriterTrouble {
  /** The first write that failed for good. */
  onFailed: (error: unknown) => void
  /** The draft is no longer this relay's: it was erased, or this relay was taken for dead. */
  onLost: () => void
}

/** Appends a draft's events to the database in order, in batches. */
export function createDraftWriter(
  db: Kysely<Schema>,
  draft: OwnDraft,
  { onFailed, onLost }: WriterTrouble
): DraftWriter {
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
  const background = (step: () => Promise<void>) => void queue(step).catch(onFailed)

  return {
    add(event) {
      pending.push(event)
      timer ??= setTimeout(() => {
        const [first, events] = take()
        background(async () => {
          if (!(await appendEvents(db, draft, first, events))) onLost()
        })
      }, BATCH)
    },
    upstream: (seen) => background(() => saveUpstream(db, draft, seen)),
    async end(state, last, now) {
      const [first, events] = take()
      let stored = false
      await queue(async () => {
        stored = await endDraft(db, draft, state, first, [...events, ...last], now)
      })
      return stored
    },
    async drop() {
      dropped = true
      take()
      await work.catch(() => undefined)
    }
  }
}

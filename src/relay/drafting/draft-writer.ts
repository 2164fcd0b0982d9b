import type { Kysely } from "kysely"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { DraftState, Schema } from "../../storage/schema.ts"
import { appendEvents, endDraft, type OwnDraft, type Written } from "./draft-store.ts"
import type { StreamEvent, UpstreamEvent } from "./pipeline/pipeline-events.ts"

/**
 * How many milliseconds lie between two writes of one draft. Listeners get the text at once. What is in the database
 * before a draft's end is only needed where it is followed at another relay, and may lack the last words.
 */
const BATCH = 2000

export interface DraftWriter {
  add(event: StreamEvent): void
  upstream(seen: UpstreamEvent): void
  /** Writes what is left at once, before it is due, and waits for it. It never throws. */
  flush(): Promise<void>
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
  let request: UpstreamEvent | undefined
  let written = 0
  let timer: NodeJS.Timeout | undefined
  let work: Promise<void> = Promise.resolve()
  let dropped = false

  const queue = (step: () => Promise<void>) =>
    (work = work.then(() => (dropped ? undefined : retryWhileUnavailable(step))))
  const take = (): Written => {
    clearTimeout(timer)
    timer = undefined
    const [events, upstream] = [pending, request]
    pending = []
    request = undefined
    written += events.length
    return { first: written - events.length, events, upstream }
  }
  const append = () => {
    const taken = take()
    return queue(async () => {
      if (!(await appendEvents(db, draft, taken))) onLost()
    }).catch(onFailed)
  }
  const soon = () => (timer ??= setTimeout(() => void append(), BATCH))

  return {
    add(event) {
      const before = pending.at(-1)
      // A row for each token would be a hundred rows a draft, and followers need only the text.
      if (event.type === "draft-delta" && before?.type === "draft-delta")
        pending[pending.length - 1] = { ...before, text: before.text + event.text }
      else pending.push(event)
      soon()
    },
    upstream(seen) {
      request = seen
      soon()
    },
    flush: append,
    async end(state, last, now) {
      const taken = take()
      let stored = false
      await queue(async () => {
        stored = await endDraft(db, draft, state, { ...taken, events: [...taken.events, ...last] }, now)
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

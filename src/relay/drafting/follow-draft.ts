import { setTimeout as pause } from "node:timers/promises"
import type { Kysely } from "kysely"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import { noteFollower, readProgress, readWriter, type Progress } from "./orphaned-drafts.ts"
import { isLastEvent, type StreamEvent } from "./pipeline-events.ts"
import type { Listener } from "./running-draft.ts"

/** Half a second after the end is stored it is sent. The text before it is stored every two seconds. */
const LOOK_MS = 500
const NOTE_EVERY_LOOKS = 4

export const CUT_OFF: StreamEvent = {
  type: "draft-error",
  code: "draft-cut",
  message: "The draft was cut off before its end: ask for a new one.",
  retryable: true
}
export const ERASED: StreamEvent = {
  type: "draft-error",
  code: "ticket-erased",
  message: "This ticket was erased.",
  retryable: false
}

/**
 * Waits until the relay that writes a draft gives its next sign of life, or no longer writes it. Whoever asks again
 * because that relay was killed comes before it counts as dead; text that was sent by then could not be begun anew.
 * @returns false if the relay is dead
 */
export async function waitForWriter(db: Kysely<Schema>, id: string, closing: AbortSignal): Promise<boolean> {
  const before = await readWriter(db, id)
  for (let now = before; ; now = await retryWhileUnavailable(() => readWriter(db, id))) {
    if (now === undefined || closing.aborted) return true
    if (!now.living) return false
    if (now.lastSign !== before?.lastSign) return true
    await pause(LOOK_MS, undefined, { signal: closing, ref: false }).catch(() => undefined)
  }
}

/**
 * Sends what is stored of a draft, and while another relay writes it, what is stored further, up to its end.
 * `progress` is what was read of it from the start.
 * @throws what the database throws; the listener is still open then
 */
export async function followDraft(
  db: Kysely<Schema>,
  id: string,
  progress: Progress,
  { listener, closing }: { listener: Listener; closing: AbortSignal }
): Promise<void> {
  const gone = AbortSignal.any([listener.closed, closing])
  let seen: Progress | undefined = progress
  for (let looks = 0; ; looks++) {
    for (const event of seen?.events ?? []) listener.send(event)
    const last = seen?.events.at(-1)
    if (last && isLastEvent(last)) break
    if (!seen?.isWritten) {
      listener.send(seen ? CUT_OFF : ERASED)
      break
    }
    if (looks % NOTE_EVERY_LOOKS === 0) await retryWhileUnavailable(() => noteFollower(db, id))
    await pause(LOOK_MS, undefined, { signal: gone, ref: false }).catch(() => undefined)
    if (gone.aborted) break
    const next: number = seen.next
    seen = await retryWhileUnavailable(() => readProgress(db, id, next))
  }
  listener.end()
}

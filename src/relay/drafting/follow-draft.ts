import { setTimeout as pause } from "node:timers/promises"
import type { Kysely } from "kysely"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { Log } from "../../runtime/log.ts"
import { Problem } from "../../runtime/problem.ts"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import { CUT_OFF, ERASED, notStored } from "./draft-ends.ts"
import { findDraft } from "./draft-store.ts"
import { noteFollower, readProgress, readWriter, type Progress } from "./orphaned-drafts.ts"
import { isLastEvent } from "./pipeline/pipeline-events.ts"
import { checkSame, type Listener } from "./running-draft.ts"

/** Half a second after the end is stored it is sent. The text before it is stored every two seconds. */
const LOOK_MS = 500
const NOTE_EVERY_LOOKS = 4

/** Attaches listeners to drafts that this relay doesn't write: they have ended, or another relay writes them. */
export class DraftFollowers {
  readonly #db: Kysely<Schema>
  readonly #log: Log
  readonly #closing = new AbortController()
  readonly #following = new Set<Promise<void>>()

  constructor({ db, log }: { db: Kysely<Schema>; log: Log }) {
    this.#db = db
    this.#log = log
  }

  /**
   * Reads a draft as far as it is stored. The returned function sends that to a listener, and then what is stored
   * further. Returns undefined if the relay that wrote it turns out to be dead, so that the draft can begin anew.
   * @throws Problem 409 "draft-taken", 410 "ticket-erased"
   */
  async follow(id: string, person: PairedPerson, hash: Buffer): Promise<((listener: Listener) => void) | undefined> {
    let draft = await findDraft(this.#db, id)
    if (draft) checkSame({ person: draft.person, hash: draft.request_hash }, person, hash)
    if (draft?.state === "writing") {
      if (!(await isWriterAlive(this.#db, id, this.#closing.signal))) return undefined
      draft = await findDraft(this.#db, id)
    }
    // Any relay may have cut it meanwhile, because its own is dead.
    if (draft?.state === "cut" && draft.relay === null) return undefined
    const progress = draft && (await readProgress(this.#db, id, 0))
    if (!progress) throw new Problem(410, "ticket-erased", "This ticket was erased: ask for a new draft.")
    return (listener) => this.#attach(listener, id, progress)
  }

  #attach(listener: Listener, id: string, progress: Progress): void {
    const work = followDraft(this.#db, id, progress, { listener, closing: this.#closing.signal })
      .catch((error: unknown) => {
        this.#log.error("draft-not-followed", error, { draftId: id })
        listener.send(notStored(error))
        listener.end()
      })
      .finally(() => this.#following.delete(work))
    this.#following.add(work)
  }

  /** Ends all, and waits until no statement of theirs is under way. */
  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.all(this.#following)
  }
}

/**
 * Waits until the relay that writes a draft gives its next sign of life, or no longer writes it. Whoever asks again
 * because that relay was killed comes before it counts as dead; text that was sent by then could not be begun anew.
 * @returns false if the relay is dead
 */
async function isWriterAlive(db: Kysely<Schema>, id: string, closing: AbortSignal): Promise<boolean> {
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
async function followDraft(
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

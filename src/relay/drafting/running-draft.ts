import type { RowKey } from "../../storage/encryption/text-cipher.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import { Problem } from "../../runtime/problem.ts"
import { isLastEvent, type StreamEvent } from "./pipeline/pipeline-events.ts"

/** An open event stream that receives a draft while it is written. */
export interface Listener {
  send(event: StreamEvent): void
  end(): void
  /** Aborts when the listener is gone. */
  closed: AbortSignal
}

/** A draft that is being written in this process, with its events so far, its listeners, and the way to stop it. */
export class RunningDraft {
  readonly id: string
  readonly person: string
  readonly hash: Buffer
  readonly key: RowKey
  readonly ticket: { site: string; helpdesk: string; ticketId: string }
  /** Aborts when nobody listens any more or the ticket is erased, because nobody needs the model's answer then. */
  readonly stop = new AbortController()
  readonly events: StreamEvent[] = []
  /** Nothing more of it may be stored. */
  isErased = false
  /** It is in the database. */
  isStored = false
  /** Stores what was written so far, before it is due. */
  flush: () => Promise<void> = async () => undefined
  readonly #onLeft: (draft: RunningDraft) => void
  readonly #listeners = new Set<Listener>()
  /** Its place in the queue. It is sent to those who listen now, and never stored. */
  #waiting: StreamEvent | undefined
  #over = false

  /** @param onLeft is called when the last listener has gone */
  constructor(
    { id, person, hash, key, ticket }: Pick<RunningDraft, "id" | "person" | "hash" | "key" | "ticket">,
    onLeft: (draft: RunningDraft) => void
  ) {
    this.id = id
    this.person = person
    this.hash = hash
    this.key = key
    this.ticket = ticket
    this.#onLeft = onLeft
  }

  get hasListener(): boolean {
    return this.#listeners.size > 0
  }

  /** Sends the listener what was written so far, and then every further event. */
  attach(listener: Listener): void {
    for (const event of this.events) listener.send(event)
    if (this.#waiting) listener.send(this.#waiting)
    if (this.#over) return listener.end()
    this.#listeners.add(listener)
    const leave = () => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#onLeft(this)
    }
    if (listener.closed.aborted) leave()
    else listener.closed.addEventListener("abort", leave, { once: true })
  }

  /** Shows the draft's place in the queue, until its next event. */
  wait(event: Extract<StreamEvent, { type: "draft-waiting" }>): void {
    this.#waiting = event
    for (const listener of this.#listeners) listener.send(event)
  }

  /** No event follows a last event. */
  send(event: StreamEvent): void {
    const before = this.events.at(-1)
    if (before && isLastEvent(before)) return
    this.#waiting = undefined
    this.events.push(event)
    for (const listener of this.#listeners) listener.send(event)
  }

  end(): void {
    this.#over = true
    const listeners = [...this.#listeners]
    this.#listeners.clear()
    for (const listener of listeners) listener.end()
  }
}

/** @throws Problem 409 "draft-taken" if the draft belongs to somebody else or to another request */
export function checkSame(draft: { person: string; hash: Buffer }, person: PairedPerson, hash: Buffer): void {
  if (draft.person === person.id && draft.hash.equals(hash)) return
  throw new Problem(409, "draft-taken", "This draft id belongs to another request: ask with a new one.")
}

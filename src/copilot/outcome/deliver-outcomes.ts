import type { OutboxItem, WaitingOutcome } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { ticketOfKey } from "../../ticket/ticket-key.ts"
import type { Account } from "../session/account.ts"
import { outcomeBody, documentUseBody, unmaskedBody } from "../relay-client/egress.ts"
import { isoNow, type CopilotParts } from "../relay-client/copilot-parts.ts"
import { isRevoked, isUnreachable, RelayFault, unmaskedIn } from "../relay-client/relay-fault.ts"

export const OUTBOX_ALARM = "outbox"

interface DeliveryListeners {
  /** Something waits no longer, or waits in another way. */
  changed(): void
  /** Is called before a round, to queue what is overdue. */
  overdue(store: Store): Promise<void>
  /** The relay has an outcome of that reply already, under another name. */
  taken(item: WaitingOutcome): void
}

/**
 * Delivers what waits, one at a time, after reporting what is overdue. Each outcome is held while it is being sent, so
 * that two workers never send the same one. The relay accepts an id once, so an outcome whose answer was lost can be
 * sent again.
 */
export class OutboxDelivery {
  readonly #browser: CopilotParts["browser"]
  readonly #clock: CopilotParts["clock"]
  readonly #account: Account
  readonly #on: DeliveryListeners
  #running: Promise<void> | undefined

  constructor({ browser, clock }: Pick<CopilotParts, "browser" | "clock">, account: Account, on: DeliveryListeners) {
    this.#browser = browser
    this.#clock = clock
    this.#account = account
    this.#on = on
  }

  /** Sends what is due. Only one round runs at a time; a call during a round is served by one more round after it. */
  deliver(): Promise<void> {
    const round = () => this.#round()
    const next = (this.#running ?? Promise.resolve()).then(round, round)
    this.#running = next
    return next
  }

  /** Makes everything that waits due at once. */
  async deliverNow(): Promise<void> {
    const store = await this.#account.unlock()
    await store?.outbox.hasten(this.#clock.now())
    return this.deliver()
  }

  async #round() {
    const store = await this.#account.unlock()
    if (!store) return this.#account.isAway ? this.#browser.alarms.set(OUTBOX_ALARM, MAX_WAIT_MS / 60_000) : undefined
    await this.#on.overdue(store)
    for (;;) {
      const item = await store.outbox.take(this.#clock.now(), HOLD_MS)
      if (!item) break
      try {
        await this.#send(store, item)
        await store.outbox.delivered(item.id)
      } catch (error) {
        await this.#account.heard(error)
        const found = unmaskedIn(error)
        if (!("outcome" in item) && isRefusedForGood(error)) await store.outbox.delivered(item.id)
        else if ("outcome" in item && isTaken(error)) {
          await store.outbox.delivered(item.id)
          this.#on.taken(item)
        } else if (found && "outcome" in item) await store.outbox.refuse(item, found)
        else await store.outbox.putOff(item.id, this.#clock.now() + waitAfter(error, item.tries))
        if (isUnreachable(error) || isRevoked(error)) break
      } finally {
        this.#on.changed()
      }
    }
    await this.#wakeFor(store)
  }

  async #send(store: Store, item: OutboxItem) {
    const head = { id: item.id, key: item.key, at: isoNow(this.#clock) }
    const { signal } = new AbortController()
    if ("tone" in item) {
      const body = unmaskedBody("POST /v1/tone/decisions", item.tone)
      await store.requests.put({ ...head, path: "/v1/tone/decisions", body })
      return this.#account.relay.call("POST /v1/tone/decisions", { body }, signal)
    }
    const site = await this.#account.rules.siteOf(ticketOfKey(item.key).site)
    if ("used" in item) {
      const body = documentUseBody({ ...item.used, site })
      await store.requests.put({ ...head, path: "/v1/knowledge/feedback", body })
      return this.#account.relay.call("POST /v1/knowledge/feedback", { body }, signal)
    }
    const { draftId } = item.outcome
    const body = outcomeBody({ ...item.outcome, site })
    await store.requests.put({ ...head, ...(draftId === undefined ? {} : { draftId }), path: "/v1/outcomes", body })
    return this.#account.relay.call("POST /v1/outcomes", { body }, signal)
  }

  async #wakeFor(store: Store) {
    const dues = (await Promise.all([store.outbox.nextDue(), store.tickets.nextDue()])).filter(
      (due) => due !== undefined
    )
    const due = Math.min(...dues)
    if (dues.length > 0) await this.#browser.alarms.set(OUTBOX_ALARM, Math.max(0.5, (due - this.#clock.now()) / 60_000))
  }
}

/** In milliseconds; longer than a call may take. */
const HOLD_MS = 60_000
const FIRST_WAIT_MS = 30_000
const MAX_WAIT_MS = 3_600_000
const DAY_MS = 24 * 3_600_000

/**
 * A report that something was inserted is only a hint for leads. If the relay no longer knows the document, it is
 * dropped.
 */
function isRefusedForGood(error: unknown): boolean {
  return error instanceof RelayFault && !error.retryable && GONE.has(error.status)
}
const GONE = new Set([400, 403, 404, 410, 422])

/** It was reported under another name, or for another ticket. No later attempt would be accepted. */
const isTaken = (error: unknown) => error instanceof RelayFault && error.code === "outcome-taken"

/**
 * Doubles up to an hour. What the relay refuses is kept and offered once a day, because a newer relay may accept it.
 */
function waitAfter(error: unknown, tries: number): number {
  if (error instanceof RelayFault && !error.retryable && !isRevoked(error)) return DAY_MS
  return Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1))
}

import type { RequestRecord } from "../store/records.ts"
import type { Store } from "../store/store.ts"
import type { Account } from "./account.ts"
import { iso, type Parts } from "./parts.ts"
import { isRevoked, isUnreachable, RelayError } from "./relay-error.ts"

export const OUTBOX_ALARM = "outbox"

/**
 * Delivers outcomes that wait, one at a time. Each is held while it is under way, so that two workers never send the
 * same; the relay takes an id once, so that one whose answer was lost may come again.
 */
export function outboxDelivery({ browser, clock }: Parts, account: Account, changed: () => void) {
  let running: Promise<void> | undefined
  const round = async () => {
    const store = await account.unlock()
    if (!store) return
    for (;;) {
      const item = await store.outbox.take(clock.now(), HOLD_MS)
      if (!item) break
      const body = JSON.stringify(item.outcome)
      const request: RequestRecord = { draftId: item.outcome.draftId ?? "", key: item.key, at: iso(clock), path: "/v1/outcomes", body }
      try {
        await store.requests.put(request)
        await account.relay.report(body, new AbortController().signal)
        await store.outbox.delivered(item.id)
      } catch (error) {
        await account.heard(error)
        await store.outbox.putOff(item.id, clock.now() + waitAfter(error, item.tries))
        if (isUnreachable(error) || isRevoked(error)) break
      } finally {
        changed()
      }
    }
    await wakeFor(store)
  }
  const wakeFor = async (store: Store) => {
    const due = await store.outbox.nextDue()
    if (due !== undefined) await browser.alarms.set(OUTBOX_ALARM, Math.max(0.5, (due - clock.now()) / 60_000))
  }
  return {
    /** Sends what is due. One round at a time; a call during a round is served by one more after it. */
    deliver(): Promise<void> {
      const next = (running ?? Promise.resolve()).then(round, round)
      running = next
      return next
    },
    /** Everything that waits is due at once. */
    async deliverNow(): Promise<void> {
      const store = await account.unlock()
      await store?.outbox.hasten(clock.now())
      return this.deliver()
    }
  }
}

/** Milliseconds: longer than a call may take. */
const HOLD_MS = 60_000
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 3_600_000
const DAY_MS = 24 * 3_600_000

/** Doubles up to an hour. What the relay will not have is kept and offered daily: a newer relay may take it. */
function waitAfter(error: unknown, tries: number): number {
  if (error instanceof RelayError && !error.retryable && !isRevoked(error)) return DAY_MS
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1))
}

import type { Account } from "./account.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"

export const RELAY_ALARM = "relay"

export type RelayWatch = ReturnType<typeof watchRelay>

/**
 * Nothing reports when a relay comes back, so it is asked: less and less often while somebody has a panel open, and by
 * an alarm if the worker has died in the meantime.
 */
export function watchRelay(
  { browser, clock }: Pick<CopilotParts, "browser" | "clock">,
  account: Account,
  someoneLooks: () => boolean,
  back: () => Promise<void>
) {
  let wait = FIRST_MS
  let backAt = -Infinity
  let off: (() => void) | undefined

  const ask = async (): Promise<void> => {
    const { isAway: was, databaseDown } = account
    const reached = await account.check()
    if (reached && (was || account.isAway)) {
      // A relay that came back needs no waiting. But a database that has just come back and fails again must not be
      // asked every two seconds.
      if (!databaseDown || clock.now() - backAt > CALM_MS) wait = FIRST_MS
      backAt = clock.now()
      await account.unlock()
      await back()
    }
    look()
  }
  /** Makes sure that the relay is asked again if that is needed. */
  function look(): void {
    if (off || !account.isAway || !someoneLooks()) return
    off = clock.after(wait, () => {
      off = undefined
      wait = Math.min(MAX_WAIT_MS, wait * 2)
      void ask()
    })
    void browser.alarms.set(RELAY_ALARM, 1)
  }
  return { ask, look }
}

/** In milliseconds. */
const FIRST_MS = 2_000
const MAX_WAIT_MS = 20_000
const CALM_MS = 60_000

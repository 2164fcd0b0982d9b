import type { Account } from "./account.ts"
import type { Parts } from "./parts.ts"

export const RELAY_ALARM = "relay"

/**
 * Nobody tells when a relay comes back, so it is asked: ever more rarely while somebody has a panel open, and by an
 * alarm where the worker has died meanwhile.
 */
export function relayWatch({ browser, clock }: Parts, account: Account, someoneLooks: () => boolean, back: () => Promise<void>) {
  let wait = FIRST_MS
  let off: (() => void) | undefined
  const isAway = () => account.state.relay.state === "offline" || account.state.locked === "relay-unreachable"

  const ask = async (): Promise<void> => {
    const was = isAway()
    const reached = await account.check()
    if (reached && (was || account.state.locked === "relay-unreachable")) {
      wait = FIRST_MS
      await account.unlock()
      await back()
    }
    look()
  }
  /** Makes sure that it is asked again, where that is needed. */
  function look(): void {
    if (off || !isAway() || !someoneLooks()) return
    off = clock.after(wait, () => {
      off = undefined
      wait = Math.min(LONGEST_MS, wait * 2)
      void ask()
    })
    void browser.alarms.set(RELAY_ALARM, 1)
  }
  return { ask, look }
}

/** Milliseconds. */
const FIRST_MS = 2_000
const LONGEST_MS = 20_000

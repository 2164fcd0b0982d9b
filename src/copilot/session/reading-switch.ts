import type { Browser } from "../../platform/browser.ts"
import { managedPolicy } from "./managed-policy.ts"

export type ReadingSwitch = ReturnType<typeof createReadingSwitch>

/**
 * Whether the team's browsers read something besides the ticket, such as earlier tickets of its requester, as the relay
 * last said, if the organisation's policy doesn't switch it off. What the relay said is kept for the next worker, and
 * it is off until a relay says that it is on: an older one takes nothing of it.
 */
export function createReadingSwitch(browser: Pick<Browser, "local" | "managed">, name: keyof typeof PARTS) {
  const { local } = browser
  let known: boolean | undefined
  let isOff = false
  return {
    /** Returns whether that is news. */
    async heard(isOn: boolean): Promise<boolean> {
      if (known === isOn) return false
      known = isOn
      await local.set(name, isOn)
      return true
    },
    async isOn(): Promise<boolean> {
      known ??= (await local.get(name)) === true
      isOff = (await managedPolicy(browser)).isOff(PARTS[name])
      return known && !isOff
    },
    /** As far as this worker has heard or read it. */
    get isKnownOn(): boolean {
      return known === true && !isOff
    }
  }
}

/** By the name under which it is kept, the policy's name. */
const PARTS = { "earlier-tickets": "earlierTickets", attachments: "attachments" } as const

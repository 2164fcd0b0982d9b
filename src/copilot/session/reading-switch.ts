import type { KeyValue } from "../../platform/key-value.ts"

/**
 * Whether the team's browsers read something besides the ticket, such as earlier tickets of its requester, as the relay
 * last said. It is kept for the next worker, and off until a relay says that it is on: an older one takes nothing of it.
 */
export function createReadingSwitch(local: KeyValue, name: "earlier-tickets" | "attachments") {
  let known: boolean | undefined
  return {
    /** Returns whether that is news. */
    async heard(isOn: boolean): Promise<boolean> {
      if (known === isOn) return false
      known = isOn
      await local.set(name, isOn)
      return true
    },
    async isOn(): Promise<boolean> {
      return (known ??= (await local.get(name)) === true)
    },
    /** As far as this worker has heard or read it. */
    get isKnownOn(): boolean {
      return known === true
    }
  }
}

import type { KeyValue } from "../../platform/key-value.ts"

/**
 * Whether the team's browsers read earlier tickets of a requester, as the relay last said. It is kept for the next
 * worker, and off until a relay says that it is on: an older one takes nothing of earlier tickets.
 */
export function createEarlierSwitch(local: KeyValue) {
  let known: boolean | undefined
  return {
    async heard(isOn: boolean): Promise<void> {
      if (known === isOn) return
      known = isOn
      await local.set(NAME, isOn)
    },
    async isOn(): Promise<boolean> {
      return (known ??= (await local.get(NAME)) === true)
    }
  }
}

const NAME = "earlier-tickets"

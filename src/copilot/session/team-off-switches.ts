import type { KeyValue } from "../../platform/key-value.ts"
import type { Cipher } from "../../store/cipher.ts"
import type { OffSwitch } from "../../ticket/off-switch/off-switch.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import { keepSealed, opened } from "./sealed-value.ts"
import { offSwitchesAnswer, type OffSwitchesAnswer } from "../../protocol/routes/off-switches.ts"

/**
 * The team's off switches, as the relay last sent them. They are kept encrypted for the next worker, and fetched
 * before the first ticket is read and when an answer of the relay names another version.
 * @param ask calls the relay; @param failed is called with the reason for which it didn't answer; @param changed is
 * called when there are others
 */
export function createTeamOffSwitches(
  local: KeyValue,
  ask: (signal: AbortSignal) => Promise<OffSwitchesAnswer>,
  failed: (error: unknown) => Promise<void>,
  changed: () => void
) {
  let cipher: Cipher | undefined
  let latest: OffSwitchesAnswer | undefined
  let newest: number | undefined
  let fetching: Promise<void> | undefined

  const fetchOnce = async () => {
    const by = cipher
    if (!by) return
    latest ??= await opened(local, by, NAME, offSwitchesAnswer)
    if (latest && (newest === undefined || newest === latest.version)) return
    try {
      const answer = newest === 0 ? NONE : await ask(AbortSignal.timeout(MAX_MS)).catch(noneOfOlderRelay)
      if (cipher !== by) return
      latest = answer
      newest = answer.version
      await keepSealed(local, by, NAME, answer, () => cipher === by)
      changed()
    } catch (error) {
      await failed(error)
    }
  }
  const fetchThem = () => (fetching ??= fetchOnce().finally(() => (fetching = undefined)))
  return {
    /** Starts when somebody has signed in and what is kept can be read. */
    open(key: Cipher): void {
      cipher = key
    },
    /** Takes the newest version, which every answer of the relay names. */
    heard(version: number): void {
      newest = version
      if (latest && latest.version !== version) void fetchThem()
    },
    /** Returns the switches, the last known ones if the relay doesn't answer. */
    async ready(): Promise<readonly OffSwitch[]> {
      await fetchThem()
      return latest?.switches ?? []
    },
    /** Forgets them because nobody is signed in any more. */
    async forget(): Promise<void> {
      cipher = latest = newest = undefined
      await local.remove(NAME)
    }
  }
}

const NONE: OffSwitchesAnswer = { version: 0, switches: [] }

/** An older relay has no such route, and no switches. */
function noneOfOlderRelay(error: unknown): OffSwitchesAnswer {
  if (error instanceof RelayFault && error.status === 404) return NONE
  throw error
}

const NAME = "off-switches"
/** In milliseconds. */
const MAX_MS = 5000

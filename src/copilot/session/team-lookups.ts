import type { KeyValue } from "../../platform/key-value.ts"
import type { Cipher } from "../../store/cipher.ts"
import { keepSealed, opened } from "./sealed-value.ts"
import {
  lookupsAnswer,
  type LookupDefinition,
  type LookupsAnswer,
  type ViewDefinition
} from "../../protocol/routes/lookups.ts"

/**
 * The team's lookups, as the relay last sent them. They are kept encrypted for the next worker, and fetched when an
 * answer of the relay names another version. Without any, nothing is fetched and no ticket waits.
 * @param ask calls the relay; @param failed is called with the reason for which it didn't answer
 */
export function createTeamLookups(
  local: KeyValue,
  ask: (signal: AbortSignal) => Promise<LookupsAnswer>,
  failed: (error: unknown) => Promise<void>
) {
  let cipher: Cipher | undefined
  let known: LookupsAnswer | undefined
  let told: number | undefined
  let fetching: Promise<void> | undefined

  const fetchOnce = async () => {
    const by = cipher
    if (!by) return
    known ??= await opened(local, by, NAME, lookupsAnswer)
    if (told === undefined || told === (known?.version ?? 0)) return
    try {
      const answer = await ask(AbortSignal.timeout(MAX_MS))
      if (cipher !== by) return
      known = answer
      told = answer.version
      await keepSealed(local, by, NAME, answer, () => cipher === by)
    } catch (error) {
      await failed(error)
    }
  }
  return {
    open(key: Cipher): void {
      cipher = key
    },
    /** Takes the newest version, which every answer of the relay names. */
    heard(version: number): void {
      told = version
    },
    /** Returns the definitions of what the browser asks, the last known ones if the relay doesn't answer. */
    async ready(): Promise<LookupDefinition[]> {
      await (fetching ??= fetchOnce().finally(() => (fetching = undefined)))
      return told === 0 ? [] : (known?.lookups ?? [])
    },
    /** Returns the views that the relay asks, after `ready`. */
    views(): ViewDefinition[] {
      return told === 0 ? [] : (known?.views ?? [])
    },
    /** Forgets the lookups and everything typed for them. */
    async forget(): Promise<void> {
      cipher = known = told = undefined
      await local.remove(NAME)
    },
    /** The cipher of the person who is signed in, for secrets and answers. */
    get cipher() {
      return cipher
    }
  }
}

const NAME = "lookups"
/** In milliseconds. */
const MAX_MS = 5000

import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import {
  lookupsAnswer,
  type LookupDefinition,
  type LookupsAnswer,
  type ViewDefinition
} from "../../protocol/operating/lookups.ts"
import type { Cipher } from "../../store/cipher.ts"
import { fromBase64, toBase64 } from "../../text/bytes/base64.ts"
import { StoreError } from "../../store/store-error.ts"

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
      const answer = await ask(AbortSignal.timeout(LONGEST_MS))
      if (cipher !== by) return
      known = answer
      told = answer.version
      await local.set(NAME, await sealed(by, NAME, answer))
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

export const sealed = async (cipher: Cipher, name: string, value: unknown): Promise<string> =>
  toBase64(await cipher.seal(value, name))

/** Returns undefined if nothing is kept, or only somebody else's. */
export async function opened<Schema extends z.ZodMiniType>(
  area: KeyValue,
  cipher: Cipher,
  name: string,
  schema: Schema
): Promise<z.infer<Schema> | undefined> {
  const kept = z.string().safeParse(await area.get(name))
  if (!kept.success) return undefined
  try {
    const read = schema.safeParse(await cipher.open(fromBase64(kept.data), name))
    return read.success ? read.data : undefined
  } catch (error) {
    if (error instanceof StoreError) return undefined
    throw error
  }
}

const NAME = "lookups"
/** In milliseconds. */
const LONGEST_MS = 5000

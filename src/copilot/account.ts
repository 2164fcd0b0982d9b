import * as z from "zod/mini"
import { person, type Health } from "../protocol/relay.ts"
import { DEFAULT_ADDRESS, type PanelState } from "../protocol/panel.ts"
import { cipherFrom } from "../store/cipher.ts"
import type { Database } from "../store/database.ts"
import { storeOf, type Store } from "../store/store.ts"
import type { Parts } from "./parts.ts"
import type { RelayClient } from "./relay-client.ts"
import { isRevoked, isUnreachable, RelayError } from "./relay-error.ts"

/** Who is signed in at which relay, and the key to what is kept. The token lies in local storage, the key in the session's. */
export type Account = ReturnType<typeof createAccount>

export function createAccount({ browser, relay }: Parts, database: Database, changed: () => void) {
  let pairing: Pairing | undefined
  let loading: Promise<void> | undefined
  let store: Store | undefined
  let unlocking: Promise<Store | undefined> | undefined
  let client: { address: string; relay: RelayClient } | undefined
  let locked: PanelState["locked"]
  let databaseDown = false
  let seen: PanelState["relay"] = { address: DEFAULT_ADDRESS, state: "checking", model: null }

  const load = () => (loading ??= (async () => {
    const kept = pairingSchema.safeParse(await browser.local.get("pairing"))
    pairing = kept.success ? kept.data : { address: DEFAULT_ADDRESS }
    seen = { ...seen, address: pairing.address }
  })())
  const save = async (next: Pairing) => {
    pairing = next
    await browser.local.set("pairing", next)
  }
  const atRelay = (address = pairing?.address ?? DEFAULT_ADDRESS): RelayClient => {
    if (client?.address !== address) client = { address, relay: relay(address, () => pairing?.token) }
    return client.relay
  }
  const open = async (key: string): Promise<Store> => {
    store = storeOf(database, await cipherFrom(key))
    locked = undefined
    changed()
    return store
  }
  const lock = async (why: NonNullable<PanelState["locked"]>) => {
    store = undefined
    locked = why
    if (why === "revoked") {
      await browser.session.remove("key")
      if (pairing) await save({ address: pairing.address, person: pairing.person, revoked: true })
    }
    changed()
  }
  /** What every failed call tells: the token is gone, the relay is. Nothing else changes what we know of the relay. */
  const heard = async (error: unknown): Promise<void> => {
    if (error instanceof RelayError && error.code === "database-down") databaseDown = true
    if (isRevoked(error) && pairing?.token !== undefined) await lock("revoked")
    else if (isUnreachable(error)) seen = { ...seen, state: "offline" }
    else if (error instanceof RelayError && error.status === 426) seen = { ...seen, state: "other-version" }
    else if (error instanceof RelayError && error.status > 0) seen = { ...seen, state: "online" }
    changed()
  }
  const sawWell = (address: string, health: Health) => {
    seen = { address, state: "online", model: health.model, version: health.version }
    databaseDown = health.database === "down"
  }
  const unlock = async (): Promise<Store | undefined> => {
    await load()
    if (store) return store
    if (pairing?.token === undefined) {
      locked = pairing?.revoked ? "revoked" : undefined
      return undefined
    }
    const kept = await browser.session.get("key")
    if (typeof kept === "string") return open(kept)
    try {
      const me = await atRelay().me(new AbortController().signal)
      await browser.session.set("key", me.key)
      await save({ ...pairing, person: me.person, expires: me.expires })
      seen = { ...seen, state: "online" }
      return await open(me.key)
    } catch (error) {
      await heard(error)
      if (!isRevoked(error)) await lock("relay-unreachable")
      return undefined
    }
  }
  return {
    /** The store, unlocked if that can be done: with the session's key, else with the relay's. Many may ask at once. */
    unlock: () => (unlocking ??= unlock().finally(() => (unlocking = undefined))),
    get store() { return store },
    get relay() { return atRelay() },
    heard,
    get databaseDown() { return databaseDown },
    /** The relay doesn't answer, or has no database: nobody tells when that is over. */
    get isAway() { return seen.state === "offline" || locked === "relay-unreachable" || databaseDown },
    /** Asks the relay how it is. Resolves to whether it can be worked with. */
    async check(): Promise<boolean> {
      await load()
      try {
        sawWell(seen.address, await atRelay().health(new AbortController().signal))
        changed()
        return !databaseDown
      } catch (error) {
        await heard(error)
        return false
      }
    },
    /** @throws RelayError */
    async pair(address: string, code: string): Promise<void> {
      await load()
      const at = new URL(address).origin
      const signal = new AbortController().signal
      const health = await atRelay(at).health(signal)
      const paired = await atRelay(at).pair(code, signal)
      await save({ address: at, token: paired.token, expires: paired.expires, person: paired.person })
      await browser.session.set("key", paired.key)
      sawWell(at, health)
      await open(paired.key)
    },
    /** The ciphertext stays: pairing again as the same person opens it. */
    async signOut(): Promise<void> {
      await load()
      const told = pairing?.token === undefined ? undefined : atRelay().signOut(new AbortController().signal)
      store = undefined
      locked = undefined
      await browser.session.remove("key")
      await save({ address: pairing?.address ?? DEFAULT_ADDRESS })
      changed()
      // Out of reach: here it is forgotten all the same, there it ends by itself after 30 days.
      await told?.catch(heard)
    },
    /** Everything here goes at once; the relay is told, but not waited for. */
    async forget(): Promise<void> {
      await load()
      const told = pairing?.token === undefined ? undefined : atRelay().signOut(AbortSignal.timeout(GOODBYE_MS))
      store = undefined
      locked = undefined
      pairing = { address: DEFAULT_ADDRESS }
      client = undefined
      seen = { address: DEFAULT_ADDRESS, state: "checking", model: null }
      databaseDown = false
      await browser.local.clear()
      await browser.session.clear()
      changed()
      void told?.catch(heard)
    },
    /** What the panel says of it; of the ticket nothing. */
    get state(): Pick<PanelState, "locked" | "person" | "relay"> & { signedIn: boolean } {
      return {
        signedIn: pairing?.token !== undefined || locked !== undefined,
        relay: seen,
        ...(locked === undefined ? {} : { locked }),
        ...(pairing?.person === undefined ? {} : { person: pairing.person })
      }
    },
    load
  }
}

/** Milliseconds for the relay to hear that a token is done with. */
const GOODBYE_MS = 5000

const pairingSchema = z.object({
  address: z.string(), token: z.optional(z.string()), expires: z.optional(z.string()), person: z.optional(person), revoked: z.optional(z.boolean())
})
type Pairing = z.infer<typeof pairingSchema>

import { isAdmin, mayReview } from "../protocol/lead.ts"
import type { Health } from "../protocol/relay.ts"
import { DEFAULT_ADDRESS, type PanelState } from "../protocol/panel.ts"
import { cipherFrom } from "../store/cipher.ts"
import { untilEnded, type Database } from "../store/database.ts"
import { storeOf, type Store } from "../store/store.ts"
import { keptPairings, type Door } from "./pairings.ts"
import type { Parts } from "./parts.ts"
import type { RelayClient } from "./relay-client.ts"
import { isRevoked, isUnreachable, RelayError } from "./relay-error.ts"
import { teamRules } from "./team-rules.ts"

/**
 * Who is signed in at which relay, and the key to what is kept. The token lies in local storage, the key in the session's. All of it is
 * of the panel's sign-in; a lead's beside it is in `pairings`.
 */
export type Account = ReturnType<typeof createAccount>

export function createAccount({ browser, clock, relay }: Pick<Parts, "browser" | "clock" | "relay">, database: Database, changed: () => void) {
  const pairings = keptPairings(browser.local)
  let store: Store | undefined
  /** Of all stores since the last wipe. */
  let unwiped: ReturnType<typeof untilEnded> | undefined
  let unlocking: Promise<Store | undefined> | undefined
  let client: { address: string; relay: RelayClient } | undefined
  let locked: PanelState["locked"]
  let databaseDown = false
  let seen: PanelState["relay"] = { address: DEFAULT_ADDRESS, state: "checking", model: null }

  const load = async () => {
    await pairings.load()
    if (seen.state === "checking") seen = { ...seen, address: pairings.main?.address ?? DEFAULT_ADDRESS }
  }
  const save = pairings.saveMain
  const atRelay = (address = pairings.main?.address ?? DEFAULT_ADDRESS): RelayClient => {
    if (client?.address !== address) client = { address, relay: relay(address, () => pairings.main?.token, (version) => rules.heard(version)) }
    return client.relay
  }
  const open = async (key: string): Promise<Store> => {
    unwiped ??= untilEnded(database)
    const cipher = await cipherFrom(key)
    store = storeOf(unwiped, cipher)
    rules.open(cipher)
    locked = undefined
    changed()
    return store
  }
  const lock = async (why: NonNullable<PanelState["locked"]>) => {
    store = undefined
    locked = why
    if (why === "revoked") {
      await browser.session.remove("key")
      if (pairings.main) await save({ address: pairings.main.address, person: pairings.main.person, revoked: true })
    }
    changed()
  }
  /** What every failed call tells: the token is gone, the relay is. Nothing else changes what we know of the relay. */
  const heard = async (error: unknown): Promise<void> => {
    if (error instanceof RelayError && error.code === "database-down") databaseDown = true
    if (isRevoked(error) && pairings.main?.token !== undefined) await lock("revoked")
    else if (isUnreachable(error)) seen = { ...seen, state: "offline" }
    else if (error instanceof RelayError && error.status === 426) seen = { ...seen, state: "other-version" }
    else if (error instanceof RelayError && error.status > 0) seen = { ...seen, state: "online" }
    changed()
  }
  const rules = teamRules(browser.local, clock, (signal) => atRelay().masking.rules(signal), heard, changed)
  const sawWell = (address: string, health: Health) => {
    seen = { address, state: "online", model: health.model, version: health.version }
    databaseDown = health.database === "down"
  }
  const unlock = async (): Promise<Store | undefined> => {
    await load()
    if (store) return store
    const { main } = pairings
    if (main?.token === undefined) {
      locked = main?.revoked ? "revoked" : undefined
      return undefined
    }
    const kept = await browser.session.get("key")
    if (typeof kept === "string") return open(kept)
    try {
      const me = await atRelay().me(new AbortController().signal)
      await browser.session.set("key", me.key)
      await save({ ...main, person: me.person, expires: me.expires })
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
    heard, pairings, rules,
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
    /** @param door where the code was typed. @throws RelayError; "not-lead" for an agent's code at the review's door, "not-admin" for any but an admin's at the admin page's */
    async pair(address: string, code: string, door: Door = "panel"): Promise<void> {
      await load()
      const at = new URL(address).origin
      const signal = new AbortController().signal
      const health = await atRelay(at).health(signal)
      const paired = await atRelay(at).pair(code, signal)
      const wrong = wrongAt(door, paired.person)
      if (wrong) {
        await relay(at, () => paired.token).signOut(signal).catch(heard)
        throw wrong
      }
      const place = await pairings.place({ address: at, token: paired.token, expires: paired.expires, person: paired.person }, door)
      if (place === "beside") return changed()
      await rules.forget()
      await browser.session.set("key", paired.key)
      sawWell(at, health)
      await open(paired.key)
    },
    /** The ciphertext stays: pairing again as the same person opens it. */
    async signOut(): Promise<void> {
      await load()
      const told = pairings.main?.token === undefined ? undefined : atRelay().signOut(new AbortController().signal)
      store = undefined
      locked = undefined
      await rules.forget()
      await browser.session.remove("key")
      await save({ address: pairings.main?.address ?? DEFAULT_ADDRESS })
      changed()
      // Out of reach: here it is forgotten all the same, there it ends by itself after 30 days.
      await told?.catch(heard)
    },
    /** Everything here goes at once; the relay is told, but not waited for. */
    async forget(): Promise<void> {
      await load()
      const told = [pairings.main, ...pairings.beside].flatMap((one) => (one?.token === undefined ? [] : [relay(one.address, () => one.token).signOut(AbortSignal.timeout(GOODBYE_MS))]))
      unwiped?.end()
      unwiped = undefined
      store = undefined
      locked = undefined
      pairings.forget()
      client = undefined
      seen = { address: DEFAULT_ADDRESS, state: "checking", model: null }
      databaseDown = false
      await rules.forget()
      await browser.local.clear()
      await browser.session.clear()
      changed()
      for (const one of told) void one.catch(heard)
    },
    /** What the panel says of it; of the ticket nothing. */
    get state(): Pick<PanelState, "locked" | "person" | "relay" | "review" | "admin"> & { signedIn: boolean } {
      return {
        signedIn: pairings.main?.token !== undefined || locked !== undefined,
        relay: seen,
        ...(pairings.reviewer?.token === undefined ? {} : { review: true as const }),
        ...(pairings.administrator?.token === undefined ? {} : { admin: true as const }),
        ...(locked === undefined ? {} : { locked }),
        ...(pairings.main?.person === undefined ? {} : { person: pairings.main.person })
      }
    },
    load
  }
}

function wrongAt(door: Door, person: Parameters<typeof mayReview>[0]): RelayError | undefined {
  if (door === "review" && !mayReview(person)) return new RelayError("not-lead", "This code is an agent's. Review is for leads: pair with a lead's code.", false)
  if (door === "admin" && !isAdmin(person)) return new RelayError("not-admin", "This code is no admin's. This page is for admins: pair with an admin's code.", false)
  return undefined
}

/** Milliseconds for the relay to hear that a token is done with. */
const GOODBYE_MS = 5000

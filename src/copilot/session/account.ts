import type { Health } from "../../protocol/relay.ts"
import { DEFAULT_ADDRESS, type PanelState } from "../../protocol/panel.ts"
import type { PanelLock } from "../../protocol/notice.ts"
import { cipherFrom } from "../../store/cipher.ts"
import { browserKeys } from "../../store/browser-keys.ts"
import { endableDatabase, type Database } from "../../store/database.ts"
import { StoreError } from "../../store/store-error.ts"
import { createStore, type Store } from "../../store/store.ts"
import { newBrowserKey } from "./browser-key.ts"
import { forgetOthers, managedPolicy, policyFault, requireAllowed } from "./managed-policy.ts"
import {
  endedPairing,
  createPairings,
  OUTDATED_TOKEN_CODE,
  signedOutReason,
  wrongAt,
  type PairingPlace
} from "./pairings.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"
import type { RelayClient } from "../relay-client/relay-client.ts"
import { isRevoked, isUnreachable, RelayError } from "../relay-client/relay-error.ts"
import { createRenewals } from "./renewals.ts"
import { createReadingSwitch } from "./reading-switch.ts"
import { createTeamData } from "./team-data.ts"
import { unmaskedBody } from "../relay-client/egress.ts"

/**
 * Who is signed in at which relay, and the key to what is kept. The tokens are in local storage, the key in session
 * storage, and the key that signs renewals in the database. All of it belongs to the panel's sign-in; `pairings` has a
 * lead's secondary one.
 */
export type Account = ReturnType<typeof createAccount>

export function createAccount(
  { browser, clock, relay }: Pick<CopilotParts, "browser" | "clock" | "relay">,
  database: Database,
  changed: () => void
) {
  const pairings = createPairings(browser.local)
  const keys = browserKeys(database)
  const renewals = createRenewals({ relay, clock }, pairings, keys)
  let store: Store | undefined
  /** All stores since the last wipe. */
  let unwiped: ReturnType<typeof endableDatabase> | undefined
  let unlocking: Promise<Store | undefined> | undefined
  let client: { address: string; relay: RelayClient } | undefined
  let locked: PanelState["locked"]
  let fault: PanelState["policy"]
  let databaseDown = false
  let seen: PanelState["relay"] = { address: DEFAULT_ADDRESS, state: "checking", model: null }

  const load = async () => {
    const [policy] = await Promise.all([managedPolicy(browser), pairings.load()])
    const before = fault
    fault = policyFault(policy)
    if (JSON.stringify(fault) !== JSON.stringify(before)) changed()
    const only = fault ? undefined : policy.relay
    if (only !== undefined && (await forgetOthers(pairings, only))) {
      store = undefined
      seen = { ...seen, state: "checking" }
    }
    const { fixed: _, ...rest } = seen
    seen = {
      ...rest,
      ...(seen.state === "checking" && { address: pairings.main?.address ?? DEFAULT_ADDRESS }),
      ...(only !== undefined && { fixed: true as const })
    }
  }
  const save = pairings.saveMain
  const atRelay = (address = pairings.main?.address ?? DEFAULT_ADDRESS): RelayClient => {
    if (client?.address !== address)
      client = {
        address,
        relay: relay(
          address,
          renewals.bearer(() => pairings.main?.token),
          (told) => {
            team.heard(told)
            void earlier.heard(told.earlier)
            void attachments.heard(told.attachments).then((isNews) => isNews && changed())
          }
        )
      }
    return client.relay
  }
  const open = async (key: string): Promise<Store> => {
    unwiped ??= endableDatabase(database)
    const cipher = await cipherFrom(key)
    store = createStore(unwiped, cipher)
    team.open(cipher)
    locked = undefined
    changed()
    return store
  }
  const lock = (why: NonNullable<PanelState["locked"]>) => {
    store = undefined
    locked = why
    changed()
  }
  const ended = async (why: string) => {
    const saved = pairings.main && save(endedPairing(pairings.main, why))
    lock("revoked")
    await browser.session.remove("key")
    await saved
    await tidy()
    changed()
  }
  /** A key that nobody needs does no harm. If it can't be removed now, it is removed the next time. */
  const tidy = () =>
    renewals.tidy().catch((error: unknown) => {
      if (!(error instanceof StoreError)) throw error
    })
  /**
   * Notes what every failed call reports: that the token or the relay is gone. Nothing else changes what is known of
   * the relay.
   */
  const heard = async (error: unknown): Promise<void> => {
    if (error instanceof RelayError && error.code === "database-down") databaseDown = true
    if (error instanceof RelayError && isRevoked(error) && pairings.main?.token !== undefined) await ended(error.code)
    else if (isUnreachable(error)) seen = { ...seen, state: "offline" }
    else if (error instanceof RelayError && error.status === 426) seen = { ...seen, state: "other-version" }
    else if (error instanceof RelayError && error.status > 0) seen = { ...seen, state: "online" }
    changed()
  }
  const team = createTeamData(browser, clock, () => atRelay(), heard, changed)
  const { rules, lookups, recipes, corrections } = team
  const earlier = createReadingSwitch(browser, "earlier-tickets")
  const attachments = createReadingSwitch(browser, "attachments")
  const sawWell = (address: string, health: Health) => {
    const { model, version, tone } = health
    const { fixed } = seen
    seen = { address, state: "online", model, version, ...(tone !== undefined && { tone }), ...(fixed && { fixed }) }
    databaseDown = health.database === "down"
  }
  const unlock = async (): Promise<Store | undefined> => {
    await Promise.all([load(), attachments.isOn()])
    if (fault) return undefined
    if (store) return store
    const { main } = pairings
    if (main?.token === undefined) {
      locked = main?.revoked ? "revoked" : undefined
      return undefined
    }
    if (!main.renewal) {
      await ended(OUTDATED_TOKEN_CODE)
      return undefined
    }
    const kept = await browser.session.get("key")
    if (typeof kept === "string") return open(kept)
    try {
      const { key } = await renewals.renew(main)
      await browser.session.set("key", key)
      seen = { ...seen, state: "online" }
      return await open(key)
    } catch (error) {
      await heard(error)
      if (!isRevoked(error)) lock("relay-unreachable")
      return undefined
    }
  }
  return {
    /**
     * Returns the store, unlocked if possible: with the session's key, or else with the relay's. Many callers may ask
     * at once.
     */
    unlock: () => (unlocking ??= unlock().finally(() => (unlocking = undefined))),
    get store() {
      return fault ? undefined : store
    },
    /** The store as long as this worker has it open, also while the policy lets nothing be read or sent. */
    get openStore() {
      return store
    },
    get relay() {
      return atRelay()
    },
    heard,
    pairings,
    renewals,
    rules,
    lookups,
    recipes,
    corrections,
    earlier,
    attachments,
    get databaseDown() {
      return databaseDown
    },
    /** The relay doesn't answer or has no database. Nothing reports when that ends. */
    get isAway() {
      return !fault && (seen.state === "offline" || locked === "relay-unreachable" || databaseDown)
    },
    /** Asks the relay about its state. Resolves to whether it can be used. */
    async check(): Promise<boolean> {
      await load()
      if (fault) return false
      try {
        sawWell(seen.address, await atRelay().health(new AbortController().signal))
        changed()
        return !databaseDown
      } catch (error) {
        await heard(error)
        return false
      }
    },
    /**
     * @param door the page on which the code was typed. @throws RelayError; "not-lead" for an agent's code on the
     * review page, "not-admin" for any code but an admin's on the admin page
     */
    async pair(address: string, code: string, door: PairingPlace = "panel"): Promise<void> {
      await load()
      const at = new URL(address).origin
      requireAllowed(await managedPolicy(browser), at)
      const signal = new AbortController().signal
      const health = await atRelay(at).health(signal)
      // The key is kept before the code is used, so that a browser that can't keep a key says so while the code is
      // still valid.
      const own = await newBrowserKey()
      const keyId = crypto.randomUUID()
      await keys.put(keyId, own.privateKey)
      const body = unmaskedBody("POST /v1/pair", { code, device: "browser", key: own.publicKey })
      const paired = await atRelay(at)
        .call("POST /v1/pair", { body }, signal)
        .catch(async (error: unknown) => {
          await tidy()
          throw error
        })
      const wrong = wrongAt(door, paired.person)
      if (wrong) {
        await relay(at, { token: () => paired.token })
          .call("POST /v1/sign-out", {}, signal)
          .catch(heard)
        await tidy()
        throw wrong
      }
      const { token, expires, person, renewal } = paired
      const place = await pairings.place({ address: at, token, expires, person, renewal, keyId }, door)
      await tidy()
      if (place === "beside") return changed()
      await rules.forget()
      await browser.session.set("key", paired.key)
      sawWell(at, health)
      await open(paired.key)
    },
    /** Signs out. The ciphertext stays, and pairing again as the same person opens it. */
    async signOut(): Promise<void> {
      await load()
      const tell = pairings.main && (await renewals.farewell(pairings.main))
      store = undefined
      locked = undefined
      await team.forget()
      await browser.session.remove("key")
      await save({ address: pairings.main?.address ?? DEFAULT_ADDRESS })
      await tidy()
      changed()
      // If the relay is out of reach, the sign-in is forgotten here anyway; at the relay it ends by itself after 30
      // days.
      await tell?.(new AbortController().signal).catch(heard)
    },
    /** Deletes everything here at once. The relay is told, but the deletion doesn't wait for it. */
    async forget(): Promise<void> {
      await load()
      unwiped?.end()
      const tell = await Promise.all(pairings.all.map((one) => renewals.farewell(one)))
      unwiped = undefined
      store = undefined
      locked = undefined
      pairings.forget()
      client = undefined
      seen = { address: DEFAULT_ADDRESS, state: "checking", model: null }
      databaseDown = false
      // One that can't be cleared doesn't keep the others.
      const cleared = await Promise.allSettled([team.forget(), browser.local.clear(), browser.session.clear()])
      changed()
      for (const one of tell) void one?.(AbortSignal.timeout(GOODBYE_MS)).catch(heard)
      for (const one of cleared) if (one.status === "rejected") throw one.reason
    },
    /** What the panel shows of the account. It holds nothing of the ticket. */
    get state(): Pick<PanelState, keyof PanelLock | "person" | "relay" | "review" | "admin"> & { signedIn: boolean } {
      const why = fault ? "policy" : locked
      return {
        signedIn: pairings.main?.token !== undefined || why !== undefined,
        relay: seen,
        ...(pairings.reviewer?.token === undefined ? {} : { review: true as const }),
        ...(pairings.administrator?.token === undefined ? {} : { admin: true as const }),
        ...(why === undefined ? {} : { locked: why }),
        ...(fault && { policy: fault }),
        ...signedOutReason(pairings.main),
        ...(pairings.main?.person === undefined ? {} : { person: pairings.main.person })
      }
    },
    load
  }
}

/** How many milliseconds the relay has to hear that a token is no longer used. */
const GOODBYE_MS = 5000

import type { Health, PairAnswer } from "../../protocol/relay.ts"
import type { BrowserKey } from "../../protocol/renewal.ts"
import { DEFAULT_ADDRESS, type PanelState } from "../../protocol/panel.ts"
import type { PanelLock } from "../../protocol/notice.ts"
import { cipherFrom } from "../../store/cipher.ts"
import { browserKeys, type BrowserKeys } from "../../store/browser-keys.ts"
import { endableDatabase, type Database } from "../../store/database.ts"
import { StoreFault } from "../../store/store-fault.ts"
import { Store } from "../../store/store.ts"
import { newBrowserKey, Renewals } from "./renewals.ts"
import { forgetOthers, managedPolicy, policyFault, requireAllowed } from "./managed-policy.ts"
import { endedPairing, Pairings, OUTDATED_TOKEN_CODE, signedOutReason, wrongAt, type PairingPlace } from "./pairings.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"
import type { RelayClient } from "../relay-client/relay-client.ts"
import { isRevoked, isUnreachable, RelayFault } from "../relay-client/relay-fault.ts"
import { createReadingSwitch, type ReadingSwitch, createTeamData, type TeamData } from "./team-data.ts"
import { unmaskedBody } from "../relay-client/egress.ts"

/**
 * Who is signed in at which relay, and the key to what is kept. The tokens are in local storage, the key in session
 * storage, and the key that signs renewals in the database. All of it belongs to the panel's sign-in; `pairings` has a
 * lead's secondary one.
 */
export class Account {
  readonly #browser: CopilotParts["browser"]
  readonly #createClient: CopilotParts["relay"]
  readonly #database: Database
  readonly #changed: () => void
  readonly #keys: BrowserKeys
  readonly #team: TeamData
  readonly pairings: Pairings
  readonly renewals: Renewals
  /** Whether the team lets earlier tickets and attachments be read. */
  readonly earlier: ReadingSwitch
  readonly attachments: ReadingSwitch
  #store: Store | undefined
  /** All stores since the last wipe. */
  #openDatabase: ReturnType<typeof endableDatabase> | undefined
  #unlocking: Promise<Store | undefined> | undefined
  #client: { address: string; relay: RelayClient } | undefined
  #locked: PanelState["locked"]
  #fault: PanelState["policy"]
  #databaseDown = false
  #relayState: PanelState["relay"] = { address: DEFAULT_ADDRESS, state: "checking", model: null }

  constructor(
    { browser, clock, relay }: Pick<CopilotParts, "browser" | "clock" | "relay">,
    database: Database,
    changed: () => void
  ) {
    this.#browser = browser
    this.#createClient = relay
    this.#database = database
    this.#changed = changed
    this.#keys = browserKeys(database)
    this.pairings = new Pairings(browser.local)
    this.renewals = new Renewals({ relay, clock }, this.pairings, this.#keys)
    this.earlier = createReadingSwitch(browser, "earlier-tickets")
    this.attachments = createReadingSwitch(browser, "attachments")
    this.#team = createTeamData(
      browser,
      clock,
      () => this.#atRelay(),
      (error) => this.heard(error),
      changed
    )
  }

  get rules() {
    return this.#team.rules
  }

  get lookups() {
    return this.#team.lookups
  }

  get recipes() {
    return this.#team.recipes
  }

  get offSwitches() {
    return this.#team.offSwitches
  }

  get corrections() {
    return this.#team.corrections
  }

  /**
   * Returns the store, unlocked if possible: with the session's key, or else with the relay's. Many callers may ask
   * at once.
   */
  unlock() {
    return (this.#unlocking ??= this.#unlock().finally(() => (this.#unlocking = undefined)))
  }

  get store() {
    return this.#fault ? undefined : this.#store
  }

  /** The store as long as this worker has it open, also while the policy lets nothing be read or sent. */
  get openStore() {
    return this.#store
  }

  get relay() {
    return this.#atRelay()
  }

  get databaseDown() {
    return this.#databaseDown
  }

  /** The relay doesn't answer or has no database. Nothing reports when that ends. */
  get isAway() {
    return (
      !this.#fault &&
      (this.#relayState.state === "offline" || this.#locked === "relay-unreachable" || this.#databaseDown)
    )
  }

  /** Asks the relay about its state. Resolves to whether it can be used. */
  async check(): Promise<boolean> {
    await this.load()
    if (this.#fault) return false
    try {
      this.#noteHealth(this.#relayState.address, await this.#atRelay().health(new AbortController().signal))
      this.#changed()
      return !this.#databaseDown
    } catch (error) {
      await this.heard(error)
      return false
    }
  }

  /**
   * @param door the page on which the code was typed. @throws RelayFault; "not-lead" for an agent's code on the
   * review page, "not-admin" for any code but an admin's on the admin page
   */
  async pair(address: string, code: string, door: PairingPlace = "panel"): Promise<void> {
    await this.#join(address, door, async (relay, key, signal) => {
      const body = unmaskedBody("POST /v1/pair", { code, device: "browser", key })
      return relay.call("POST /v1/pair", { body }, signal)
    })
  }

  /**
   * Signs in by the organisation's provider, whose page opens in a window of its own.
   * @throws RelayFault, as `pair`; "no-provider", "sign-in-cancelled"
   */
  async signIn(address: string, door: PairingPlace = "panel"): Promise<void> {
    const { identity } = this.#browser
    await this.#join(address, door, async (relay, key, signal) => {
      const redirect = identity.redirect()
      const begin = unmaskedBody("POST /v1/sign-in/begin", { redirect })
      const { url } = await relay.call("POST /v1/sign-in/begin", { body: begin }, signal)
      const callback = await identity.open(url)
      if (callback === undefined) throw new RelayFault("sign-in-cancelled", "The sign-in was not finished.", false)
      const body = unmaskedBody("POST /v1/sign-in/finish", { callback, device: "browser", key })
      return relay.call("POST /v1/sign-in/finish", { body }, signal)
    }).catch((error: unknown) => {
      // No other code would help: the provider's groups make the role.
      if (error instanceof RelayFault && (error.code === "not-lead" || error.code === "not-admin"))
        throw new RelayFault("no-group", "None of your groups opens this page.", false)
      throw error
    })
  }

  /** Signs in at a relay. @param trade gets a token for the public key of this browser */
  async #join(
    address: string,
    door: PairingPlace,
    trade: (relay: RelayClient, key: BrowserKey, signal: AbortSignal) => Promise<PairAnswer>
  ): Promise<void> {
    await this.load()
    const at = new URL(address).origin
    requireAllowed(await managedPolicy(this.#browser), at)
    const signal = new AbortController().signal
    const health = await this.#atRelay(at).health(signal)
    // The key is kept before the code is used, so that a browser that can't keep a key says so while the code is
    // still valid.
    const own = await newBrowserKey()
    const keyId = crypto.randomUUID()
    await this.#keys.put(keyId, own.privateKey)
    const joined = await trade(this.#atRelay(at), own.publicKey, signal).catch(async (error: unknown) => {
      await this.#tidy()
      throw error
    })
    const wrong = wrongAt(door, joined.person)
    if (wrong) {
      await this.#createClient(at, { token: () => joined.token })
        .call("POST /v1/sign-out", {}, signal)
        .catch((error: unknown) => this.heard(error))
      await this.#tidy()
      throw wrong
    }
    const { token, expires, person, renewal } = joined
    const place = await this.pairings.place({ address: at, token, expires, person, renewal, keyId }, door)
    await this.#tidy()
    if (place === "beside") return this.#changed()
    await this.rules.forget()
    await this.#browser.session.set("key", joined.key)
    this.#noteHealth(at, health)
    await this.#open(joined.key)
  }

  /** Signs out. The ciphertext stays, and pairing again as the same person opens it. */
  async signOut(): Promise<void> {
    await this.load()
    const tell = this.pairings.main && (await this.renewals.farewell(this.pairings.main))
    this.#store = undefined
    this.#locked = undefined
    await this.#team.forget()
    await this.#browser.session.remove("key")
    await this.pairings.saveMain({ address: this.pairings.main?.address ?? DEFAULT_ADDRESS })
    await this.#tidy()
    this.#changed()
    // If the relay is out of reach, the sign-in is forgotten here anyway; at the relay it ends by itself after 30
    // days.
    await tell?.(new AbortController().signal).catch((error: unknown) => this.heard(error))
  }

  /** Deletes everything here at once. The relay is notified, but the deletion doesn't wait for it. */
  async forget(): Promise<void> {
    await this.load()
    this.#openDatabase?.end()
    const tell = await Promise.all(this.pairings.all.map((one) => this.renewals.farewell(one)))
    this.#openDatabase = undefined
    this.#store = undefined
    this.#locked = undefined
    this.pairings.forget()
    this.#client = undefined
    this.#relayState = { address: DEFAULT_ADDRESS, state: "checking", model: null }
    this.#databaseDown = false
    // One that can't be cleared doesn't keep the others.
    const cleared = await Promise.allSettled([
      this.#team.forget(),
      this.#browser.local.clear(),
      this.#browser.session.clear()
    ])
    this.#changed()
    for (const one of tell) void one?.(AbortSignal.timeout(GOODBYE_MS)).catch((error: unknown) => this.heard(error))
    for (const one of cleared) if (one.status === "rejected") throw one.reason
  }

  /** What the panel shows of the account. It holds nothing of the ticket. */
  get state(): Pick<PanelState, keyof PanelLock | "person" | "relay" | "review" | "admin"> & { signedIn: boolean } {
    const why = this.#fault ? "policy" : this.#locked
    return {
      signedIn: this.pairings.main?.token !== undefined || why !== undefined,
      relay: this.#relayState,
      ...(this.pairings.reviewer?.token === undefined ? {} : { review: true as const }),
      ...(this.pairings.administrator?.token === undefined ? {} : { admin: true as const }),
      ...(why === undefined ? {} : { locked: why }),
      ...(this.#fault && { policy: this.#fault }),
      ...signedOutReason(this.pairings.main),
      ...(this.pairings.main?.person === undefined ? {} : { person: this.pairings.main.person })
    }
  }

  async load() {
    const [policy] = await Promise.all([managedPolicy(this.#browser), this.pairings.load()])
    const before = this.#fault
    this.#fault = policyFault(policy)
    if (JSON.stringify(this.#fault) !== JSON.stringify(before)) this.#changed()
    const only = this.#fault ? undefined : policy.relay
    if (only !== undefined && (await forgetOthers(this.pairings, only))) {
      this.#store = undefined
      this.#relayState = { ...this.#relayState, state: "checking" }
    }
    const { fixed: _, ...rest } = this.#relayState
    this.#relayState = {
      ...rest,
      ...(this.#relayState.state === "checking" && { address: this.pairings.main?.address ?? DEFAULT_ADDRESS }),
      ...(only !== undefined && { fixed: true as const })
    }
  }

  #atRelay(address = this.pairings.main?.address ?? DEFAULT_ADDRESS): RelayClient {
    if (this.#client?.address !== address)
      this.#client = {
        address,
        relay: this.#createClient(
          address,
          this.renewals.bearer(() => this.pairings.main?.token),
          (versions) => {
            this.#team.heard(versions)
            void this.earlier.heard(versions.earlier)
            void this.attachments.heard(versions.attachments).then((isNews) => isNews && this.#changed())
          }
        )
      }
    return this.#client.relay
  }

  async #open(key: string): Promise<Store> {
    this.#openDatabase ??= endableDatabase(this.#database)
    const cipher = await cipherFrom(key)
    this.#store = new Store(this.#openDatabase, cipher)
    this.#team.open(cipher)
    this.#locked = undefined
    this.#changed()
    return this.#store
  }

  #lock(why: NonNullable<PanelState["locked"]>) {
    this.#store = undefined
    this.#locked = why
    this.#changed()
  }

  async #ended(why: string) {
    const saved = this.pairings.main && this.pairings.saveMain(endedPairing(this.pairings.main, why))
    this.#lock("revoked")
    await this.#browser.session.remove("key")
    await saved
    await this.#tidy()
    this.#changed()
  }

  /** A key that nobody needs does no harm. If it can't be removed now, it is removed the next time. */
  #tidy() {
    return this.renewals.tidy().catch((error: unknown) => {
      if (!(error instanceof StoreFault)) throw error
    })
  }

  /**
   * Notes what every failed call reports: that the token or the relay is gone. Nothing else changes what is known of
   * the relay.
   */
  async heard(error: unknown): Promise<void> {
    if (error instanceof RelayFault && error.code === "database-down") this.#databaseDown = true
    if (error instanceof RelayFault && isRevoked(error) && this.pairings.main?.token !== undefined)
      await this.#ended(error.code)
    else if (isUnreachable(error)) this.#relayState = { ...this.#relayState, state: "offline" }
    else if (error instanceof RelayFault && error.status === 426)
      this.#relayState = { ...this.#relayState, state: "other-version" }
    else if (error instanceof RelayFault && error.status > 0)
      this.#relayState = { ...this.#relayState, state: "online" }
    this.#changed()
  }

  #noteHealth(address: string, health: Health) {
    const { model, version, tone } = health
    const { fixed } = this.#relayState
    this.#relayState = {
      address,
      state: "online",
      model,
      version,
      ...(tone !== undefined && { tone }),
      ...(fixed && { fixed })
    }
    this.#databaseDown = health.database === "down"
  }

  async #unlock(): Promise<Store | undefined> {
    await Promise.all([this.load(), this.attachments.isOn()])
    if (this.#fault) return undefined
    if (this.#store) return this.#store
    const { main } = this.pairings
    if (main?.token === undefined) {
      this.#locked = main?.revoked ? "revoked" : undefined
      return undefined
    }
    if (!main.renewal) {
      await this.#ended(OUTDATED_TOKEN_CODE)
      return undefined
    }
    const sessionKey = await this.#browser.session.get("key")
    if (typeof sessionKey === "string") return this.#open(sessionKey)
    try {
      const { key } = await this.renewals.renew(main)
      await this.#browser.session.set("key", key)
      this.#relayState = { ...this.#relayState, state: "online" }
      return await this.#open(key)
    } catch (error) {
      await this.heard(error)
      if (!isRevoked(error)) this.#lock("relay-unreachable")
      return undefined
    }
  }
}

/** How many milliseconds the relay has to hear that a token is no longer used. */
const GOODBYE_MS = 5000

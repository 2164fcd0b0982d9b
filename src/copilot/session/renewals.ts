import { RENEWABLE, type RenewAnswer } from "../../protocol/relay.ts"
import {
  clockDiffers,
  browserKey,
  renewalStatement,
  type BrowserKey,
  type Renewal,
  type RenewRequest
} from "../../protocol/renewal.ts"
import type { BrowserKeys } from "../../store/browser-keys.ts"
import type { Pairing, Pairings } from "./pairings.ts"
import { isoNow, type CopilotParts } from "../relay-client/copilot-parts.ts"
import type { Bearer, RelayClient } from "../relay-client/relay-client.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import { unmaskedBody } from "../relay-client/egress.ts"
import { toBase64 } from "../../text/bytes/base64.ts"

/** Renews the sign-ins of this browser, and ends them at the relay. */
export class Renewals {
  readonly #relay: CopilotParts["relay"]
  readonly #clock: CopilotParts["clock"]
  readonly #pairings: Pairings
  readonly #keys: BrowserKeys
  /** By family. Callers that come while a renewal is under way wait for the same answer. */
  readonly #flights = new Map<string, Promise<RenewAnswer>>()
  /** The family of each token that this worker has renewed. */
  readonly #former = new Map<string, string>()

  constructor({ relay, clock }: Pick<CopilotParts, "relay" | "clock">, pairings: Pairings, keys: BrowserKeys) {
    this.#relay = relay
    this.#clock = clock
    this.#pairings = pairings
    this.#keys = keys
  }

  /** The token that calls made as this sign-in use, and how it is renewed. */
  bearerOf(one: Pairing): Bearer {
    return { token: () => this.#pairings.current(one)?.token, renew: (expired) => this.#renewToken(expired) }
  }

  bearer(token: () => string | undefined): Bearer {
    return { token, renew: (expired) => this.#renewToken(expired) }
  }

  /**
   * Prepares to tell the relay that a sign-in has ended, even if nothing of it may be kept here any more. What the
   * call needs is read at once.
   * @returns the call to the relay, once everything is read
   */
  async farewell(one: Pairing): Promise<((signal: AbortSignal) => Promise<void>) | undefined> {
    const { token } = one
    if (token === undefined) return undefined
    const key = await this.#keyOf(one).catch(() => undefined)
    const client = this.#relay(one.address, {
      token: () => token,
      renew: async () => (await this.#ask(client, one, key)).token
    })
    return async (signal) => void (await client.call("POST /v1/sign-out", {}, signal))
  }

  /** Deletes keys that no longer belong to a sign-in. */
  async tidy(): Promise<void> {
    await this.#keys.keepOnly(this.#pairings.all.flatMap(({ keyId }) => (keyId === undefined ? [] : [keyId])))
  }

  async #ask(client: RelayClient, { renewal }: Pairing, key: CryptoKey | undefined): Promise<RenewAnswer> {
    if (!renewal || !key)
      throw new RelayFault(
        RENEWABLE.keyGone,
        "The browser has cleared away what this sign-in is renewed by: pair it with a new code.",
        false,
        401
      )
    // No caller's abort ends it, because an answer that arrives has to be kept.
    const at = async (time: string) =>
      client.call(
        "POST /v1/token/renew",
        { body: unmaskedBody("POST /v1/token/renew", await signedRenewal(key, renewal, time)) },
        new AbortController().signal
      )
    return at(isoNow(this.#clock)).catch((error: unknown) => {
      const relays =
        error instanceof RelayFault && error.code === RENEWABLE.clockDiffers
          ? clockDiffers.safeParse(error.said).data
          : undefined
      if (!relays) throw error
      return at(relays.now)
    })
  }

  async #keyOf({ keyId }: Pairing) {
    return keyId === undefined ? undefined : this.#keys.get(keyId)
  }

  async #renewOnce(one: Pairing): Promise<RenewAnswer> {
    const answer = await this.#ask(this.#relay(one.address, NOBODY), one, await this.#keyOf(one))
    // The answer is kept before anybody uses it. If the browser fails to keep it, only this same answer can be asked
    // for again.
    if (!(await this.#pairings.renewed(one, answer)))
      throw new RelayFault("signed-out", "This browser was signed out meanwhile.", false)
    if (one.token !== undefined) this.#former.set(one.token, answer.renewal.family)
    return answer
  }

  /** Gets the next tokens of a sign-in, with the key to what is kept. @throws RelayFault; StoreFault */
  renew(one: Pairing): Promise<RenewAnswer> {
    const family = one.renewal?.family ?? ""
    const flying = this.#flights.get(family)
    if (flying) return flying
    const flight = this.#renewOnce(one).finally(() => this.#flights.delete(family))
    this.#flights.set(family, flight)
    return flight
  }

  async #renewToken(expired: string): Promise<string | undefined> {
    const one = this.#pairings.all.find(({ token }) => token === expired)
    if (one?.renewal) return (await this.renew(one)).token
    const family = this.#former.get(expired)
    return family === undefined
      ? undefined
      : this.#pairings.all.find(({ renewal }) => renewal?.family === family)?.token
  }
}

const NOBODY: Bearer = { token: () => undefined }

/**
 * The key pair that renews a sign-in of this browser. Nobody can read the private key, not even this extension: the
 * browser signs with it where it is stored.
 */
export interface BrowserKeyPair {
  privateKey: CryptoKey
  publicKey: BrowserKey
}

export async function newBrowserKey(): Promise<BrowserKeyPair> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
    "verify"
  ])
  return { privateKey, publicKey: browserKey.parse(await crypto.subtle.exportKey("jwk", publicKey)) }
}

/** @param at ISO 8601, as the relay's clock has it give or take five minutes */
export async function signedRenewal(
  privateKey: CryptoKey,
  { family, refresh }: Pick<Renewal, "family" | "refresh">,
  at: string
): Promise<RenewRequest> {
  const digest = await crypto.subtle.digest("SHA-256", utf8.encode(refresh))
  const statement = renewalStatement({ family, at, refreshHash: toBase64(new Uint8Array(digest)) })
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, privateKey, utf8.encode(statement))
  return { refresh, at, signature: toBase64(new Uint8Array(signature)) }
}

const utf8 = new TextEncoder()

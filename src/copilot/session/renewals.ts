import { RENEWABLE, type RenewAnswer } from "../../protocol/relay.ts"
import { clockDiffers } from "../../protocol/renewal.ts"
import type { BrowserKeys } from "../../store/browser-keys.ts"
import { signedRenewal } from "./browser-key.ts"
import type { Pairing, Pairings } from "./pairings.ts"
import { isoNow, type CopilotParts } from "../relay-client/copilot-parts.ts"
import type { Bearer, RelayClient } from "../relay-client/relay-client.ts"
import { RelayError } from "../relay-client/relay-error.ts"
import { unmaskedBody } from "../relay-client/egress.ts"

export function createRenewals(
  { relay, clock }: Pick<CopilotParts, "relay" | "clock">,
  pairings: Pairings,
  keys: BrowserKeys
) {
  /** By family. Callers that come while a renewal is under way wait for the same answer. */
  const flights = new Map<string, Promise<RenewAnswer>>()
  /** The family of each token that this worker has renewed. */
  const former = new Map<string, string>()

  const nobody: Bearer = { token: () => undefined }
  const ask = async (client: RelayClient, { renewal }: Pairing, key: CryptoKey | undefined): Promise<RenewAnswer> => {
    if (!renewal || !key)
      throw new RelayError(
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
    return at(isoNow(clock)).catch((error: unknown) => {
      const relays =
        error instanceof RelayError && error.code === RENEWABLE.clockDiffers
          ? clockDiffers.safeParse(error.said).data
          : undefined
      if (!relays) throw error
      return at(relays.now)
    })
  }
  const keyOf = async ({ keyId }: Pairing) => (keyId === undefined ? undefined : keys.get(keyId))

  const renewOnce = async (one: Pairing): Promise<RenewAnswer> => {
    const answer = await ask(relay(one.address, nobody), one, await keyOf(one))
    // The answer is kept before anybody uses it. If the browser fails to keep it, only this same answer can be asked
    // for again.
    if (!(await pairings.renewed(one, answer)))
      throw new RelayError("signed-out", "This browser was signed out meanwhile.", false)
    if (one.token !== undefined) former.set(one.token, answer.renewal.family)
    return answer
  }
  /** Gets the next tokens of a sign-in, with the key to what is kept. @throws RelayError; StoreError */
  const renew = (one: Pairing): Promise<RenewAnswer> => {
    const family = one.renewal?.family ?? ""
    const flying = flights.get(family)
    if (flying) return flying
    const flight = renewOnce(one).finally(() => flights.delete(family))
    flights.set(family, flight)
    return flight
  }
  const renewToken = async (expired: string): Promise<string | undefined> => {
    const one = pairings.all.find(({ token }) => token === expired)
    if (one?.renewal) return (await renew(one)).token
    const family = former.get(expired)
    return family === undefined ? undefined : pairings.all.find(({ renewal }) => renewal?.family === family)?.token
  }
  return {
    renew,
    /** The token that calls made as this sign-in use, and how it is renewed. */
    bearerOf: (one: Pairing): Bearer => ({ token: () => pairings.current(one)?.token, renew: renewToken }),
    bearer: (token: () => string | undefined): Bearer => ({ token, renew: renewToken }),
    /**
     * Prepares to tell the relay that a sign-in has ended, even if nothing of it may be kept here any more. What the
     * call needs is read at once.
     * @returns the call to the relay, once everything is read
     */
    async farewell(one: Pairing): Promise<((signal: AbortSignal) => Promise<void>) | undefined> {
      const { token } = one
      if (token === undefined) return undefined
      const key = await keyOf(one).catch(() => undefined)
      const client = relay(one.address, { token: () => token, renew: async () => (await ask(client, one, key)).token })
      return async (signal) => void (await client.call("POST /v1/sign-out", {}, signal))
    },
    /** Deletes keys that no longer belong to a sign-in. */
    async tidy(): Promise<void> {
      await keys.keepOnly(pairings.all.flatMap(({ keyId }) => (keyId === undefined ? [] : [keyId])))
    }
  }
}

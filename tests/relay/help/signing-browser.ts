import { newBrowserKey, signedRenewal, type BrowserKeyPair } from "../../../src/copilot/session/renewals.ts"
import { pairAnswer, renewAnswer, type RenewAnswer } from "../../../src/protocol/relay.ts"
import type { Renewal, RenewRequest } from "../../../src/protocol/renewal.ts"
import { Client } from "./client.ts"
import type { TestRelay } from "./relay.ts"

/** A paired browser with a key of its own, which renews its tokens as the extension does. */
export class SigningBrowser extends Client {
  pair: BrowserKeyPair
  renewal: Renewal
  vaultKey = ""
  readonly #relay: TestRelay

  private constructor(relay: TestRelay, pair: BrowserKeyPair, renewal: Renewal) {
    super(relay.url)
    this.#relay = relay
    this.pair = pair
    this.renewal = renewal
  }

  static async signedIn(
    relay: TestRelay,
    name: string,
    role: "agent" | "lead" | "admin" = "agent"
  ): Promise<SigningBrowser> {
    const pair = await newBrowserKey()
    const answer = await new Client(relay.url).post("/v1/pair", {
      code: await relay.pair(role, name),
      device: "browser",
      key: pair.publicKey
    })
    const { token, renewal, key } = pairAnswer.parse(await answer.json())
    if (!renewal) throw new Error("The relay gave no refresh token.")
    const browser = new SigningBrowser(relay, pair, renewal)
    browser.token = token
    browser.vaultKey = key
    return browser
  }

  /** A request to renew by the newest refresh token, signed now. */
  signed(at = this.#relay.time.now, renewal = this.renewal, key = this.pair.privateKey): Promise<RenewRequest> {
    return signedRenewal(key, renewal, at.toISOString())
  }

  ask(request: RenewRequest): Promise<Response> {
    return new Client(this.url).post("/v1/token/renew", request)
  }

  /** Renews, and goes on with what it got. */
  async renewed(): Promise<RenewAnswer> {
    const answer = await this.ask(await this.signed())
    if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`)
    return this.take(renewAnswer.parse(await answer.json()))
  }

  take(answer: RenewAnswer): RenewAnswer {
    this.token = answer.token
    this.renewal = answer.renewal
    return answer
  }
}

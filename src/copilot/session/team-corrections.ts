import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"
import { fromBase64 } from "../../text/bytes/base64.ts"
import type { Browser } from "../../platform/browser.ts"
import { managedPolicy } from "./managed-policy.ts"
import {
  correctionsAnswer,
  type CorrectionsAnswer,
  type CorrectionsVerdict,
  readCorrections,
  type CorrectionsPayload,
  type CorrectionsRefusal,
  type SignedCorrections
} from "../../protocol/routes/helpdesk-pages.ts"

/**
 * Corrected selectors of helpdesks' pages, as the team's relay has them. The file is fetched when an answer of the
 * relay names another version, and checked by the trusted keys each time that it is used. Nothing of a file is used
 * unless all of it is as it should be. The highest serial of each key is kept, also after sign-out, so that an earlier
 * file is never taken again.
 * @param keys returns the keys that are trusted now
 * @param ask calls the relay; @param onFailure is called with the reason for which it didn't answer
 */
export class TeamCorrections {
  readonly #local: KeyValue
  readonly #clock: Clock
  readonly #keys: () => Promise<readonly string[]>
  readonly #ask: (signal: AbortSignal) => Promise<CorrectionsAnswer>
  readonly #onFailure: (error: unknown) => Promise<void>
  #answer: CorrectionsAnswer | undefined
  #reading: Promise<CorrectionsAnswer> | undefined
  #newest: number | undefined
  /** When the relay last named a version or gave the file. */
  #heardAt = Number.NEGATIVE_INFINITY
  #fetching: Promise<void> | undefined
  /** The last verdict, and on which file and keys. */
  #last: { on: string; verdict: Promise<CorrectionsVerdict> } | undefined
  #unusable: string | undefined
  #listener: () => void = () => undefined
  /** Increases when everything is forgotten, so that an answer that comes later isn't kept. */
  #era = 0

  constructor(
    local: KeyValue,
    clock: Clock,
    keys: () => Promise<readonly string[]>,
    ask: (signal: AbortSignal) => Promise<CorrectionsAnswer>,
    onFailure: (error: unknown) => Promise<void>
  ) {
    this.#local = local
    this.#clock = clock
    this.#keys = keys
    this.#ask = ask
    this.#onFailure = onFailure
  }

  /** Takes the newest version, which every answer of the relay names. */
  heard(version: number): void {
    this.#newest = version
    this.#heardAt = this.#clock.now()
    if (this.#answer === undefined || this.#answer.version !== version) void this.#fetchIt()
  }

  /**
   * Asks the relay whether there is another file, unless it was heard within twenty seconds: a page that doesn't fit
   * gives no reason to ask for anything else.
   */
  async lookAgain(): Promise<void> {
    if (Math.abs(this.#clock.now() - this.#heardAt) < FRESH_MS) return
    this.#heardAt = this.#clock.now()
    await this.#fetchIt(true)
  }

  /** Is true if there is no file for certain. It is false as long as nothing was read yet. */
  get areNone(): boolean {
    return this.#answer !== undefined && this.#answer.file === null
  }

  /** Returns what becomes of the team's file. Only "applied" has corrections; the same ones as long as it stays. */
  async current(): Promise<CorrectionsVerdict> {
    const [answer, trusted] = await Promise.all([this.#read(), this.#keys()])
    const on = JSON.stringify([answer.file?.signature, trusted])
    if (this.#last?.on !== on) this.#last = { on, verdict: this.#judge(answer, trusted) }
    return this.#last.verdict
  }

  /** Returns what this browser would do with that file, such as the one at an admin's relay. */
  async verdictOn(answer: CorrectionsAnswer): Promise<CorrectionsVerdict> {
    const verdict = await this.#judge(answer, await this.#keys())
    const isOurs = this.#answer?.file?.signature === answer.file?.signature
    return verdict.state === "applied" && isOurs && this.#unusable !== undefined
      ? { ...verdict, unusable: this.#unusable }
      : verdict
  }

  /** Notes that a page can't use one of the corrections. It then uses none of them. */
  refused(correction: string): void {
    this.#unusable = correction
  }

  /** Calls the listener when there is another file, or none any more. */
  onChange(listener: () => void): void {
    this.#listener = listener
  }

  /** Forgets the file because nobody is signed in any more. The serials are kept. */
  async forget(): Promise<void> {
    this.#era++
    this.#newest = undefined
    this.#heardAt = Number.NEGATIVE_INFINITY
    const hadFile = (await this.#read()).file !== null
    this.#answer = NOTHING
    this.#reading = Promise.resolve(NOTHING)
    this.#last = this.#unusable = undefined
    await this.#local.remove(NAME)
    if (hadFile) this.#listener()
  }

  #read() {
    return (this.#reading ??= this.#local
      .get(NAME)
      .then((stored) => (this.#answer ??= correctionsAnswer.safeParse(stored).data ?? NOTHING)))
  }

  async #take(answer: CorrectionsAnswer) {
    const isOther = this.#answer?.file?.signature !== answer.file?.signature
    this.#answer = answer
    this.#reading = Promise.resolve(answer)
    this.#last = this.#unusable = undefined
    await (answer.file ? this.#local.set(NAME, answer) : this.#local.remove(NAME))
    if (isOther) this.#listener()
  }

  async #fetchOnce(anyway: boolean) {
    const before = this.#era
    try {
      const { version } = await this.#read()
      if (this.#era !== before) return
      if (!anyway && (this.#newest === undefined || this.#newest === version)) return
      // An older relay names no version, because it has no corrections.
      const answer = this.#newest === 0 && !anyway ? NOTHING : await this.#ask(AbortSignal.timeout(MAX_MS))
      if (this.#era === before) await this.#take(answer)
    } catch (error) {
      await this.#onFailure(error)
    }
  }

  #fetchIt(anyway = false) {
    return (this.#fetching ??= this.#fetchOnce(anyway).finally(() => (this.#fetching = undefined)))
  }

  async #judge({ file }: CorrectionsAnswer, trusted: readonly string[]): Promise<CorrectionsVerdict> {
    if (!file) return { state: "none" }
    const signed = await verifyCorrections(file, trusted)
    if (signed.state !== "signed") return signed
    const { key, serial, made, corrections } = signed
    const serials = serialsSchema.safeParse(await this.#local.get(SERIALS)).data ?? {}
    const accepted = serials[key] ?? 0
    if (serial < accepted) return { state: "replayed", serial, accepted }
    if (serial > accepted) await this.#local.set(SERIALS, { ...serials, [key]: serial })
    return { state: "applied", serial, made, corrections }
  }
}

const NAME = "corrections"
const SERIALS = "correction-serials"
const NOTHING: CorrectionsAnswer = { version: 0, file: null }
const serialsSchema = z.record(z.string(), z.number())
/** In milliseconds. */
const FRESH_MS = 20_000
const MAX_MS = 5000

/**
 * Checks that a file was signed by one of the keys, and reads it.
 * @param keys Ed25519 public keys: 32 bytes each, in base64
 * @returns what was signed and the key, or why it isn't taken
 */
export async function verifyCorrections(
  { payload, signature }: SignedCorrections,
  keys: readonly string[]
): Promise<(CorrectionsPayload & { state: "signed"; key: string }) | { state: CorrectionsRefusal }> {
  if (keys.length === 0) return { state: "no-key" }
  let signer: string | undefined
  let refusal: CorrectionsRefusal = "bad-key"
  for (const key of keys) {
    const signed = await isSignedBy(key, payload, signature)
    if (signed === "yes") signer = key
    // A mistake in one of the keys doesn't hide what is wrong by the others.
    else if (refusal === "bad-key") refusal = signed
  }
  if (signer === undefined) return { state: refusal }
  const content = readCorrections(payload)
  return "fault" in content ? { state: "bad-file" } : { ...content, state: "signed", key: signer }
}

const PUBLIC_KEY = /^[A-Za-z0-9+/]{43}=$/

async function isSignedBy(
  key: string,
  payload: string,
  signature: string
): Promise<"yes" | "bad-signature" | "bad-key" | "no-ed25519"> {
  if (!PUBLIC_KEY.test(key)) return "bad-key"
  const { subtle } = crypto
  try {
    const publicKey = await subtle.importKey("raw", fromBase64(key), "Ed25519", false, ["verify"])
    const isRight = await subtle.verify("Ed25519", publicKey, fromBase64(signature), new TextEncoder().encode(payload))
    return isRight ? "yes" : "bad-signature"
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    // Chrome before 137 and Firefox before 129 know no Ed25519. Otherwise the bytes are no point of the curve.
    return error.name === "NotSupportedError" ? "no-ed25519" : "bad-key"
  }
}

/**
 * The public keys by which corrected selectors are accepted where the organisation's policy names none. There are none
 * here. Whoever maintains a build adds the line that `npm run release -- correction-keys FOLDER` prints, and keeps the
 * private key off every relay. A key is replaced by listing both until all relays have a file signed by the new one; in
 * the policy they are separated by a space.
 */
const BUILT_IN: readonly string[] = []

/** Returns the keys that are trusted now: the policy's keys instead of the built-in ones, and none if it is "". */
export async function correctionKeys(browser: Pick<Browser, "managed">): Promise<readonly string[]> {
  const { correctionKey } = await managedPolicy(browser)
  if (correctionKey === undefined) return BUILT_IN
  return correctionKey.split(/[\s,;]+/).filter((key) => key !== "")
}

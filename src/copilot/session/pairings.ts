import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import { isAdmin, mayReview } from "../../protocol/lead.ts"
import { DEFAULT_ADDRESS } from "../../protocol/panel.ts"
import type { SignedOut } from "../../protocol/notice.ts"
import { person, RENEWABLE, type RenewAnswer } from "../../protocol/relay.ts"
import { renewal } from "../../protocol/renewal.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"

/** The page on which a pairing code was typed. */
export type PairingPlace = "panel" | "review" | "admin"
type SecondaryName = "pairing.lead" | "pairing.admin"
/** The names under which sign-ins are stored. */
type PairingName = "pairing" | SecondaryName
const SECONDARY: readonly SecondaryName[] = ["pairing.lead", "pairing.admin"]
const NAMES: readonly PairingName[] = ["pairing", ...SECONDARY]

/**
 * The sign-ins of this browser. `main` belongs to the panel. There may also be a lead's sign-in, which only the review
 * page uses, and an admin's for the admin page.
 */
export class Pairings {
  readonly #local: KeyValue
  readonly #byName: Partial<Record<PairingName, Pairing>> = {}
  #loading: Promise<void> | undefined

  constructor(local: KeyValue) {
    this.#local = local
  }

  load() {
    return (this.#loading ??= (async () => {
      const stored = await Promise.all(NAMES.map((name) => this.#local.get(name)))
      for (const [n, name] of NAMES.entries()) this.#hold(name, pairingSchema.safeParse(stored[n]).data)
      this.#byName.pairing ??= { address: DEFAULT_ADDRESS }
    })())
  }

  /** Undefined before `load`. */
  get main() {
    return this.#byName.pairing
  }

  /** Every sign-in besides the main one. */
  get beside(): Pairing[] {
    return SECONDARY.flatMap((name) => this.#byName[name] ?? [])
  }

  /**
   * The sign-in that the review page uses: a lead's secondary one, or else the main one of a lead or admin, or else
   * an admin's secondary one.
   */
  get reviewer(): Pairing | undefined {
    const { "pairing.lead": lead, "pairing.admin": admin } = this.#byName
    return lead ?? (mayReview(this.main?.person) ? this.main : admin)
  }

  /** The sign-in that the admin page uses: an admin's secondary one, or else the main one if it is an admin's. */
  get administrator(): Pairing | undefined {
    return this.#byName["pairing.admin"] ?? (isAdmin(this.main?.person) ? this.main : undefined)
  }

  /** Every sign-in, including those that have ended. */
  get all(): Pairing[] {
    return NAMES.flatMap((name) => this.#byName[name] ?? [])
  }

  /** Returns a sign-in as it is now, since it may have been renewed, or undefined if it is gone. */
  current(one: Pairing): Pairing | undefined {
    const name = this.#nameOf(one)
    return name && this.#byName[name]
  }

  /** Keeps the result of a renewal, first on the disk. @returns whether the sign-in still exists */
  async renewed(one: Pairing, { token, expires, renewal, person }: RenewAnswer): Promise<boolean> {
    const name = this.#nameOf(one)
    const former = name && this.#byName[name]
    if (name === undefined || former?.token === undefined) return false
    const next = { ...former, token, expires, renewal, person }
    await this.#local.set(name, next)
    const current = this.#byName[name]
    if (current !== former) {
      // The person may have signed out, or in as somebody else, while it was written.
      await this.#store(name, current)
      return false
    }
    this.#hold(name, next)
    return true
  }

  /** Replaces a secondary sign-in, or removes it. Nothing happens if it is already gone. */
  async replace(former: Pairing, next: Pairing | undefined): Promise<void> {
    for (const name of SECONDARY) if (this.#isAt(name, former)) await this.#save(name, next)
  }

  /**
   * Decides where a new sign-in goes. A lead's or admin's goes beside an agent's, so that the panel continues as it
   * was, and an admin's from the admin page goes beside a lead's. A sign-in with more rights moves aside for one with
   * fewer. In the panel, a lead's code also replaces a sign-in that has ended.
   */
  async place(next: Pairing, door: PairingPlace): Promise<"main" | "beside"> {
    const same = this.main?.address === next.address && this.main.person?.id === next.person?.id
    const mainStays =
      this.main?.person !== undefined &&
      (door !== "panel" || this.main.token !== undefined) &&
      (this.main.person.role === "agent" || (door === "admin" && !isAdmin(this.main.person)))
    if (mayReview(next.person) && mainStays && !same) {
      await this.#save(besideOf(next), next)
      return "beside"
    }
    if (this.main?.token !== undefined && rank(this.main) > rank(next) && !same)
      await this.#save(besideOf(this.main), this.main)
    await this.saveMain(next)
    return "main"
  }

  /** Forgets all sign-ins. The caller clears what is kept on the disk. */
  forget() {
    for (const name of NAMES) this.#hold(name, undefined)
    this.#byName.pairing = { address: DEFAULT_ADDRESS }
  }

  async saveMain(next: Pairing) {
    await this.#save("pairing", next)
  }

  #isAt(name: PairingName, one: Pairing): boolean {
    const other = this.#byName[name]
    return other !== undefined && isSamePairing(other, one)
  }

  #nameOf(one: Pairing): PairingName | undefined {
    return NAMES.find((name) => this.#isAt(name, one))
  }

  #hold(name: PairingName, next: Pairing | undefined): void {
    if (next) this.#byName[name] = next
    else delete this.#byName[name]
  }

  async #save(name: PairingName, next: Pairing | undefined): Promise<void> {
    this.#hold(name, next)
    await this.#store(name, next)
  }

  async #store(name: PairingName, next: Pairing | undefined): Promise<void> {
    await (next ? this.#local.set(name, next) : this.#local.remove(name))
  }
}

/** Compares sign-ins. A sign-in stays the same when it is renewed. */
export const isSamePairing = (one: Pairing | undefined, other: Pairing | undefined): boolean =>
  one === other || (one?.renewal !== undefined && one.renewal.family === other?.renewal?.family)

/** Returns nobody if there is no sign-in or it has ended. */
export const signedInAs = (one: Pairing | undefined) => (one?.token === undefined ? undefined : one.person)

const besideOf = ({ person }: Pairing): SecondaryName => (isAdmin(person) ? "pairing.admin" : "pairing.lead")
const rank = ({ person }: Pairing): number => Number(mayReview(person)) + Number(isAdmin(person))

const pairingSchema = z.object({
  address: z.string(),
  token: z.optional(z.string()),
  expires: z.optional(z.string()),
  person: z.optional(person),
  revoked: z.optional(z.boolean()),
  /** The reason for which the relay ended it, as the error's code. */
  why: z.optional(z.string()),
  /** What renews it, and the name of the key that signs the renewal. */
  renewal: z.optional(renewal),
  keyId: z.optional(z.string())
})
export type Pairing = z.infer<typeof pairingSchema>

/** Returns what remains of a sign-in that the relay has ended. @param why the error's code */
export const endedPairing = ({ address, person: who }: Pairing, why: string): Pairing => ({
  address,
  person: who,
  revoked: true,
  why
})

/** Returns a reason if the person should know more than that the sign-in has ended. */
export function signedOutReason(one: Pairing | undefined): { signedOut?: SignedOut } {
  const why = one?.revoked ? WHY[one.why ?? ""] : undefined
  return why ? { signedOut: why } : {}
}

/** Returns why a code may not be used on this page, or undefined. @param place the page on which it was typed */
export function wrongAt(place: PairingPlace, person: Parameters<typeof mayReview>[0]): RelayFault | undefined {
  if (place === "review" && !mayReview(person))
    return new RelayFault("not-lead", "This code is an agent's. Review is for leads: pair with a lead's code.", false)
  if (place === "admin" && !isAdmin(person))
    return new RelayFault(
      "not-admin",
      "This code is no admin's. This page is for admins: pair with an admin's code.",
      false
    )
  return undefined
}

/** The relay's code for a sign-in from before there were renewals. */
export const OUTDATED_TOKEN_CODE = "token-outdated"
const WHY: Record<string, SignedOut> = {
  "sign-in-reused": "reused",
  [OUTDATED_TOKEN_CODE]: "outdated",
  "sign-in-expired": "unused",
  "sign-in-over": "over",
  [RENEWABLE.keyGone]: "key-gone"
}

import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import { isAdmin, mayReview } from "../../protocol/lead.ts"
import { DEFAULT_ADDRESS, type SignedOut } from "../../protocol/panel.ts"
import { person, RENEWABLE, type RenewAnswer } from "../../protocol/relay.ts"
import { renewal } from "../../protocol/renewal.ts"

/**
 * The sign-ins of this browser. `main` is the panel's. Beside it there may be a lead's, which only the review uses, and
 * an admin's, for the admin page.
 */
export type Pairings = ReturnType<typeof createPairings>
/** Where a code was typed. */
export type PairingPlace = "panel" | "review" | "admin"
type SecondaryRole = "lead" | "admin"

export function createPairings(local: KeyValue) {
  let main: Pairing | undefined
  const beside: Partial<Record<SecondaryRole, Pairing>> = {}
  let loading: Promise<void> | undefined

  const nameOf = (one: Pairing): string | undefined =>
    main && isSamePairing(main, one)
      ? "pairing"
      : (["lead", "admin"] as const).flatMap((which) =>
          beside[which] && isSamePairing(beside[which], one) ? [`pairing.${which}`] : []
        )[0]
  const at = (name: string | undefined) =>
    name === "pairing"
      ? main
      : name === "pairing.lead"
        ? beside.lead
        : name === "pairing.admin"
          ? beside.admin
          : undefined

  const saveMain = async (next: Pairing) => {
    main = next
    await local.set("pairing", next)
  }
  const saveBeside = async (which: SecondaryRole, next: Pairing | undefined) => {
    if (next) beside[which] = next
    else delete beside[which]
    await (next ? local.set(`pairing.${which}`, next) : local.remove(`pairing.${which}`))
  }
  return {
    load: () =>
      (loading ??= (async () => {
        const [panel, lead, admin] = (
          await Promise.all([local.get("pairing"), local.get("pairing.lead"), local.get("pairing.admin")])
        ).map((one) => pairingSchema.safeParse(one).data)
        main = panel ?? { address: DEFAULT_ADDRESS }
        if (lead) beside.lead = lead
        if (admin) beside.admin = admin
      })()),
    /** Undefined before `load`. */
    get main() {
      return main
    },
    /** All that stand beside the main one. */
    get beside() {
      return Object.values(beside)
    },
    /**
     * Whose token the review goes by: a lead's beside, else the main one of a lead or admin, else an admin's beside.
     */
    get reviewer(): Pairing | undefined {
      return beside.lead ?? (mayReview(main?.person) ? main : beside.admin)
    },
    /** Whose token the admin page goes by: an admin's beside, else the main one where it is an admin's. */
    get administrator(): Pairing | undefined {
      return beside.admin ?? (isAdmin(main?.person) ? main : undefined)
    },
    /** Every sign-in, ended ones too. */
    get all(): Pairing[] {
      return [...(main ? [main] : []), ...Object.values(beside)]
    },
    /** A sign-in as it is now, which may have been renewed since; undefined where it is here no more. */
    current: (one: Pairing): Pairing | undefined => at(nameOf(one)),
    /** Keeps what a sign-in was renewed to, on the disk first. Answers whether the sign-in is still here. */
    async renewed(one: Pairing, { token, expires, renewal, person }: RenewAnswer): Promise<boolean> {
      const name = nameOf(one)
      const former = at(name)
      if (name === undefined || former?.token === undefined) return false
      const next = { ...former, token, expires, renewal, person }
      await local.set(name, next)
      const now = at(name)
      if (now !== former) {
        // Signed out, or in as another, while it was written.
        await (now ? local.set(name, now) : local.remove(name))
        return false
      }
      if (name === "pairing") main = next
      else if (name === "pairing.lead") beside.lead = next
      else beside.admin = next
      return true
    },
    saveMain,
    /**
     * Another one for, or none any more in the place of, one that stands beside. Nothing happens where it stands there
     * no longer.
     */
    async replace(former: Pairing, next: Pairing | undefined): Promise<void> {
      for (const which of ["lead", "admin"] as const)
        if (beside[which] && isSamePairing(beside[which], former)) await saveBeside(which, next)
    },
    /**
     * Where a new sign-in goes: a lead's or admin's beside an agent's, so that the panel goes on as it was, and an
     * admin's beside a lead's from the admin page; one that may more steps aside for one that may less. At the panel's
     * door a lead's code also takes the place of a sign-in that ended.
     */
    async place(next: Pairing, door: PairingPlace): Promise<"main" | "beside"> {
      const same = main?.address === next.address && main.person?.id === next.person?.id
      const mainStays =
        main?.person !== undefined &&
        (door !== "panel" || main.token !== undefined) &&
        (main.person.role === "agent" || (door === "admin" && !isAdmin(main.person)))
      if (mayReview(next.person) && mainStays && !same) {
        await saveBeside(besideOf(next), next)
        return "beside"
      }
      if (main?.token !== undefined && rank(main) > rank(next) && !same) await saveBeside(besideOf(main), main)
      await saveMain(next)
      return "main"
    },
    /** All are forgotten; what is kept on the disk is for the caller to clear. */
    forget() {
      main = { address: DEFAULT_ADDRESS }
      delete beside.lead
      delete beside.admin
    }
  }
}

/** One sign-in, though it may have been renewed in between. */
export const isSamePairing = (one: Pairing | undefined, other: Pairing | undefined): boolean =>
  one === other || (one?.renewal !== undefined && one.renewal.family === other?.renewal?.family)

/** Nobody where there is no sign-in, or it has ended. */
export const signedInAs = (one: Pairing | undefined) => (one?.token === undefined ? undefined : one.person)

const besideOf = ({ person }: Pairing): SecondaryRole => (isAdmin(person) ? "admin" : "lead")
const rank = ({ person }: Pairing): number => Number(mayReview(person)) + Number(isAdmin(person))

const pairingSchema = z.object({
  address: z.string(),
  token: z.optional(z.string()),
  expires: z.optional(z.string()),
  person: z.optional(person),
  revoked: z.optional(z.boolean()),
  /** Why the relay ended it: the error's code. */
  why: z.optional(z.string()),
  /** What it is renewed by, and the name of the key that signs for it. */
  renewal: z.optional(renewal),
  keyId: z.optional(z.string())
})
export type Pairing = z.infer<typeof pairingSchema>

/** What is left of a sign-in that the relay has ended. @param why the error's code */
export const endedPairing = ({ address, person: who }: Pairing, why: string): Pairing => ({
  address,
  person: who,
  revoked: true,
  why
})

/** Where the person should know more than that it has ended. */
export function signedOutReason(one: Pairing | undefined): { signedOut?: SignedOut } {
  const why = one?.revoked ? WHY[one.why ?? ""] : undefined
  return why ? { signedOut: why } : {}
}

/** Of a sign-in from before there were renewals; the relay's code for it too. */
export const OUTDATED_TOKEN_CODE = "token-outdated"
const WHY: Record<string, SignedOut> = {
  "sign-in-reused": "reused",
  [OUTDATED_TOKEN_CODE]: "outdated",
  "sign-in-expired": "unused",
  [RENEWABLE.keyGone]: "key-gone"
}

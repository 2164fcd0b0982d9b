import * as z from "zod/mini"
import type { KeyValue } from "../platform/key-value.ts"
import { isAdmin, mayReview } from "../protocol/lead.ts"
import { DEFAULT_ADDRESS } from "../protocol/panel.ts"
import { person } from "../protocol/relay.ts"

/** The sign-ins of this browser. `main` is the panel's. Beside it there may be a lead's, which only the review uses, and an admin's, for the admin page. */
export type Pairings = ReturnType<typeof keptPairings>
/** Where a code was typed. */
export type Door = "panel" | "review" | "admin"
type Beside = "lead" | "admin"

export function keptPairings(local: KeyValue) {
  let main: Pairing | undefined
  const beside: Partial<Record<Beside, Pairing>> = {}
  let loading: Promise<void> | undefined

  const saveMain = async (next: Pairing) => {
    main = next
    await local.set("pairing", next)
  }
  const saveBeside = async (which: Beside, next: Pairing | undefined) => {
    if (next) beside[which] = next
    else delete beside[which]
    await (next ? local.set(`pairing.${which}`, next) : local.remove(`pairing.${which}`))
  }
  return {
    load: () => (loading ??= (async () => {
      const [panel, lead, admin] = (await Promise.all([local.get("pairing"), local.get("pairing.lead"), local.get("pairing.admin")])).map((one) => pairingSchema.safeParse(one).data)
      main = panel ?? { address: DEFAULT_ADDRESS }
      if (lead) beside.lead = lead
      if (admin) beside.admin = admin
    })()),
    /** Undefined before `load`. */
    get main() { return main },
    /** All that stand beside the main one. */
    get beside() { return Object.values(beside) },
    /** Whose token the review goes by: a lead's beside, else the main one of a lead or admin, else an admin's beside. */
    get reviewer(): Pairing | undefined {
      return beside.lead ?? (mayReview(main?.person) ? main : beside.admin)
    },
    /** Whose token the admin page goes by: an admin's beside, else the main one where it is an admin's. */
    get administrator(): Pairing | undefined {
      return beside.admin ?? (isAdmin(main?.person) ? main : undefined)
    },
    saveMain,
    /** Another one for, or none any more in the place of, one that stands beside. Nothing happens where it stands there no longer. */
    async replace(former: Pairing, next: Pairing | undefined): Promise<void> {
      for (const which of ["lead", "admin"] as const) if (beside[which] === former) await saveBeside(which, next)
    },
    /**
     * Where a new sign-in goes: a lead's or admin's beside an agent's, so that the panel goes on as it was, and an admin's beside a
     * lead's from the admin page; one that may more steps aside for one that may less. At the panel's door a lead's code also
     * takes the place of a sign-in that ended.
     */
    async place(next: Pairing, door: Door): Promise<"main" | "beside"> {
      const same = main?.address === next.address && main.person?.id === next.person?.id
      const mainStays = main?.person !== undefined && (door !== "panel" || main.token !== undefined) && (main.person.role === "agent" || (door === "admin" && !isAdmin(main.person)))
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

/** Nobody where there is no sign-in, or it has ended. */
export const signedInAs = (one: Pairing | undefined) => (one?.token === undefined ? undefined : one.person)

const besideOf = ({ person }: Pairing): Beside => (isAdmin(person) ? "admin" : "lead")
const rank = ({ person }: Pairing): number => Number(mayReview(person)) + Number(isAdmin(person))

const pairingSchema = z.object({
  address: z.string(), token: z.optional(z.string()), expires: z.optional(z.string()), person: z.optional(person), revoked: z.optional(z.boolean())
})
export type Pairing = z.infer<typeof pairingSchema>

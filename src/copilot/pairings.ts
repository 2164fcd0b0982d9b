import * as z from "zod/mini"
import type { KeyValue } from "../platform/key-value.ts"
import { mayReview } from "../protocol/lead.ts"
import { DEFAULT_ADDRESS } from "../protocol/panel.ts"
import { person } from "../protocol/relay.ts"

/** The sign-ins of this browser. `main` is the panel's. Beside an agent's there may be a lead's, which only the review uses. */
export type Pairings = ReturnType<typeof keptPairings>

export function keptPairings(local: KeyValue) {
  let main: Pairing | undefined
  let lead: Pairing | undefined
  let loading: Promise<void> | undefined

  const saveMain = async (next: Pairing) => {
    main = next
    await local.set("pairing", next)
  }
  const saveLead = async (next: Pairing | undefined) => {
    lead = next
    await (next ? local.set("pairing.lead", next) : local.remove("pairing.lead"))
  }
  return {
    load: () => (loading ??= (async () => {
      const [panel, review] = await Promise.all([local.get("pairing"), local.get("pairing.lead")])
      const kept = { panel: pairingSchema.safeParse(panel), review: pairingSchema.safeParse(review) }
      main = kept.panel.success ? kept.panel.data : { address: DEFAULT_ADDRESS }
      lead = kept.review.success ? kept.review.data : undefined
    })()),
    /** Undefined before `load`. */
    get main() { return main },
    /** The lead's that stands beside the main one. */
    get lead() { return lead },
    /** Whose token the review goes by; its own, else the main one of a lead or admin. */
    get reviewer(): Pairing | undefined {
      return lead ?? (mayReview(main?.person) ? main : undefined)
    },
    saveMain, saveLead,
    /**
     * Where a new sign-in goes: a lead's beside an agent's, so that the panel goes on as it was; a lead's steps aside for an
     * agent's. `door` is where the code was typed: at the panel's a lead's code also takes the place of a sign-in that ended.
     */
    async place(next: Pairing, door: "panel" | "review"): Promise<"main" | "lead"> {
      const same = main?.address === next.address && main.person?.id === next.person?.id
      const agentThere = main?.person?.role === "agent" && (door === "review" || main.token !== undefined)
      if (mayReview(next.person) && agentThere && !same) {
        await saveLead(next)
        return "lead"
      }
      if (main?.token !== undefined && mayReview(main.person) && !mayReview(next.person) && !same) await saveLead(main)
      await saveMain(next)
      return "main"
    },
    /** Both are forgotten; what is kept on the disk is for the caller to clear. */
    forget() {
      main = { address: DEFAULT_ADDRESS }
      lead = undefined
    }
  }
}

const pairingSchema = z.object({
  address: z.string(), token: z.optional(z.string()), expires: z.optional(z.string()), person: z.optional(person), revoked: z.optional(z.boolean())
})
export type Pairing = z.infer<typeof pairingSchema>

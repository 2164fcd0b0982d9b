import type { Browser } from "../../platform/browser.ts"
import type { Cipher } from "../../store/cipher.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"
import type { RelayClient, VersionsTold } from "../relay-client/relay-client.ts"
import { correctionKeys, TeamCorrections } from "./team-corrections.ts"
import { createTeamLookups } from "./team-lookups.ts"
import { createTeamOffSwitches } from "./team-off-switches.ts"
import { TeamRecipes } from "./team-recipes.ts"
import { TeamRules } from "./team-rules.ts"
import { managedPolicy } from "./managed-policy.ts"

export type TeamData = ReturnType<typeof createTeamData>

/**
 * What the team has set for its browsers, each with a version that the relay's answers name.
 * @param relay returns the relay that is signed in at; @param failed is called with the reason for which it didn't
 * answer; @param changed is called when rules or places are others
 */
export function createTeamData(
  browser: Pick<Browser, "local" | "managed">,
  clock: Clock,
  relay: () => RelayClient,
  failed: (error: unknown) => Promise<void>,
  changed: () => void
) {
  const data = createData(browser, clock, relay, failed, changed)
  const { rules, lookups, recipes, corrections, offSwitches } = data
  return {
    ...data,
    heard(told: Parameters<VersionsTold>[0]): void {
      rules.heard(told.rules)
      lookups.heard(told.lookups)
      recipes.heard(told.recipes)
      corrections.heard(told.corrections)
      offSwitches.heard(told.offSwitches)
    },
    /** Starts when somebody has signed in and what is kept can be read. */
    open(cipher: Cipher): void {
      lookups.open(cipher)
      recipes.open(cipher)
      rules.open(cipher)
      offSwitches.open(cipher)
    },
    /** Forgets everything because nobody is signed in any more. */
    async forget(): Promise<void> {
      await Promise.all([
        rules.forget(),
        lookups.forget(),
        recipes.forget(),
        corrections.forget(),
        offSwitches.forget()
      ])
    }
  }
}

function createData(
  browser: Pick<Browser, "local" | "managed">,
  clock: Clock,
  relay: () => RelayClient,
  failed: (error: unknown) => Promise<void>,
  changed: () => void
) {
  const { local } = browser
  const rules = new TeamRules(
    local,
    clock,
    (signal) => relay().call("GET /v1/masking-rules", {}, signal),
    failed,
    changed
  )
  const lookups = createTeamLookups(local, (signal) => relay().call("GET /v1/lookups", {}, signal), failed)
  const recipes = new TeamRecipes(
    local,
    clock,
    (signal) => relay().call("GET /v1/page-recipes", {}, signal),
    failed,
    changed
  )
  const corrections = new TeamCorrections(
    local,
    clock,
    () => correctionKeys(browser),
    (signal) => relay().call("GET /v1/corrections", {}, signal),
    failed
  )
  const offSwitches = createTeamOffSwitches(
    local,
    (signal) => relay().call("GET /v1/off-switches", {}, signal),
    failed,
    changed
  )
  return { rules, lookups, recipes, corrections, offSwitches }
}

export type ReadingSwitch = ReturnType<typeof createReadingSwitch>

/**
 * Whether the team's browsers read something besides the ticket, such as earlier tickets of its requester, as the relay
 * last said, if the organisation's policy doesn't switch it off. What the relay said is kept for the next worker, and
 * it is off until a relay says that it is on: an older one takes nothing of it.
 */
export function createReadingSwitch(browser: Pick<Browser, "local" | "managed">, name: keyof typeof PARTS) {
  const { local } = browser
  let known: boolean | undefined
  let isOff = false
  return {
    /** Returns whether that is news. */
    async heard(isOn: boolean): Promise<boolean> {
      if (known === isOn) return false
      known = isOn
      await local.set(name, isOn)
      return true
    },
    async isOn(): Promise<boolean> {
      known ??= (await local.get(name)) === true
      isOff = (await managedPolicy(browser)).isOff(PARTS[name])
      return known && !isOff
    },
    /** As far as this worker has heard or read it. */
    get isKnownOn(): boolean {
      return known === true && !isOff
    }
  }
}

/** By the name under which it is kept, the policy's name. */
const PARTS = { "earlier-tickets": "earlierTickets", attachments: "attachments" } as const

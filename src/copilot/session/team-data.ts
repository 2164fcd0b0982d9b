import type { Browser } from "../../platform/browser.ts"
import type { Cipher } from "../../store/cipher.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"
import type { RelayClient } from "../relay-client/relay-client.ts"
import type { VersionsTold } from "../relay-client/versions-told.ts"
import { correctionKeys } from "./correction-keys.ts"
import { TeamCorrections } from "./team-corrections.ts"
import { createTeamLookups } from "./team-lookups.ts"
import { TeamRecipes } from "./team-recipes.ts"
import { TeamRules } from "./team-rules.ts"

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
  return {
    rules,
    lookups,
    recipes,
    corrections,
    heard(told: Parameters<VersionsTold>[0]): void {
      rules.heard(told.rules)
      lookups.heard(told.lookups)
      recipes.heard(told.recipes)
      corrections.heard(told.corrections)
    },
    /** Starts when somebody has signed in and what is kept can be read. */
    open(cipher: Cipher): void {
      lookups.open(cipher)
      recipes.open(cipher)
      rules.open(cipher)
    },
    /** Forgets everything because nobody is signed in any more. */
    async forget(): Promise<void> {
      await Promise.all([rules.forget(), lookups.forget(), recipes.forget(), corrections.forget()])
    }
  }
}

import type { ServerResponse } from "node:http"
import { NO_TEAM_RULES } from "./relay-script.ts"
import type { OffSwitchesAnswer } from "../../../src/protocol/routes/off-switches.ts"
import type { LookupsAnswer } from "../../../src/protocol/routes/lookups.ts"
import {
  type CorrectionsAnswer,
  recipeProposal,
  type RecipeProposal,
  type SharedRecipes
} from "../../../src/protocol/routes/helpdesk-pages.ts"
import { rulesRequest, wordRequest, type RulesAnswer } from "../../../src/protocol/routes/masking-rules.ts"

/** What a team has set at its relay. A test changes it as an admin would. */
export const teamDouble = () => ({
  /** What the team says about masking; undefined: it can't be had. Each answer tells the version all the same. */
  rules: { ...NO_TEAM_RULES } as RulesAnswer | undefined,
  rulesVersion: undefined as number | undefined,
  reads: { "earlier-tickets": false, attachments: false },
  lookups: undefined as (LookupsAnswer & { ask?: (body: string) => object }) | undefined,
  /** Undefined: an older relay, which knows of no places. */
  recipes: undefined as SharedRecipes | undefined,
  /** Undefined: an older relay, which knows of no corrections. */
  corrections: undefined as CorrectionsAnswer | undefined,
  /** Undefined: an older relay, which knows of no off switches. */
  offSwitches: undefined as OffSwitchesAnswer | undefined,
  proposals: [] as RecipeProposal[],
  /** What an admin decided, as it came. */
  decisions: [] as { url: string; body: unknown }[],
  /** Refuses every proposal with this code. */
  refusesProposals: undefined as string | undefined
})
export type TeamDouble = ReturnType<typeof teamDouble>

/** Says in the headers of an answer what the team has set. */
export function tellTeam(team: TeamDouble, response: ServerResponse): void {
  response.setHeader("x-masking-rules", String(team.rulesVersion ?? team.rules?.version ?? 0))
  for (const [name, isOn] of Object.entries(team.reads)) if (isOn) response.setHeader(`x-${name}`, "on")
  if (team.lookups) response.setHeader("x-lookups", String(team.lookups.version))
  if (team.recipes) response.setHeader("x-page-recipes", String(team.recipes.version))
  if (team.offSwitches) response.setHeader("x-off-switches", String(team.offSwitches.version))
  if (team.corrections) response.setHeader("x-corrections", String(team.corrections.version))
}

/** Answers what is asked of the team's rules and places; returns undefined for anything else. */
export function answerOfTeam(
  team: TeamDouble,
  { method, url, body }: { method: string; url: string; body: string },
  json: (status: number, value: unknown) => void,
  fail: (status: number, code: string, retryable?: boolean) => void
): (() => void) | undefined {
  if (url === "/v1/masking-rules")
    return () => {
      if (!team.rules) return fail(503, "database-down", true)
      if (method === "PUT")
        team.rules = { ...team.rules, ...rulesRequest.parse(JSON.parse(body)), version: team.rules.version + 1 }
      json(200, team.rules)
    }
  if (url === "/v1/masking-rules/words")
    return () => {
      const { word, kind } = wordRequest.parse(JSON.parse(body))
      if (!team.rules?.agentsMayAdd) return fail(403, "agents-may-not-add")
      const list = kind === "keep" ? "keep" : "names"
      team.rules = { ...team.rules, [list]: [...team.rules[list], word], version: team.rules.version + 1 }
      json(200, team.rules)
    }
  if (url === "/v1/off-switches" && team.offSwitches) return () => json(200, team.offSwitches)
  if (url === "/v1/corrections" && team.corrections) return () => json(200, team.corrections)
  if (url === "/v1/page-recipes" && team.recipes)
    return () => {
      if (method === "GET") return json(200, team.recipes)
      if (team.refusesProposals !== undefined) return fail(409, team.refusesProposals)
      team.proposals.push(recipeProposal.parse(JSON.parse(body)))
      json(200, { state: "proposed" })
    }
  if (url.startsWith("/v1/admin/page-recipes"))
    return () => {
      if (method === "GET") return json(200, { recipes: [] })
      team.decisions.push({ url, body: JSON.parse(body) })
      json(200, {})
    }
  return undefined
}

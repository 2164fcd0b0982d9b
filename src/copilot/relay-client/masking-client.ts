import {
  rulesAnswer,
  versionsAnswer,
  type RulesAnswer,
  type RulesRequest,
  type UndoRequest,
  type VersionsAnswer,
  type WordRequest
} from "../../protocol/masking-rules.ts"
import { correctionsAnswer, type CorrectionsAnswer } from "../../protocol/operating/corrections.ts"
import { lookupsAnswer, viewAnswer, type LookupsAnswer, type ViewAnswer } from "../../protocol/operating/lookups.ts"
import {
  recipeProposed,
  sharedRecipes,
  type RecipeProposal,
  type RecipeProposed,
  type SharedRecipes
} from "../../protocol/operating/page-recipes.ts"
import type { RelayBody } from "../../protocol/outgoing.ts"
import { unmaskedBody } from "./egress.ts"
import type { RelayCaller } from "./relay-client.ts"

/** The team's masking rules, lookups, places of pages and corrected selectors at the relay. Every call may throw RelayError. */
export interface MaskingClient {
  rules(signal: AbortSignal): Promise<RulesAnswer>
  /** @throws RelayError "changed" if `version` isn't the newest; "bad-pattern" */
  save(request: RulesRequest, signal: AbortSignal): Promise<RulesAnswer>
  /** @throws RelayError "agents-may-not-add" */
  addWord(request: WordRequest, signal: AbortSignal): Promise<RulesAnswer>
  versions(signal: AbortSignal): Promise<VersionsAnswer>
  undo(request: UndoRequest, signal: AbortSignal): Promise<RulesAnswer>
  lookups(signal: AbortSignal): Promise<LookupsAnswer>
  /** Asks a view, within three seconds. @throws RelayError "view-..." with a sentence that says what is wrong */
  askView(name: string, body: RelayBody, signal: AbortSignal): Promise<ViewAnswer>
  recipes(signal: AbortSignal): Promise<SharedRecipes>
  /** @throws RelayError "too-many-recipes", "sites-hashed", "bad-recipe" with a sentence */
  proposeRecipe(request: RecipeProposal, signal: AbortSignal): Promise<RecipeProposed>
  corrections(signal: AbortSignal): Promise<CorrectionsAnswer>
}

export function createMaskingClient({ answer }: RelayCaller): MaskingClient {
  return {
    rules: (signal) => answer("GET", "/v1/masking-rules", rulesAnswer, undefined, signal),
    save: (request, signal) =>
      answer("PUT", "/v1/masking-rules", rulesAnswer, unmaskedBody("team-words", request), signal),
    addWord: (request, signal) =>
      answer("POST", "/v1/masking-rules/words", rulesAnswer, unmaskedBody("team-words", request), signal),
    versions: (signal) => answer("GET", "/v1/masking-rules/versions", versionsAnswer, undefined, signal),
    undo: (request, signal) =>
      answer("POST", "/v1/masking-rules/undo", rulesAnswer, unmaskedBody("team-words", request), signal),
    lookups: (signal) => answer("GET", "/v1/lookups", lookupsAnswer, undefined, signal),
    askView: (name, body, signal) =>
      answer("POST", `/v1/lookups/${encodeURIComponent(name)}/ask`, viewAnswer, body, signal, VIEW_MS),
    recipes: (signal) => answer("GET", "/v1/page-recipes", sharedRecipes, undefined, signal),
    proposeRecipe: (request, signal) =>
      answer("POST", "/v1/page-recipes", recipeProposed, unmaskedBody("page-recipe", request), signal),
    corrections: (signal) => answer("GET", "/v1/corrections", correctionsAnswer, undefined, signal)
  }
}

/** In milliseconds. The relay gives a view two seconds. */
const VIEW_MS = 3000

import * as z from "zod/mini"
import { answerList, count, instant, line, textUpTo } from "../fields.ts"
import { pageRecipe } from "../picking/page-recipe.ts"

/**
 * Where pages of helpdesks that no adapter reads have their tickets. An agent proposes the places of a site by POST
 * /v1/page-recipes. An admin sees them by GET /v1/admin/page-recipes, decides by POST /v1/admin/page-recipes/decide, and
 * takes shared ones back by POST /v1/admin/page-recipes/take-back. Everybody reads the shared ones by GET
 * /v1/page-recipes; their version stands in the header `x-page-recipes` of each answer to somebody who is signed in.
 */
export const PAGE_RECIPES_HEADER = "x-page-recipes"

/** Of how many sites a team has places, proposed and shared ones together. */
export const MAX_RECIPE_SITES = 200
/** How many sites one person may have proposed before an admin decides, so that nobody takes up all of the team's. */
export const MAX_OPEN_PROPOSALS = 20

export const recipeProposal = z.object({ recipe: pageRecipe })
export type RecipeProposal = z.infer<typeof recipeProposal>
/** "shared": the team has these places already, so there is nothing to decide. */
export const recipeProposed = z.object({ state: z.enum(["proposed", "shared"]) })
export type RecipeProposed = z.infer<typeof recipeProposed>

export const sharedRecipes = z.object({ version: count, recipes: answerList(pageRecipe) })
export type SharedRecipes = z.infer<typeof sharedRecipes>

/** The origin that the places belong to. */
const site = textUpTo(200)
/** `hash` identifies the places. `proposedBy` and `decidedBy` are null if the relay no longer knows the person. */
const storedRecipe = z.object({
  site,
  state: z.enum(["proposed", "shared", "declined"]),
  hash: textUpTo(64),
  recipe: pageRecipe,
  proposedBy: z.nullable(line),
  proposedAt: instant,
  decidedBy: z.nullable(line),
  decidedAt: z.nullable(instant)
})
export type StoredRecipe = z.infer<typeof storedRecipe>
export const storedRecipes = z.object({ recipes: answerList(storedRecipe) })
export type StoredRecipes = z.infer<typeof storedRecipes>

/** `hash` is that of the places that were looked at: if others were proposed meanwhile, 409 "proposal-changed". */
export const recipeDecision = z.object({ site, hash: textUpTo(64), share: z.boolean() })
export type RecipeDecision = z.infer<typeof recipeDecision>
export const recipeTakeBack = z.object({ site })

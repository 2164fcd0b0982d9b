import * as wire from "../operating/helpdesk-pages.ts"
import { answer, describeRoutes, UNMASKED } from "./describe/operation.ts"
import { fitReport } from "../operating/helpdesk-pages.ts"
import { correctionsAnswer } from "../operating/helpdesk-pages.ts"

export const pageRecipeOperations = describeRoutes({
  "GET /v1/page-recipes": {
    summary:
      "Where pages of sites have their tickets, as the team shares it. Each answer to somebody signed in tells their version in the header x-page-recipes.",
    who: "agent",
    answers: { 200: answer("The shared places", wire.sharedRecipes) }
  },
  "POST /v1/page-recipes": {
    summary: "Proposes the places of a site to the team. They replace the site's former proposal.",
    who: "agent",
    body: wire.recipeProposal,
    unmasked: "page-recipe",
    answers: { 200: answer("What becomes of them", wire.recipeProposed), 422: UNMASKED }
  },
  "GET /v1/admin/page-recipes": {
    summary: "Lists what is proposed, shared and declined.",
    who: "admin",
    answers: { 200: answer("Places by site", wire.storedRecipes) }
  },
  "POST /v1/admin/page-recipes/decide": {
    summary: "Shares the places that were looked at, or declines them. 409 if others were proposed meanwhile.",
    who: "admin",
    body: wire.recipeDecision,
    unmasked: "admin",
    answers: { 204: answer("Decided") }
  },
  "POST /v1/admin/page-recipes/take-back": {
    summary: "Takes the shared places of a site back.",
    who: "admin",
    body: wire.recipeTakeBack,
    unmasked: "admin",
    answers: { 204: answer("Taken back") }
  }
})

export const pageFitOperations = describeRoutes({
  "POST /v1/page-fits": {
    summary: "Count which parts of a helpdesk's pages fit. No word of a page, no ticket, no person.",
    who: "agent",
    body: fitReport,
    unmasked: "page-fits",
    answers: { 204: answer("Counted") }
  }
})

export const correctionOperations = describeRoutes({
  "GET /v1/corrections": {
    summary:
      "Corrected selectors of helpdesks' pages, as a signed file. Each answer to somebody signed in tells their version in the header x-corrections.",
    who: "agent",
    answers: { 200: answer("The signed file, or null", correctionsAnswer) }
  }
})

import { answer, describeRoutes, UNMASKED } from "./describe/operation.ts"
import * as z from "zod/mini"
import {
  answerList,
  count,
  instant,
  line,
  textUpTo,
  day,
  helpdesk,
  largeCount,
  list,
  softwareVersion,
  ordinal
} from "../fields.ts"
import { PAGE_PARTS } from "../../ticket/page-part.ts"
import { pageRecipe } from "../picking/picking.ts"

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
const recipeProposed = z.object({ state: z.enum(["proposed", "shared"]) })
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
const recipeDecision = z.object({ site, hash: textUpTo(64), share: z.boolean() })
export type RecipeDecision = z.infer<typeof recipeDecision>
const recipeTakeBack = z.object({ site })

/**
 * How the pages of helpdesks fit what this version knows: POST /v1/page-fits counts it. It holds no word of a page, no
 * ticket and no person.
 */

/** The part that stands for all of them: a page of which each part fits. */
export const EVERY_PART = "every part"
export const FIT_PARTS = [...PAGE_PARTS, EVERY_PART] as const
export type FitPart = (typeof FIT_PARTS)[number]

/** What one browser counted since it last told. */
export const fitReport = z.object({
  extension: softwareVersion,
  counts: list(
    z.object({
      helpdesk,
      /** A part that doesn't fit, or every part that does. */
      part: z.enum(FIT_PARTS),
      /** The helpdesk's version, where its page says it. */
      product: z.optional(softwareVersion),
      /** On how many tickets it was seen. */
      tickets: z.int32().check(z.minimum(1), z.maximum(1000)),
      /** Whether this browser tells of this part for the first time on this day (UTC). */
      first: z.boolean()
    }),
    50
  ).check(z.minLength(1))
})
export type FitReport = z.infer<typeof fitReport>

/** The counts of a day, in the answer of GET /v1/admin/status. `product` is "" where no page said it. */
const fitDay = z.object({
  day,
  helpdesk,
  part: z.enum(FIT_PARTS),
  extension: textUpTo(30),
  product: textUpTo(30),
  browsers: count,
  tickets: largeCount
})
export type FitDay = z.infer<typeof fitDay>
export const fitDays = answerList(fitDay)

/**
 * Corrected selectors of helpdesks' pages, as a signed file: `npm run relay -- corrections FILE` stores one, and
 * everybody who is signed in reads it by GET /v1/corrections. Its version stands in the header `x-corrections` of each
 * answer. The relay only stores it: browsers check the signature by a key that the relay doesn't know.
 */
export const CORRECTIONS_HEADER = "x-corrections"

/** Of a file: its UTF-16 units, its corrections, and the units of a selector. */
export const CORRECTION_LIMITS = { file: 65_536, corrections: 200, selector: 300 } as const

/** An Ed25519 signature in base64. */
const signature = z.string().check(z.maxLength(88), z.regex(/^[A-Za-z0-9+/]{86}==$/))
/** `payload` is JSON, `signature` signs its UTF-8 bytes. */
export const signedCorrections = z.strictObject({ payload: textUpTo(CORRECTION_LIMITS.file), signature })
export type SignedCorrections = z.infer<typeof signedCorrections>

const correction = z.strictObject({
  helpdesk,
  name: z.string().check(z.maxLength(60), z.regex(/^[A-Za-z][A-Za-z0-9]*$/)),
  selector: z.string().check(z.minLength(1), z.maxLength(CORRECTION_LIMITS.selector))
})
export type SelectorCorrection = z.infer<typeof correction>

/** What is signed. `serial` increases with each file, so that nobody can hand out an earlier one again. */
const correctionsPayload = z.strictObject({
  format: z.literal(1),
  serial: ordinal,
  made: day,
  corrections: list(correction, CORRECTION_LIMITS.corrections).check(
    z.refine((all) => new Set(all.map((one) => `${one.helpdesk} ${one.name}`)).size === all.length, {
      error: "the same selector is corrected twice"
    })
  )
})
export type CorrectionsPayload = z.infer<typeof correctionsPayload>

/** `file` is null if the team has none. */
export const correctionsAnswer = z.object({ version: count, file: z.nullable(signedCorrections) })
export type CorrectionsAnswer = z.infer<typeof correctionsAnswer>

/** What a relay says of the file that it has, without having checked its signature. */
export const correctionsStored = z.object({
  serial: count,
  made: day,
  helpdesks: answerList(z.object({ helpdesk, corrections: count }))
})
export type CorrectionsStored = z.infer<typeof correctionsStored>

/** Why a file isn't taken for a signed one. */
export type CorrectionsRefusal = "no-key" | "bad-key" | "no-ed25519" | "bad-signature" | "bad-file"
/**
 * What a browser does with the team's file. "applied" is the only one with which any selector is corrected. "unusable":
 * a page can't use the correction that is named.
 */
export type CorrectionsVerdict =
  | { state: "none" | CorrectionsRefusal }
  | { state: "replayed"; serial: number; accepted: number }
  | { state: "applied"; serial: number; made: string; corrections: SelectorCorrection[]; unusable?: string }

/**
 * Reads what was signed.
 * @returns the corrections, or a sentence that says what is wrong with them
 */
export function readCorrections(payload: string): CorrectionsPayload | { fault: string } {
  if (payload.length > CORRECTION_LIMITS.file)
    return { fault: `The corrections are longer than ${CORRECTION_LIMITS.file} characters.` }
  let value: unknown
  try {
    value = JSON.parse(payload)
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: `The corrections are no JSON: ${error.message}.` }
    throw error
  }
  const read = correctionsPayload.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const place = (issue?.path ?? []).join(".")
  const what = issue?.code === "too_big" ? "too long or too many" : (issue?.message ?? "unreadable")
  return { fault: `The corrections can't be used${place ? `: ${place}` : ""} (${what}).` }
}

export const pageRecipeOperations = describeRoutes({
  "GET /v1/page-recipes": {
    summary:
      "Where pages of sites have their tickets, as the team shares it. Each answer to somebody signed in tells their version in the header x-page-recipes.",
    who: "agent",
    answers: { 200: answer("The shared places", sharedRecipes) }
  },
  "POST /v1/page-recipes": {
    summary: "Proposes the places of a site to the team. They replace the site's former proposal.",
    who: "agent",
    body: recipeProposal,
    unmasked: "page-recipe",
    answers: { 200: answer("What becomes of them", recipeProposed), 422: UNMASKED }
  },
  "GET /v1/admin/page-recipes": {
    summary: "Lists what is proposed, shared and declined.",
    who: "admin",
    answers: { 200: answer("Places by site", storedRecipes) }
  },
  "POST /v1/admin/page-recipes/decide": {
    summary: "Shares the places that were looked at, or declines them. 409 if others were proposed meanwhile.",
    who: "admin",
    body: recipeDecision,
    unmasked: "admin",
    answers: { 204: answer("Decided") }
  },
  "POST /v1/admin/page-recipes/take-back": {
    summary: "Takes the shared places of a site back.",
    who: "admin",
    body: recipeTakeBack,
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

import { createHash } from "node:crypto"
import { sql, type Kysely } from "kysely"
import { readSiteHashing } from "../../masking-rules/site-hashing.ts"
import { pageRecipe } from "../../protocol/picking/picking.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { raiseRecipesVersion, RECIPES_VERSION } from "../../storage/page-recipes.ts"
import type { Schema } from "../../storage/schema.ts"
import { readSetting } from "../../storage/team-setting.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import { RECIPE_LIMITS, type PageRecipe } from "../../ticket/page-recipe.ts"
import {
  MAX_OPEN_PROPOSALS,
  MAX_RECIPE_SITES,
  type RecipeDecision,
  type RecipeProposed,
  type SharedRecipes,
  type StoredRecipes
} from "../../protocol/routes/helpdesk-pages.ts"

/**
 * Proposes the places of a site to the team. They replace the site's former proposal; what is shared stays in use until
 * an admin decides.
 * @throws Problem 400 "bad-recipe" with a sentence, 409 "too-many-recipes", 409 "sites-hashed"
 */
export async function proposeRecipe(
  db: Kysely<Schema>,
  recipe: PageRecipe,
  person: string,
  now: Date
): Promise<RecipeProposed> {
  requireUsable(recipe)
  const { site } = recipe
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, LOCK)
    // The places name the site, which such a team doesn't want to have stored.
    if ((await readSiteHashing(work)).key !== undefined)
      throw new Problem(
        409,
        "sites-hashed",
        "Your team has the addresses of helpdesks hashed. Places name the address, so they can't be shared."
      )
    const hash = hashOf(recipe)
    for (const state of ["shared", "proposed"] as const)
      if ((await findRecipe(work, site, state))?.hash === hash) return { state }
    await requireRoom(work, site, person)
    await removeRecipe(work, site, "proposed")
    await work
      .insertInto("page_recipes")
      .values({ site, state: "proposed", recipe: JSON.stringify(recipe), proposed_by: person, proposed_at: now })
      .execute()
    return { state: "proposed" }
  })
}

/**
 * Shares the places that were proposed for the site, or declines them.
 * @throws Problem 404 "no-proposal", 409 "proposal-changed" if others were proposed since the admin looked
 */
export async function decideRecipe(
  db: Kysely<Schema>,
  { site, hash, share }: RecipeDecision,
  person: string,
  now: Date
): Promise<void> {
  await db.transaction().execute(async (work) => {
    await lockInTransaction(work, LOCK)
    const proposal = await findRecipe(work, site, "proposed")
    if (!proposal)
      throw new Problem(404, "no-proposal", "No places are proposed for this site any more: load the list again.")
    if (proposal.hash !== hash)
      throw new Problem(
        409,
        "proposal-changed",
        "Other places were proposed for this site meanwhile, and nothing was decided: look at them first."
      )
    await moveRecipe(work, { site, from: "proposed", to: share ? "shared" : "declined" }, person, now)
    if (share) await raiseRecipesVersion(work)
    await writeAuditEntry(work, person, share ? "page-recipe-shared" : "page-recipe-declined", [site], now)
  })
}

/** Takes the shared places of the site back. Browsers no longer use them. Returns false if there are none. */
export async function takeRecipeBack(db: Kysely<Schema>, site: string, person: string, now: Date): Promise<boolean> {
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, LOCK)
    if (!(await moveRecipe(work, { site, from: "shared", to: "declined" }, person, now))) return false
    await raiseRecipesVersion(work)
    await writeAuditEntry(work, person, "page-recipe-taken-back", [site], now)
    return true
  })
}

/** Returns the shared places for the team's browsers. Places that this version can't read are left out. */
export async function readSharedRecipes(db: Kysely<Schema>): Promise<SharedRecipes> {
  const rows = await db
    .selectFrom("page_recipes")
    .select("recipe")
    .where("state", "=", "shared")
    .orderBy("site")
    .execute()
  return {
    version: Number((await readSetting(db, RECIPES_VERSION)) ?? 0),
    recipes: rows.flatMap(({ recipe }) => pageRecipe.safeParse(recipe).data ?? [])
  }
}

/** Lists what is proposed, shared and declined: what waits for an admin first, then by site. */
export async function listRecipes(db: Kysely<Schema>): Promise<StoredRecipes> {
  const rows = await db
    .selectFrom("page_recipes")
    .leftJoin("people as proposer", "proposer.id", "page_recipes.proposed_by")
    .leftJoin("people as decider", "decider.id", "page_recipes.decided_by")
    .select(["site", "state", "recipe", "proposed_at", "decided_at"])
    .select(["proposer.name as proposed_by", "decider.name as decided_by"])
    .orderBy(sql`array_position(array['proposed', 'shared', 'declined'], state)`)
    .orderBy("site")
    .execute()
  return {
    recipes: rows.flatMap(({ site, state, recipe, proposed_at, proposed_by, decided_at, decided_by }) => {
      const read = pageRecipe.safeParse(recipe).data
      if (!read) return []
      const proposal = {
        hash: hashOf(read),
        recipe: read,
        proposedBy: proposed_by,
        proposedAt: proposed_at.toISOString()
      }
      return [{ site, state, ...proposal, decidedBy: decided_by, decidedAt: decided_at?.toISOString() ?? null }]
    })
  }
}

const LOCK = "page recipes"

function requireUsable(recipe: PageRecipe): void {
  const { length } = JSON.stringify(recipe)
  if (length > RECIPE_LIMITS.whole)
    throw new Problem(
      400,
      "bad-recipe",
      `These places have ${length} characters, and ${RECIPE_LIMITS.whole} are allowed. Show the page anew, with fewer parts.`
    )
  if (!URL.canParse(recipe.site) || new URL(recipe.site).origin !== recipe.site)
    throw new Problem(400, "bad-recipe", "The site is not the origin of a website, such as https://desk.example.")
}

async function requireRoom(work: Kysely<Schema>, site: string, person: string): Promise<void> {
  const others = work
    .selectFrom("page_recipes")
    .select((recipes) => recipes.fn.count<string>("site").distinct().as("count"))
    .where("site", "!=", site)
  const open = await others.where("state", "=", "proposed").where("proposed_by", "=", person).executeTakeFirstOrThrow()
  if (Number(open.count) >= MAX_OPEN_PROPOSALS)
    throw new Problem(
      409,
      "too-many-recipes",
      `You have proposed places of ${MAX_OPEN_PROPOSALS} sites that no admin has decided on: ask one to do that first.`
    )
  const { count } = await others.where("state", "in", ["proposed", "shared"]).executeTakeFirstOrThrow()
  if (Number(count) >= MAX_RECIPE_SITES)
    throw new Problem(
      409,
      "too-many-recipes",
      `A team has places of ${MAX_RECIPE_SITES} sites at most: an admin has to take one back or decline one first.`
    )
}

async function findRecipe(work: Kysely<Schema>, site: string, state: "proposed" | "shared") {
  const row = await work
    .selectFrom("page_recipes")
    .select("recipe")
    .where("site", "=", site)
    .where("state", "=", state)
    .executeTakeFirst()
  const read = pageRecipe.safeParse(row?.recipe)
  return read.success ? { hash: hashOf(read.data) } : undefined
}

const removeRecipe = (work: Kysely<Schema>, site: string, state: "proposed" | "shared" | "declined") =>
  work.deleteFrom("page_recipes").where("site", "=", site).where("state", "=", state).execute()

/** Returns false if the site has none in the former state. What was in the later one is replaced. */
async function moveRecipe(
  work: Kysely<Schema>,
  { site, from, to }: { site: string; from: "proposed" | "shared"; to: "shared" | "declined" },
  person: string,
  now: Date
): Promise<boolean> {
  const standing = await work
    .selectFrom("page_recipes")
    .select("site")
    .where("site", "=", site)
    .where("state", "=", from)
    .executeTakeFirst()
  if (!standing) return false
  await removeRecipe(work, site, to)
  await work
    .updateTable("page_recipes")
    .set({ state: to, decided_by: person, decided_at: now })
    .where("site", "=", site)
    .where("state", "=", from)
    .execute()
  return true
}

/** The schema puts the properties in its own order, so that equal places have equal hashes. */
const hashOf = (recipe: PageRecipe) =>
  createHash("sha256")
    .update(JSON.stringify(pageRecipe.parse(recipe)))
    .digest("hex")

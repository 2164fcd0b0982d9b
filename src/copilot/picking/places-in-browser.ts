import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import { pageRecipe } from "../../protocol/picking/picking.ts"
import type { PageRecipe } from "../../ticket/page-recipe.ts"

/**
 * The places of sites that an agent has shown in this browser. They hold no text of a ticket, so they are kept as they
 * are. One that this version can't read is as good as none.
 */
export function createKeptRecipes(local: KeyValue) {
  let recipesBySite: Record<string, PageRecipe> | undefined
  /** The disk is read once in a worker's life, because every update of every panel asks. */
  const read = async (): Promise<Record<string, PageRecipe>> => {
    if (recipesBySite) return recipesBySite
    const stored = z.record(z.string(), z.unknown()).safeParse(await local.get(RECIPES)).data ?? {}
    const recipes = Object.values(stored).flatMap((one) => pageRecipe.safeParse(one).data ?? [])
    return (recipesBySite = Object.fromEntries(recipes.map((one) => [one.site, one])))
  }
  const save = async (next: Record<string, PageRecipe>) => {
    await local.set(RECIPES, next)
    recipesBySite = next
  }
  return {
    of: async (site: string): Promise<PageRecipe | undefined> => (await read())[site],
    async keep(recipe: PageRecipe): Promise<void> {
      const { [recipe.site]: _former, ...others } = await read()
      const newest = Object.entries(others).slice(-(MAX_RECIPES - 1))
      await save(Object.fromEntries([...newest, [recipe.site, recipe]]))
    },
    async forget(site: string): Promise<void> {
      const { [site]: _gone, ...others } = await read()
      await save(others)
    },
    /** Forgets everything after the storage was cleared. */
    forgetAll(): void {
      recipesBySite = undefined
    }
  }
}

const RECIPES = "page-recipes"
const MAX_RECIPES = 100

/** Whose places a tab's page is read by: those kept in this browser, or the team's. */
export type PlacesOf = "browser" | "team"

/** The tabs whose pages are read by places that are kept, also those that a former worker had read. */
export function createReadTabs(session: KeyValue) {
  let placesByTab: Record<string, PlacesOf> | undefined
  const read = async (): Promise<Record<string, PlacesOf>> => {
    if (placesByTab) return placesByTab
    const stored = z.record(z.string(), z.enum(["browser", "team"])).safeParse(await session.get(READ_TABS))
    return (placesByTab = stored.data ?? {})
  }
  return {
    of: async (tabId: number): Promise<PlacesOf | undefined> => (await read())[tabId],
    /** @param places undefined for places that are used once and not kept */
    async set(tabId: number, places: PlacesOf | undefined): Promise<void> {
      const { [tabId]: former, ...others } = await read()
      if (former === places) return
      const newest = Object.entries(others).slice(-(MAX_TABS - 1))
      placesByTab = Object.fromEntries(places ? [...newest, [tabId, places]] : newest)
      await session.set(READ_TABS, placesByTab)
    },
    /** Forgets everything after the storage was cleared. */
    forgetAll(): void {
      placesByTab = undefined
    }
  }
}

const READ_TABS = "picking-read"
const MAX_TABS = 100

import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import { pageRecipe } from "../../protocol/picking/page-recipe.ts"
import type { PageRecipe } from "../../ticket/page-recipe.ts"

/**
 * The places of sites that an agent has shown in this browser. They hold no text of a ticket, so they are kept as they
 * are. One that this version can't read is as good as none.
 */
export function createKeptRecipes(local: KeyValue) {
  const read = async (): Promise<Record<string, PageRecipe>> => {
    const kept = z.record(z.string(), z.unknown()).safeParse(await local.get(NAME))
    const recipes = Object.values(kept.success ? kept.data : {}).flatMap((one) => pageRecipe.safeParse(one).data ?? [])
    return Object.fromEntries(recipes.map((one) => [one.site, one]))
  }
  return {
    of: async (site: string): Promise<PageRecipe | undefined> => (await read())[site],
    async keep(recipe: PageRecipe): Promise<void> {
      const { [recipe.site]: _former, ...others } = await read()
      const newest = Object.entries(others).slice(-(MOST - 1))
      await local.set(NAME, Object.fromEntries([...newest, [recipe.site, recipe]]))
    },
    async forget(site: string): Promise<void> {
      const { [site]: _gone, ...others } = await read()
      await local.set(NAME, others)
    }
  }
}

const NAME = "page-recipes"
const MOST = 100

import type { CommandAnswer } from "../../protocol/panel.ts"
import type { PageRecipe } from "../../ticket/page-recipe.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import type { Account } from "../session/account.ts"
import { unmaskedBody } from "../relay-client/egress.ts"

/**
 * Proposes the places of a site to the team. An admin decides at the relay. A team that has its sites hashed is sent no
 * places, because they name the site.
 */
export async function shareRecipe(account: Account, recipe: PageRecipe | undefined): Promise<CommandAnswer> {
  if (!recipe) return { ok: false, code: "no-recipe" }
  await account.rules.ready()
  if ((await account.rules.siteOf(recipe.site)) !== recipe.site) return { ok: false, code: "sites-hashed" }
  try {
    const { state } = await account.relay.call(
      "POST /v1/page-recipes",
      { body: unmaskedBody("POST /v1/page-recipes", { recipe }) },
      new AbortController().signal
    )
    return { ok: true, proposed: state }
  } catch (error) {
    if (!(error instanceof RelayFault)) throw error
    await account.heard(error)
    return { ok: false, code: error.code, message: error.message }
  }
}

import * as z from "zod/mini"
import type { CommandAnswer, PanelCommand, PanelState } from "../../protocol/panel.ts"
import { pageRecipe } from "../../protocol/picking/page-recipe.ts"
import { pickAnswer, pickedRecipe, type PickState, type ToPicker } from "../../protocol/picking/picking.ts"
import type { FromPage } from "../../protocol/page.ts"
import type { PageRecipe } from "../../ticket/page-recipe.ts"
import { managedPolicy } from "../session/managed-policy.ts"
import { PageError } from "../ticket/page-client.ts"
import type { Services } from "../ticket/ticket-state.ts"
import { createKeptRecipes } from "./kept-recipes.ts"
import { maskPicked, pickingView, textsOf, type MaskedTexts } from "./mask-picked.ts"

export type PickCommand = Extract<PanelCommand, { kind: `panel-pick-${string}` | `panel-recipe-${string}` }>

/**
 * Shows where a page has its ticket, and has it read there. The page itself knows what was pointed at; here is only what
 * the panel shows of it, masked. A worker that has just started asks the page again.
 * @param changed is called when panels have something else to show
 */
export function createPicking(
  { browser, page, tabs, egress }: Pick<Services, "browser" | "page" | "tabs" | "egress">,
  changed: () => void,
  failed: (error: unknown) => Promise<void>
) {
  const recipes = createKeptRecipes(browser.local)
  const shown = new Map<number, { state: PickState; texts?: MaskedTexts | undefined }>()
  /** By tab: what of a ticket is no longer where it was shown. */
  const unfit = new Map<number, "subject" | "messages">()
  let known: Promise<Set<number>> | undefined

  /** The tabs in which somebody is pointing, also those of a former worker. */
  const underWay = () => (known ??= readTabs(browser.session))
  const mark = async (tabId: number, on: boolean) => {
    const all = await underWay()
    if (on) all.add(tabId)
    else {
      all.delete(tabId)
      shown.delete(tabId)
    }
    await browser.session.set(NAME, [...all])
    changed()
  }
  let masking = 0
  const show = async (tabId: number, state: PickState) => {
    const turn = ++masking
    const { texts } = shown.get(tabId) ?? {}
    // The step is shown at once, and texts as soon as they are masked.
    shown.set(tabId, { state, texts: texts?.of === textsOf(state) ? texts : undefined })
    changed()
    if (shown.get(tabId)?.texts || !hasTexts(state)) return
    const masked = await maskPicked(egress, state)
    // A later state may be on its way.
    if (turn !== masking || !shown.has(tabId)) return
    shown.set(tabId, { state, texts: masked })
    changed()
  }
  /** Returns false if the page has no picker any more. */
  const asked = async (tabId: number, question: ToPicker): Promise<boolean> => {
    const answer = await page.picker(tabId, question, pickAnswer)
    if (!answer?.ok) {
      await mark(tabId, false)
      return false
    }
    void show(tabId, answer.state).catch(failed)
    return true
  }
  const use = async (tabId: number, recipe: PageRecipe, choices?: z.infer<typeof pickedRecipe> & { ok: true }) => {
    try {
      await browser.contentScripts.injectDesk(tabId)
    } catch {
      // The browser refuses it on a site that isn't allowed, and the tab may have gone.
      return { ok: false as const, code: "site-off" }
    }
    try {
      await page.useRecipe(tabId, { recipe, ...(choices ? { choices: choices.choices } : {}) })
      return { ok: true as const }
    } catch (error) {
      if (!(error instanceof PageError)) throw error
      return { ok: false as const, code: error.notice.code }
    }
  }

  return {
    recipes,
    /** Returns what a panel shows of the tab. @param tabId undefined for any tab in which somebody is pointing */
    async of(tabId: number | undefined): Promise<Pick<PanelState, "picking" | "taught">> {
      const all = await underWay()
      const at = tabId ?? [...all].at(-1)
      if (at === undefined) return {}
      if (all.has(at) && !shown.has(at)) await asked(at, { kind: "pick-look" }).catch(failed)
      const picked = shown.get(at)
      const part = unfit.get(at)
      return {
        ...(picked ? { picking: { tabId: at, ...pickingView(picked.state, picked.texts) } } : {}),
        ...(part && tabId !== undefined ? { taught: { tabId: at, part } } : {})
      }
    },
    /** Reads a page that has loaded by the places that are kept of its site. */
    async loaded(tabId: number): Promise<void> {
      unfit.delete(tabId)
      if ((await underWay()).has(tabId)) await asked(tabId, { kind: "pick-look" })
      const address = await browser.tabs.addressOf(tabId)
      const site = address === undefined ? undefined : new URL(address).origin
      const recipe = site === undefined ? undefined : await recipes.of(site)
      if (recipe && (await managedPolicy(browser)).allows(recipe.site)) await use(tabId, recipe)
    },
    async heard(
      tabId: number,
      said: Extract<FromPage, { kind: "pick-changed" | "pick-stopped" | "recipe-unfit" | "recipe-fits" }>
    ): Promise<void> {
      if (said.kind === "pick-changed") return (await underWay()).has(tabId) ? show(tabId, said.state) : undefined
      if (said.kind === "pick-stopped") return mark(tabId, false)
      if (said.kind === "recipe-unfit") unfit.set(tabId, said.part)
      else unfit.delete(tabId)
      changed()
    },
    async run(command: PickCommand): Promise<CommandAnswer> {
      switch (command.kind) {
        case "panel-pick-start": {
          const tabId = "tabId" in command.of ? command.of.tabId : (await tabs.byKey(command.of.ticket))?.tabId
          if (tabId === undefined) return { ok: false, code: "other-ticket" }
          try {
            await browser.contentScripts.injectPicker(tabId)
          } catch {
            return { ok: false, code: "site-off" }
          }
          await mark(tabId, true)
          return (await asked(tabId, { kind: "pick-start", words: command.words }))
            ? { ok: true }
            : { ok: false, code: "site-off" }
        }
        case "panel-pick-act":
          return (await asked(command.tabId, { kind: "pick-act", act: command.act })) ? { ok: true } : GONE
        case "panel-pick-read": {
          const made = await page.picker(command.tabId, { kind: "pick-finish" }, pickedRecipe)
          if (!made?.ok) return { ok: false, code: "pick-unfinished" }
          await mark(command.tabId, false)
          if (command.remember) await recipes.keep(made.recipe)
          return use(command.tabId, made.recipe, made)
        }
        case "panel-pick-stop":
          await page.picker(command.tabId, { kind: "pick-stop" }, pickAnswer)
          await mark(command.tabId, false)
          return { ok: true }
        case "panel-recipe-export": {
          const recipe = await recipes.of(command.site)
          return recipe ? { ok: true, recipe } : { ok: false, code: "no-recipe" }
        }
        case "panel-recipe-import": {
          const read = pageRecipe.safeParse(command.recipe)
          if (!read.success) return { ok: false, code: "bad-recipe" }
          if (read.data.site !== command.site) return { ok: false, code: "recipe-of-other-site" }
          const used = await use(command.tabId, read.data)
          if (used.ok) await recipes.keep(read.data)
          return used
        }
        case "panel-recipe-forget":
          await recipes.forget(command.site)
          return { ok: true }
      }
    }
  }
}

const hasTexts = ({ subject, messages }: PickState) => subject !== undefined || messages.length > 0
const GONE: CommandAnswer = { ok: false, code: "pick-gone" }
const NAME = "picking"

async function readTabs(session: { get(name: string): Promise<unknown> }): Promise<Set<number>> {
  const kept = z.array(z.number()).safeParse(await session.get(NAME))
  return new Set(kept.success ? kept.data : [])
}

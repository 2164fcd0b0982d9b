import * as z from "zod/mini"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import { pageRecipe } from "../../protocol/picking/page-recipe.ts"
import type { PanelPlaces } from "../../protocol/picking/pick-commands.ts"
import {
  pickAnswer,
  pickedRecipe,
  type MessageChoices,
  type PickState,
  type ToPicker
} from "../../protocol/picking/picking.ts"
import type { FromPage } from "../../protocol/page.ts"
import { TAUGHT_PAGE, type PageRecipe, type UnreadHelpdeskId } from "../../ticket/page-recipe.ts"
import { managedPolicy } from "../session/managed-policy.ts"
import { PageError } from "../ticket/page-client.ts"
import type { Services } from "../ticket/ticket-state.ts"
import { createBeginAgain } from "./begin-again.ts"
import { createKeptRecipes } from "./kept-recipes.ts"
import { isSiteOn, isTabAllowed, isWebOrigin } from "../ticket/site-switch.ts"
import { maskPicked, pickingView, textsOf, type MaskedTexts } from "./mask-picked.ts"
import { createReadTabs, type PlacesOf } from "./read-tabs.ts"
import { shareRecipe } from "./share-recipe.ts"

export type PickCommand = Extract<PanelCommand, { kind: `panel-pick-${string}` | `panel-recipe-${string}` }>

/**
 * Shows where a page has its ticket, and has it read there. The page itself knows what was pointed at; here is only
 * what the panel shows of it, masked. A worker that has just started asks the page again.
 * @param changed is called when panels have something else to show
 */
export function createPicking(
  { browser, page, tabs, egress, account }: Pick<Services, "browser" | "page" | "tabs" | "egress" | "account">,
  changed: () => void,
  failed: (error: unknown) => Promise<void>
) {
  const recipes = createKeptRecipes(browser.local)
  const readTabs = createReadTabs(browser.session)
  const shown = new Map<number, { state: PickState; texts?: MaskedTexts | undefined }>()
  /** By tab: what of a ticket is no longer where it was shown. */
  const unfit = new Map<number, "subject" | "messages">()
  /** By tab: a helpdesk that has to be shown, and its site. */
  const unread = new Map<number, { helpdesk: UnreadHelpdeskId; site: string }>()
  const beginning = createBeginAgain({ browser, page })
  /** The tabs in which pointing ended because the page was left: its next page may be on its way, or has come. */
  const lost = new Map<number, "leaving" | "left">()
  let known: Promise<Set<number>> | undefined

  /** The tabs in which somebody is pointing, also those of a former worker. */
  const underWay = () => (known ??= readPointing(browser.session))
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
  /** Returns false if the page has no picker any more, or is no longer one that the organisation allows. */
  const asked = async (tabId: number, question: ToPicker): Promise<boolean> => {
    const answer = (await isTabAllowed(browser, tabId)) && (await page.picker(tabId, question, pickAnswer))
    if (!answer || !answer.ok) {
      lost.set(tabId, "leaving")
      await mark(tabId, false)
      return false
    }
    void show(tabId, answer.state).catch(failed)
    return true
  }
  /** @param of whose places they are; undefined if they are used once */
  const use = async (
    { tabId, recipe, of }: { tabId: number; recipe: PageRecipe; of: PlacesOf | undefined },
    choices?: MessageChoices
  ) => {
    if (!(await isTabAllowed(browser, tabId))) return FORBIDDEN
    try {
      await browser.contentScripts.injectDesk(tabId)
    } catch {
      // The browser refuses it on a site that isn't allowed, and the tab may have gone.
      return { ok: false as const, code: "site-off" }
    }
    try {
      // It is noted first, because the page tells of its ticket at once.
      await readTabs.set(tabId, of)
      await page.useRecipe(tabId, { recipe, ...(choices ? { choices } : {}) })
      return { ok: true as const }
    } catch (error) {
      if (!(error instanceof PageError)) throw error
      return { ok: false as const, code: error.notice.code }
    }
  }

  /** What a panel shows of the places by which the tab's page is read. */
  const placesIn = async (tabId: number): Promise<PanelPlaces["places"]> => {
    const of = await readTabs.of(tabId)
    const site = of && (await siteOf(browser, tabId))
    if (of === undefined || site === undefined) return undefined
    const [own, team] = await Promise.all([recipes.of(site), account.recipes.known(site)])
    const shared = team && (own && JSON.stringify(own) === JSON.stringify(team) ? "same" : "other")
    return { of, ...(own ? { kept: true as const } : {}), ...(shared ? { shared } : {}) }
  }
  /** Goes on with pointing in a page that has loaded, or says that it ended. */
  const goOn = async (tabId: number): Promise<void> => {
    if (await asked(tabId, { kind: "pick-look" })) return
    const mayPoint = (await isTabAllowed(browser, tabId)) && !(await managedPolicy(browser)).isOff("shownPages")
    const state = mayPoint ? await beginning.again(tabId, await siteOf(browser, tabId)) : undefined
    if (!state) {
      lost.set(tabId, "left")
      return changed()
    }
    lost.delete(tabId)
    await mark(tabId, true)
    void show(tabId, state).catch(failed)
  }
  /** Reads a page that has loaded by the places of its site: this browser's own, or else the team's. */
  const loaded = async (tabId: number): Promise<void> => {
    unfit.delete(tabId)
    if ((await underWay()).has(tabId) || lost.get(tabId) === "leaving") await goOn(tabId)
    else lost.delete(tabId)
    const site = await siteOf(browser, tabId)
    if (site === undefined || !(await managedPolicy(browser)).allows(site, TAUGHT_PAGE)) return
    const own = await recipes.of(site)
    if (own) return void (await use({ tabId, recipe: own, of: "browser" }))
    // A tab may be readable for a moment only, because its person pressed the extension's icon there.
    if (!(await isSiteOn(browser, site)) || !(await account.unlock())) return
    const team = await account.recipes.current(site)
    if (team) await use({ tabId, recipe: team, of: "team" })
  }

  return {
    /** Returns what a panel shows of the tab. @param tabId undefined for any tab in which somebody is pointing */
    async of(tabId: number | undefined): Promise<PanelPlaces> {
      const all = await underWay()
      const at = tabId ?? [...all].at(-1)
      if (at === undefined) return {}
      if (all.has(at) && !shown.has(at)) await asked(at, { kind: "pick-look" }).catch(failed)
      const picked = shown.get(at)
      const part = unfit.get(at)
      const wanted = tabId === undefined ? undefined : unread.get(tabId)
      const isThere = wanted !== undefined && wanted.site === (await siteOf(browser, at))
      const places = tabId === undefined ? undefined : await placesIn(tabId)
      return {
        ...(places ? { places } : {}),
        ...(picked ? { picking: { tabId: at, ...pickingView(picked.state, picked.texts) } } : {}),
        ...(part && tabId !== undefined ? { taught: { tabId: at, part } } : {}),
        ...(tabId !== undefined && lost.has(tabId) ? { pickLost: true as const } : {}),
        ...(isThere ? { unread: { tabId: at, helpdesk: wanted.helpdesk } } : {})
      }
    },
    loaded,
    /** Forgets what was pointed at in a tab that was closed. */
    async closed(tabId: number): Promise<void> {
      unfit.delete(tabId)
      unread.delete(tabId)
      lost.delete(tabId)
      if ((await underWay()).has(tabId)) await mark(tabId, false)
    },
    /** Reads the page in front if it is of a site that was just allowed, because it has loaded already. */
    async allowed(origin: string): Promise<void> {
      const front = await browser.tabs.inFront()
      if (front && (await siteOf(browser, front.id)) === origin) await loaded(front.id)
    },
    /** Forgets everything after the storage was cleared. */
    forget(): void {
      recipes.forgetAll()
      readTabs.forgetAll()
      shown.clear()
      unfit.clear()
      unread.clear()
      lost.clear()
      known = undefined
    },
    async heard(
      { id: tabId, url }: { id: number; url: string },
      said: Extract<FromPage, { kind: `pick-${string}` | `recipe-${string}` }>
    ): Promise<void> {
      if (said.kind === "pick-changed") return (await underWay()).has(tabId) ? show(tabId, said.state) : undefined
      if (said.kind === "pick-stopped") return mark(tabId, false)
      if (said.kind === "recipe-wanted") unread.set(tabId, { helpdesk: said.helpdesk, site: new URL(url).origin })
      else if (said.kind === "recipe-unfit") unfit.set(tabId, said.part)
      else unfit.delete(tabId)
      changed()
    },
    async run(command: PickCommand): Promise<CommandAnswer> {
      if (TEACHING.has(command.kind) && (await managedPolicy(browser)).isOff("shownPages"))
        return { ok: false, code: "switched-off" }
      switch (command.kind) {
        case "panel-pick-start": {
          const tabId = "tabId" in command.of ? command.of.tabId : (await tabs.byKey(command.of.ticket))?.tabId
          if (tabId === undefined) return { ok: false, code: "other-ticket" }
          if (!(await isTabAllowed(browser, tabId))) return FORBIDDEN
          try {
            await browser.contentScripts.injectPicker(tabId)
          } catch {
            return { ok: false, code: "site-off" }
          }
          const started = await page.picker(tabId, { kind: "pick-start", words: command.words }, pickAnswer)
          if (!started?.ok) return { ok: false, code: "site-off" }
          // Only now: a panel that is shown asks the page of a marked tab, and before it has started the answer is no.
          lost.delete(tabId)
          await mark(tabId, true)
          void show(tabId, started.state).catch(failed)
          await beginning.note(tabId, started.state.site, command.words)
          return { ok: true }
        }
        case "panel-pick-act":
          return (await asked(command.tabId, { kind: "pick-act", act: command.act })) ? { ok: true } : GONE
        case "panel-pick-read": {
          if (!(await isTabAllowed(browser, command.tabId))) return FORBIDDEN
          const made = await page.picker(command.tabId, { kind: "pick-finish" }, pickedRecipe)
          if (!made?.ok) return { ok: false, code: "pick-unfinished" }
          await mark(command.tabId, false)
          if (command.remember) await recipes.keep(made.recipe)
          const of = command.remember ? "browser" : undefined
          return use({ tabId: command.tabId, recipe: made.recipe, of }, made.choices)
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
          const used = await use({ tabId: command.tabId, recipe: read.data, of: "browser" })
          if (used.ok) await recipes.keep(read.data)
          return used
        }
        case "panel-recipe-forget":
          await recipes.forget(command.site)
          changed()
          return { ok: true }
        case "panel-recipe-share":
          return shareRecipe(account, await recipes.of(command.site))
      }
    }
  }
}

const hasTexts = ({ subject, messages }: PickState) => subject !== undefined || messages.length > 0
/** What teaches a page, or hands on what was taught. The rest looks at it, ends it or takes it away. */
const TEACHING = new Set<PickCommand["kind"]>([
  "panel-pick-start",
  "panel-pick-read",
  "panel-recipe-import",
  "panel-recipe-share"
])
const FORBIDDEN = { ok: false as const, code: "policy" }
const GONE: CommandAnswer = { ok: false, code: "pick-gone" }
const NAME = "picking"

/** Returns undefined if the browser doesn't tell the tab's address, or if it isn't a website's. */
async function siteOf({ tabs }: Services["browser"], tabId: number): Promise<string | undefined> {
  const address = await tabs.addressOf(tabId)
  return isWebOrigin(address) ? new URL(address).origin : undefined
}

async function readPointing(session: { get(name: string): Promise<unknown> }): Promise<Set<number>> {
  const kept = z.array(z.number()).safeParse(await session.get(NAME))
  return new Set(kept.success ? kept.data : [])
}

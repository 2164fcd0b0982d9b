import * as z from "zod/mini"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { PanelPlaces } from "../../protocol/picking/pick-commands.ts"
import {
  pageRecipe,
  pickAnswer,
  pickedRecipe,
  type MessageChoices,
  type PickState,
  type ToPicker
} from "../../protocol/picking/picking.ts"
import type { FromPage } from "../../protocol/page.ts"
import { TAUGHT_PAGE, type PageRecipe, type UnreadHelpdeskId } from "../../ticket/page-recipe.ts"
import { managedPolicy } from "../session/managed-policy.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import type { Services } from "../ticket/ticket-state.ts"
import { createBeginAgain } from "./begin-again.ts"
import { createKeptRecipes, createReadTabs, type PlacesOf } from "./places-in-browser.ts"
import { isSiteOn, isTabAllowed, isWebOrigin } from "../ticket/site-switch.ts"
import { maskPicked, pickingView, textsOf, type MaskedTexts } from "./mask-picked.ts"
import { shareRecipe } from "./share-recipe.ts"

export type PickCommand = Extract<PanelCommand, { kind: `panel-pick-${string}` | `panel-recipe-${string}` }>

/**
 * Shows where a page has its ticket, and has it read there. The page itself knows what was pointed at; here is only
 * what the panel shows of it, masked. A worker that has just started asks the page again.
 * @param changed is called when panels have something else to show
 */
export class Picking {
  readonly #browser: Services["browser"]
  readonly #page: Services["page"]
  readonly #tabs: Services["tabs"]
  readonly #egress: Services["egress"]
  readonly #account: Services["account"]
  readonly #changed: () => void
  readonly #onFailure: (error: unknown) => Promise<void>
  readonly #recipes: ReturnType<typeof createKeptRecipes>
  readonly #readTabs: ReturnType<typeof createReadTabs>
  readonly #shown = new Map<number, { state: PickState; texts?: MaskedTexts | undefined }>()
  /** By tab: what of a ticket is no longer where it was shown. */
  readonly #unfit = new Map<number, "subject" | "messages">()
  /** By tab: a helpdesk that has to be shown, and its site. */
  readonly #unread = new Map<number, { helpdesk: UnreadHelpdeskId; site: string }>()
  readonly #beginning: ReturnType<typeof createBeginAgain>
  /** The tabs in which pointing ended because the page was left: its next page may be on its way, or has come. */
  readonly #lost = new Map<number, "leaving" | "left">()
  #pointing: Promise<Set<number>> | undefined
  #masking = 0

  constructor(
    { browser, page, tabs, egress, account }: Pick<Services, "browser" | "page" | "tabs" | "egress" | "account">,
    changed: () => void,
    onFailure: (error: unknown) => Promise<void>
  ) {
    this.#browser = browser
    this.#page = page
    this.#tabs = tabs
    this.#egress = egress
    this.#account = account
    this.#changed = changed
    this.#onFailure = onFailure
    this.#recipes = createKeptRecipes(browser.local)
    this.#readTabs = createReadTabs(browser.session)
    this.#beginning = createBeginAgain({ browser, page })
  }

  /** Returns what a panel shows of the tab. @param tabId undefined for any tab in which somebody is pointing */
  async of(tabId: number | undefined): Promise<PanelPlaces> {
    const all = await this.#underWay()
    const at = tabId ?? [...all].at(-1)
    if (at === undefined) return {}
    if (all.has(at) && !this.#shown.has(at)) await this.#ask(at, { kind: "pick-look" }).catch(this.#onFailure)
    const picked = this.#shown.get(at)
    const part = this.#unfit.get(at)
    const wanted = tabId === undefined ? undefined : this.#unread.get(tabId)
    const isThere = wanted !== undefined && wanted.site === (await siteOf(this.#browser, at))
    const places = tabId === undefined ? undefined : await this.#placesIn(tabId)
    return {
      ...(places ? { places } : {}),
      ...(picked ? { picking: { tabId: at, ...pickingView(picked.state, picked.texts) } } : {}),
      ...(part && tabId !== undefined ? { taught: { tabId: at, part } } : {}),
      ...(tabId !== undefined && this.#lost.has(tabId) ? { pickLost: true as const } : {}),
      ...(isThere ? { unread: { tabId: at, helpdesk: wanted.helpdesk } } : {})
    }
  }

  /** Forgets what was pointed at in a tab that was closed. */
  async closed(tabId: number): Promise<void> {
    this.#unfit.delete(tabId)
    this.#unread.delete(tabId)
    this.#lost.delete(tabId)
    if ((await this.#underWay()).has(tabId)) await this.#mark(tabId, false)
  }

  /** Reads the page in front if it is of a site that was just allowed, because it has loaded already. */
  async allowed(origin: string): Promise<void> {
    const front = await this.#browser.tabs.inFront()
    if (front && (await siteOf(this.#browser, front.id)) === origin) await this.loaded(front.id)
  }

  /** Forgets everything after the storage was cleared. */
  forget(): void {
    this.#recipes.forgetAll()
    this.#readTabs.forgetAll()
    this.#shown.clear()
    this.#unfit.clear()
    this.#unread.clear()
    this.#lost.clear()
    this.#pointing = undefined
  }

  async heard(
    { id: tabId, url }: { id: number; url: string },
    said: Extract<FromPage, { kind: `pick-${string}` | `recipe-${string}` }>
  ): Promise<void> {
    if (said.kind === "pick-changed")
      return (await this.#underWay()).has(tabId) ? this.#show(tabId, said.state) : undefined
    if (said.kind === "pick-stopped") return this.#mark(tabId, false)
    if (said.kind === "recipe-wanted") this.#unread.set(tabId, { helpdesk: said.helpdesk, site: new URL(url).origin })
    else if (said.kind === "recipe-unfit") this.#unfit.set(tabId, said.part)
    else this.#unfit.delete(tabId)
    this.#changed()
  }

  async run(command: PickCommand): Promise<CommandAnswer> {
    if (TEACHING.has(command.kind) && (await managedPolicy(this.#browser)).isOff("shownPages"))
      return { ok: false, code: "switched-off" }
    switch (command.kind) {
      case "panel-pick-start":
        return this.#start(command)
      case "panel-pick-act":
        return (await this.#ask(command.tabId, { kind: "pick-act", act: command.act })) ? { ok: true } : GONE
      case "panel-pick-read":
        return this.#finish(command)
      case "panel-pick-stop":
        await this.#page.picker(command.tabId, { kind: "pick-stop" }, pickAnswer)
        await this.#mark(command.tabId, false)
        return { ok: true }
      case "panel-recipe-export": {
        const recipe = await this.#recipes.of(command.site)
        return recipe ? { ok: true, recipe } : { ok: false, code: "no-recipe" }
      }
      case "panel-recipe-import":
        return this.#importRecipe(command)
      case "panel-recipe-forget":
        await this.#recipes.forget(command.site)
        this.#changed()
        return { ok: true }
      case "panel-recipe-share":
        return shareRecipe(this.#account, await this.#recipes.of(command.site))
    }
  }

  async #start({ of, words }: Extract<PickCommand, { kind: "panel-pick-start" }>): Promise<CommandAnswer> {
    const tabId = "tabId" in of ? of.tabId : (await this.#tabs.byKey(of.ticket))?.tabId
    if (tabId === undefined) return { ok: false, code: "other-ticket" }
    if (!(await isTabAllowed(this.#browser, tabId))) return FORBIDDEN
    try {
      await this.#browser.contentScripts.injectPicker(tabId)
    } catch {
      return { ok: false, code: "site-off" }
    }
    const answer = await this.#page.picker(tabId, { kind: "pick-start", words }, pickAnswer)
    if (!answer?.ok) return { ok: false, code: "site-off" }
    // Only now: a panel that is shown asks the page of a marked tab, and before it has started the answer is no.
    this.#lost.delete(tabId)
    await this.#mark(tabId, true)
    void this.#show(tabId, answer.state).catch(this.#onFailure)
    await this.#beginning.note(tabId, answer.state.site, words)
    return { ok: true }
  }

  /** Has the page read by what was pointed at. */
  async #finish({ tabId, remember }: Extract<PickCommand, { kind: "panel-pick-read" }>): Promise<CommandAnswer> {
    if (!(await isTabAllowed(this.#browser, tabId))) return FORBIDDEN
    const answer = await this.#page.picker(tabId, { kind: "pick-finish" }, pickedRecipe)
    if (!answer?.ok) return { ok: false, code: "pick-unfinished" }
    await this.#mark(tabId, false)
    if (remember) await this.#recipes.keep(answer.recipe)
    return this.#use({ tabId, recipe: answer.recipe, of: remember ? "browser" : undefined }, answer.choices)
  }

  async #importRecipe(command: Extract<PickCommand, { kind: "panel-recipe-import" }>): Promise<CommandAnswer> {
    const recipe = pageRecipe.safeParse(command.recipe)
    if (!recipe.success) return { ok: false, code: "bad-recipe" }
    if (recipe.data.site !== command.site) return { ok: false, code: "recipe-of-other-site" }
    const answer = await this.#use({ tabId: command.tabId, recipe: recipe.data, of: "browser" })
    if (answer.ok) await this.#recipes.keep(recipe.data)
    return answer
  }

  /** The tabs in which somebody is pointing, also those of a former worker. */
  #underWay() {
    return (this.#pointing ??= readPointing(this.#browser.session))
  }

  async #mark(tabId: number, on: boolean) {
    const all = await this.#underWay()
    if (on) all.add(tabId)
    else {
      all.delete(tabId)
      this.#shown.delete(tabId)
    }
    await this.#browser.session.set(NAME, [...all])
    this.#changed()
  }

  async #show(tabId: number, state: PickState) {
    const turn = ++this.#masking
    const { texts } = this.#shown.get(tabId) ?? {}
    // The step is shown at once, and texts as soon as they are masked.
    this.#shown.set(tabId, { state, texts: texts?.of === textsOf(state) ? texts : undefined })
    this.#changed()
    if (this.#shown.get(tabId)?.texts || !hasTexts(state)) return
    const masked = await maskPicked(this.#egress, state)
    // A later state may be on its way.
    if (turn !== this.#masking || !this.#shown.has(tabId)) return
    this.#shown.set(tabId, { state, texts: masked })
    this.#changed()
  }

  /** Returns false if the page has no picker any more, or is no longer one that the organisation allows. */
  async #ask(tabId: number, question: ToPicker): Promise<boolean> {
    const answer = (await isTabAllowed(this.#browser, tabId)) && (await this.#page.picker(tabId, question, pickAnswer))
    if (!answer || !answer.ok) {
      this.#lost.set(tabId, "leaving")
      await this.#mark(tabId, false)
      return false
    }
    void this.#show(tabId, answer.state).catch(this.#onFailure)
    return true
  }

  /** @param of whose places they are; undefined if they are used once */
  async #use(
    { tabId, recipe, of }: { tabId: number; recipe: PageRecipe; of: PlacesOf | undefined },
    choices?: MessageChoices
  ) {
    if (!(await isTabAllowed(this.#browser, tabId))) return FORBIDDEN
    try {
      await this.#browser.contentScripts.injectDesk(tabId)
    } catch {
      // The browser refuses it on a site that isn't allowed, and the tab may have gone.
      return { ok: false as const, code: "site-off" }
    }
    try {
      // It is noted first, because the page tells of its ticket at once.
      await this.#readTabs.set(tabId, of)
      await this.#page.useRecipe(tabId, { recipe, ...(choices ? { choices } : {}) })
      return { ok: true as const }
    } catch (error) {
      if (!(error instanceof HelpdeskPageFault)) throw error
      return { ok: false as const, code: error.notice.code }
    }
  }

  /** What a panel shows of the places by which the tab's page is read. */
  async #placesIn(tabId: number): Promise<PanelPlaces["places"]> {
    const of = await this.#readTabs.of(tabId)
    const site = of && (await siteOf(this.#browser, tabId))
    if (of === undefined || site === undefined) return undefined
    const [own, team] = await Promise.all([this.#recipes.of(site), this.#account.recipes.known(site)])
    const shared = team && (own && JSON.stringify(own) === JSON.stringify(team) ? "same" : "other")
    return { of, ...(own ? { kept: true as const } : {}), ...(shared ? { shared } : {}) }
  }

  /** Goes on with pointing in a page that has loaded, or says that it ended. */
  async #goOn(tabId: number): Promise<void> {
    if (await this.#ask(tabId, { kind: "pick-look" })) return
    const mayPoint =
      (await isTabAllowed(this.#browser, tabId)) && !(await managedPolicy(this.#browser)).isOff("shownPages")
    const state = mayPoint ? await this.#beginning.again(tabId, await siteOf(this.#browser, tabId)) : undefined
    if (!state) {
      this.#lost.set(tabId, "left")
      return this.#changed()
    }
    this.#lost.delete(tabId)
    await this.#mark(tabId, true)
    void this.#show(tabId, state).catch(this.#onFailure)
  }

  /** Reads a page that has loaded by the places of its site: this browser's own, or else the team's. */
  async loaded(tabId: number): Promise<void> {
    this.#unfit.delete(tabId)
    if ((await this.#underWay()).has(tabId) || this.#lost.get(tabId) === "leaving") await this.#goOn(tabId)
    else this.#lost.delete(tabId)
    const site = await siteOf(this.#browser, tabId)
    if (site === undefined || !(await managedPolicy(this.#browser)).allows(site, TAUGHT_PAGE)) return
    const own = await this.#recipes.of(site)
    if (own) return void (await this.#use({ tabId, recipe: own, of: "browser" }))
    // A tab may be readable for a moment only, because its person pressed the extension's icon there.
    if (!(await isSiteOn(this.#browser, site)) || !(await this.#account.unlock())) return
    const team = await this.#account.recipes.current(site)
    if (team) await this.#use({ tabId, recipe: team, of: "team" })
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
  return new Set(z.array(z.number()).safeParse(await session.get(NAME)).data)
}

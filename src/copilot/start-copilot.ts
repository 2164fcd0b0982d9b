import { fromPage, type FromPage } from "../protocol/page.ts"
import type { CommandAnswer, PanelCommand } from "../protocol/panel.ts"
import { pageMessage } from "../protocol/routes/calls/page-call.ts"
import type { Sender } from "../platform/messages.ts"
import { HELPDESK_NAMES } from "../ticket/names/helpdesk-names.ts"
import { TAUGHT_PAGE } from "../ticket/page-recipe.ts"
import { panelCommandSchema } from "./panel/command-schema.ts"
import { OUTBOX_ALARM } from "./outcome/deliver-outcomes.ts"
import { createServices, type AllServices } from "./services.ts"
import { noteApi, readApi } from "./helpdesk-api/read-api.ts"
import { keepTokenOfPage, offerApi } from "./helpdesk-api/offer-api.ts"
import { leave } from "./prepare/leave.ts"
import { openTicket } from "./prepare/open-ticket.ts"
import { createPageCalls } from "./panel/page-calls.ts"
import { runPanelCommand } from "./panel/panel-commands.ts"
import type { CopilotParts } from "./relay-client/copilot-parts.ts"
import { runPopupCommand } from "./panel/popup-commands.ts"
import type { PickCommand } from "./picking/picking.ts"
import { preparesLists } from "./prepare/prepare-list.ts"
import { allowedRelay, managedPolicy } from "./session/managed-policy.ts"
import { RELAY_ALARM } from "./session/relay-watch.ts"
import { checkEditorTone } from "./reply/editor-tone.ts"
import { isSiteOn, isWebOrigin } from "./ticket/site-switch.ts"
import { takeSelection } from "./ticket/take-selection.ts"
import { ticketKey, type HelpdeskTab } from "./ticket/tracked-tabs.ts"
import { createPendingPermissions } from "./panel/pending-permission.ts"

/**
 * Starts the extension's work. It has to be called at the top of the worker, because listeners that are added later
 * miss the event that woke it.
 */
export function startCopilot(given: CopilotParts): void {
  const { browser, clock } = given
  const parts = { ...given, relay: allowedRelay(given) }
  const whole = createServices(parts)
  const { tabs, panels, delivery, watch, refresh, account, sites } = whole
  const popup = {
    account,
    sites,
    kept: whole.counts,
    preparing: whole.services.preparing.state,
    prepare: async (choice: { on?: boolean | undefined; list?: boolean | undefined }) => {
      await whole.services.preparing.set(choice)
      if (choice.on) await refresh("all")
    },
    report: () => delivery.deliverNow(),
    refused: whole.refused,
    reset: () => whole.reset(),
    wipe: () => whole.wipe(),
    session: browser.session
  }
  const answerPage = createPageCalls(parts, account, () => panels.show())
  const wished = createPendingPermissions(browser, clock, async (wish) => {
    const answered = await runPopupCommand(popup, wish)
    // A panel without a ticket says whether the site in front is read.
    panels.show()
    if (answered.ok && wish.kind === "popup-site" && wish.on) {
      void lookAgain(whole).catch((error: unknown) => whole.services.reportError(error))
      void whole.picking.allowed(wish.origin).catch((error: unknown) => whole.services.reportError(error))
    }
    return answered
  })

  browser.messages.onMessage((message, sender) => {
    if (sender.own) {
      const command = panelCommandSchema.safeParse(message)
      if (command.success) return answer(command.data)
      const asked = pageMessage.safeParse(message)
      return asked.success ? answerPage(asked.data) : undefined
    }
    const said = fromPage.safeParse(message)
    return said.success && sender.tab ? heardFromPage(whole, said.data, sender.tab) : undefined
  })
  browser.ports.onConnect((port) => {
    if (port.name === "panel")
      panels.connect(port, () => {
        void refresh("all")
        void watch.ask()
      })
  })
  browser.tabs.onActivated((tabId, windowId) => void tabs.inFront(tabId, windowId).then(() => refresh()))
  browser.tabs.onAttached((tabId, windowId) => void tabs.inFront(tabId, windowId).then(() => refresh()))
  browser.tabs.onRemoved((tabId) => {
    void tabs.closed(tabId).then(async (before) => {
      await leftBehind(whole, before)
      await refresh()
    })
    void whole.picking.closed(tabId).catch((error: unknown) => whole.services.reportError(error))
  })
  browser.tabs.onLoaded((tabId) => {
    void stillThere(whole, tabId)
    void whole.picking.loaded(tabId).catch((error: unknown) => whole.services.reportError(error))
  })
  browser.windows.onFocused(
    (windowId) =>
      void browser.tabs.inFront(windowId).then(async (tab) => {
        if (tab && (await tabs.inFront(tab.id, windowId))) await refresh()
      })
  )
  browser.commands.onCommand((name, windowId) => {
    // This has to happen in the same task as the key press, or the browser refuses it.
    if (name === "open-panel" && windowId !== undefined) void browser.sidePanel.open(windowId)
    else if (name === "insert" || name === "next" || name === "say") panels.press(name, windowId)
  })
  browser.alarms.onAlarm((name) => {
    if (name === OUTBOX_ALARM) void delivery.deliver()
    if (name === RELAY_ALARM) void watch.ask()
  })
  browser.lifecycle.onInstalled(
    () => void sites.bringAnew().catch((error: unknown) => whole.services.reportError(error))
  )
  browser.permissions.onAdded(() => void wished.granted().then(() => lookAgain(whole)))
  browser.permissions.onRemoved((patterns) => void sites.takenAway(patterns).then(() => leaveSites(whole)))
  browser.managed.onChange(() => {
    // Pages that told of their ticket while nothing was read tell of it again.
    void leaveSites(whole)
      .then(() => whole.policyChanged())
      .then(() => lookAgain(whole))
  })
  void wake()

  async function answer(command: PanelCommand): Promise<CommandAnswer> {
    if ("key" in command) {
      whole.clearNotice()
      const state = whole.work(command.key) ?? (await workAgain(command.key))
      return state
        ? runPanelCommand(whole.services, state, command)
        : { ok: false, code: "other-ticket", message: "This ticket is no longer open in any tab." }
    }
    if (command.kind === "panel-refresh") {
      await Promise.all([watch.ask(), refresh("all")])
      return { ok: true }
    }
    if (command.kind === "panel-token-page") return keepTokenOfPage(whole.services, command)
    if (command.kind === "panel-take-selection") return takeSelection(whole.services, command.of)
    if (isPickCommand(command)) return whole.picking.run(command)
    if (command.kind === "popup-permission-request") {
      await wished.keep(command.wish)
      return { ok: true }
    }
    return command.kind === "popup-pair" || command.kind === "popup-site"
      ? wished.now(command)
      : runPopupCommand(popup, command)
  }

  /** If the worker died between two clicks, the tab still has the ticket. */
  async function workAgain(key: string) {
    const tab = await tabs.byKey(key)
    return tab && whole.workFor(tab)
  }

  /** Delivers what the last worker left undone, and deletes what is past its retention. */
  async function wake(): Promise<void> {
    await delivery.deliver()
    await account.store?.prune(clock.now() - KEEP_MS)
  }
}

/** How many milliseconds a ticket's drafts are kept, which is as long as at the relay. */
const KEEP_MS = 90 * 24 * 3600 * 1000

/** In milliseconds. */
const SCRIPT_MS = 500

async function heardFromPage(whole: AllServices, said: FromPage, tab: NonNullable<Sender["tab"]>): Promise<unknown> {
  const { tabs, refresh, workFor, isWatched, services, prepareList, fit, corrector } = whole
  const { origin } = new URL(tab.url)
  const policy = await managedPolicy(services.browser)
  if (said.kind === "recipe-wanted" && policy.allows(origin, said.helpdesk))
    await offerApi(services, tab, said.helpdesk)
  if (!policy.allows(origin, readAs(said))) return { ok: true }
  const openIn = async (tabId: number) => {
    const known = await tabs.byTab(tabId)
    return known && workFor(known)
  }
  if (isAboutPlaces(said)) {
    await whole.picking.heard(tab, said)
    if (said.kind === "recipe-unfit") void fit.moved(tab.url, said.part)
    return { ok: true }
  }
  // The page's script is still there when its site was taken back.
  if (!(await isSiteOn(services.browser, origin))) return { ok: true }
  if (said.kind === "api-read") {
    const answer = await readApi(services, tab.url, said)
    const state = await openIn(tab.id)
    if (state) noteApi(services, state, answer)
    return answer
  }
  if (said.kind === "reply-paused") {
    const open = await openIn(tab.id)
    const state = open?.ticket.ticketId === said.ticketId ? open : undefined
    // The tone is only checked while a panel shows this ticket.
    if (state && isWatched(state.key)) await checkEditorTone(services, state, false)
    return { ok: true }
  }
  if (said.kind === "ticket-spotted" || said.kind === "list-spotted") {
    if (said.kind === "ticket-spotted" || (await preparesLists(services))) {
      corrector.loaded(tab.id)
      const adapted = HELPDESK_NAMES.filter((name) => said.helpdesks.includes(name))
      await services.browser.contentScripts.injectDesk(tab.id, adapted)
      // With them the page may recognise a ticket that it doesn't otherwise.
      await corrector.before(tab.id)
    }
    return { ok: true }
  }
  if (said.kind === "list-seen") {
    if (tab.active) void prepareList({ tabId: tab.id, origin, helpdesk: said.helpdesk, ticketIds: said.ticketIds })
    return { ok: true }
  }
  const before = await tabs.byTab(tab.id)
  if (said.kind === "ticket-left") {
    await tabs.left(tab.id)
    await leftBehind(whole, before)
    await refresh()
    return { ok: true }
  }
  const { helpdesk, ticketId, version } = said
  await tabs.opened(tab, { helpdesk, ticketId, version })
  const known = await tabs.byTab(tab.id)
  const state = known && workFor(known)
  if (state) {
    delete state.listTab
    state.unproven = said.copyOnly === true
    fit.look(tab.id, state)
  }
  await refresh(state?.key)
  // A draft is prepared even if no panel shows the ticket.
  if (state && !isWatched(state.key)) void openTicket(services, state)
  await leftBehind(whole, before)
  return { ok: true }
}

/** As which helpdesk a page is read that says this, if it says so. */
function readAs(said: FromPage): string | undefined {
  if (said.kind === "ticket-opened" || said.kind === "api-read") return said.helpdesk
  return said.kind.startsWith("recipe-") ? TAUGHT_PAGE : undefined
}

/** Leaves the tickets of sites that aren't read any more. */
async function leaveSites(whole: AllServices): Promise<void> {
  for (const tab of await whole.sites.forgetTabs()) await leftBehind(whole, tab)
  await whole.refresh()
}

/** Pages that were open while their site was turned off have said what they show, and say it again only if asked. */
async function lookAgain({ tabs, services: { browser, page } }: AllServices): Promise<void> {
  const { allows } = await managedPolicy(browser)
  for (const { id, url } of await browser.tabs.visible()) {
    if (!isWebOrigin(url) || (await tabs.byTab(id))) continue
    const { origin } = new URL(url)
    if (allows(origin) && (await isSiteOn(browser, origin))) await page.tellAgain(id)
  }
}

type AboutPlaces = Parameters<AllServices["picking"]["heard"]>[1]
const isAboutPlaces = (said: FromPage): said is AboutPlaces => /^(?:pick|recipe)-/.test(said.kind)
const isPickCommand = (command: PanelCommand): command is PickCommand => /^panel-(?:pick|recipe)-/.test(command.kind)

/** Handles a tab that has left its ticket: the ticket may still be open in another tab. */
async function leftBehind({ tabs, services, workOn }: AllServices, before: HelpdeskTab | undefined): Promise<void> {
  const key = before && ticketKey(before)
  if (before?.ticket && key !== undefined && !(await tabs.byKey(key))) void leave(services, workOn(key))
}

/** A page that is left by an ordinary link doesn't report it. */
async function stillThere(whole: AllServices, tabId: number): Promise<void> {
  const { tabs, services, refresh } = whole
  const tab = await tabs.byTab(tabId)
  if (!tab?.ticket) return
  let found = await services.page.probe(tabId)
  if (!found) {
    // The script of a page that has just loaded may start a moment after the browser calls the page complete.
    await new Promise<void>((done) => services.clock.after(SCRIPT_MS, done))
    found = await services.page.probe(tabId)
  }
  // A step within a single-page application counts as loaded too. A script that answers reports by itself which ticket
  // comes and goes, so what it sees on its way to the next one isn't news.
  if (found || (await tabs.byTab(tabId))?.ticket?.ticketId !== tab.ticket.ticketId) return
  await tabs.left(tabId)
  await leftBehind(whole, tab)
  await refresh()
}

import { fromPage, type FromPage } from "../protocol/page.ts"
import type { CommandAnswer, PanelCommand } from "../protocol/panel.ts"
import { pageMessage } from "../protocol/routes/calls/page-call.ts"
import type { Browser } from "../platform/browser.ts"
import type { Sender } from "../platform/messages.ts"
import { HELPDESK_NAMES } from "../ticket/names/helpdesk-names.ts"
import { TAUGHT_PAGE } from "../ticket/page-recipe.ts"
import { panelCommandSchema } from "./panel/command-schema.ts"
import { OUTBOX_ALARM } from "./outcome/deliver-outcomes.ts"
import { AllServices } from "./services.ts"
import { noteApi, readApi } from "./helpdesk-api/read-api.ts"
import { keepTokenOfPage, offerApi } from "./helpdesk-api/api-tokens.ts"
import { leave, openTicket } from "./prepare/open-ticket.ts"
import { createPageCalls } from "./panel/page-calls.ts"
import { runPanelCommand } from "./panel/panel-commands.ts"
import type { Clock, CopilotParts } from "./relay-client/copilot-parts.ts"
import { runPopupCommand, type PopupCommand, type PopupParts } from "./panel/popup-commands.ts"
import type { Picking, PickCommand } from "./picking/picking.ts"
import { preparesLists } from "./prepare/prepare-list.ts"
import { allowedRelay, managedPolicy } from "./session/managed-policy.ts"
import { RELAY_ALARM } from "./session/relay-watch.ts"
import { noteReplyPause } from "./reply/check-reply.ts"
import { checkEditorTone } from "./reply/editor-tone.ts"
import { isSiteOn, isWebOrigin } from "./ticket/site-switch.ts"
import type { TicketState } from "./ticket/ticket-state.ts"
import { takeSelection } from "./ticket/take-selection.ts"
import { ticketKey, type HelpdeskTab } from "./ticket/tracked-tabs.ts"
import { createPendingPermissions } from "./panel/pending-permission.ts"
import { ticketOff } from "./ticket/ticket-off.ts"

/**
 * Starts the extension's work. It has to be called at the top of the worker, because listeners that are added later
 * miss the event that woke it.
 */
export function startCopilot(given: CopilotParts): void {
  const parts = { ...given, relay: allowedRelay(given) }
  const { browser, clock } = parts
  const whole = new AllServices(parts)
  const popup = popupParts(whole, browser)
  const permissions = createPendingPermissions(browser, clock, (wish) => runPermitted(whole, popup, wish))
  const answerPage = createPageCalls(parts, whole.account, () => whole.panels.show())
  browser.messages.onMessage((message, sender) => {
    if (sender.own) {
      const command = panelCommandSchema.safeParse(message)
      if (command.success) return runCommand(whole, popup, permissions, command.data)
      const call = pageMessage.safeParse(message)
      return call.success ? answerPage(call.data) : undefined
    }
    const report = fromPage.safeParse(message)
    return report.success && sender.tab ? heardFromPage(whole, report.data, sender.tab) : undefined
  })
  followTabs(whole, browser)
  followBrowser(whole, browser, permissions)
  void wake(whole, clock)
}

type PendingPermissions = ReturnType<typeof createPendingPermissions>

const popupParts = (whole: AllServices, { session }: Browser): PopupParts => ({
  account: whole.account,
  sites: whole.sites,
  kept: () => whole.counts(),
  preparing: () => whole.services.preparing.state(),
  prepare: async (choice) => {
    await whole.services.preparing.set(choice)
    if (choice.on) await whole.refresh("all")
  },
  report: () => whole.delivery.deliverNow(),
  refused: whole.refused,
  reset: () => whole.reset(),
  wipe: () => whole.wipe(),
  session
})

/** Carries out a command of the popup for which the browser's permission was asked. */
async function runPermitted(whole: AllServices, popup: PopupParts, command: PopupCommand): Promise<CommandAnswer> {
  const { services, panels, picking } = whole
  const answer = await runPopupCommand(popup, command)
  // A panel without a ticket says whether the site in front is read.
  panels.show()
  if (answer.ok && command.kind === "popup-site" && command.on) {
    void lookAgain(whole).catch((error: unknown) => services.reportError(error))
    void picking.allowed(command.origin).catch((error: unknown) => services.reportError(error))
  }
  return answer
}

async function runCommand(
  whole: AllServices,
  popup: PopupParts,
  permissions: PendingPermissions,
  command: PanelCommand
): Promise<CommandAnswer> {
  if ("key" in command) {
    whole.clearNotice()
    const state = whole.work(command.key) ?? (await workAgain(whole, command.key))
    return state
      ? runPanelCommand(whole.services, state, command)
      : { ok: false, code: "other-ticket", message: "This ticket is no longer open in any tab." }
  }
  if (command.kind === "panel-refresh") {
    await Promise.all([whole.watch.ask(), whole.refresh("all")])
    return { ok: true }
  }
  if (command.kind === "panel-token-page") return keepTokenOfPage(whole.services, command)
  if (command.kind === "panel-take-selection") return takeSelection(whole.services, command.of)
  if (isPickCommand(command)) return whole.picking.run(command)
  if (command.kind === "popup-permission-request") {
    await permissions.keep(command.wish)
    return { ok: true }
  }
  return command.kind === "popup-pair" || command.kind === "popup-sign-in" || command.kind === "popup-site"
    ? permissions.now(command)
    : runPopupCommand(popup, command)
}

/** If the worker died between two clicks, the tab still has the ticket. */
async function workAgain(whole: AllServices, key: string): Promise<TicketState | undefined> {
  const tab = await whole.tabs.byKey(key)
  return tab && whole.workFor(tab)
}

/** Follows which tab is in front, and what becomes of the pages in tabs. */
function followTabs(whole: AllServices, browser: Browser): void {
  const { tabs, panels, picking, services, watch } = whole
  browser.ports.onConnect((port) => {
    if (port.name === "panel")
      panels.connect(port, () => {
        void whole.refresh("all")
        void watch.ask()
      })
  })
  browser.tabs.onActivated((tabId, windowId) => void tabs.inFront(tabId, windowId).then(() => whole.refresh()))
  browser.tabs.onAttached((tabId, windowId) => void tabs.inFront(tabId, windowId).then(() => whole.refresh()))
  browser.tabs.onRemoved((tabId) => {
    void tabs.closed(tabId).then(async (before) => {
      await leftBehind(whole, before)
      await whole.refresh()
    })
    void picking.closed(tabId).catch((error: unknown) => services.reportError(error))
  })
  browser.tabs.onLoaded((tabId) => {
    void stillThere(whole, tabId)
    void picking.loaded(tabId).catch((error: unknown) => services.reportError(error))
  })
  browser.windows.onFocused(
    (windowId) =>
      void browser.tabs.inFront(windowId).then(async (tab) => {
        if (tab && (await tabs.inFront(tab.id, windowId))) await whole.refresh()
      })
  )
}

/** Follows the browser's own events: shortcuts, alarms, updates, permissions and the organisation's policy. */
function followBrowser(whole: AllServices, browser: Browser, permissions: PendingPermissions): void {
  const { panels, delivery, watch, sites, services } = whole
  browser.commands.onCommand((name, windowId) => {
    // This has to happen in the same task as the key press, or the browser refuses it.
    if (name === "open-panel" && windowId !== undefined) void browser.sidePanel.open(windowId)
    else if (name === "insert" || name === "next" || name === "say") panels.press(name, windowId)
  })
  browser.alarms.onAlarm((name) => {
    if (name === OUTBOX_ALARM) void delivery.deliver()
    if (name === RELAY_ALARM) void watch.ask()
  })
  browser.lifecycle.onFirstInstalled(() => void browser.tabs.openOwn("welcome"))
  browser.lifecycle.onInstalled(() => void sites.bringAnew().catch((error: unknown) => services.reportError(error)))
  browser.permissions.onAdded(() => void permissions.granted().then(() => lookAgain(whole)))
  browser.permissions.onRemoved((patterns) => void sites.takenAway(patterns).then(() => leaveSites(whole)))
  browser.managed.onChange(() => {
    // Pages that told of their ticket while nothing was read tell of it again.
    void leaveSites(whole)
      .then(() => whole.policyChanged())
      .then(() => lookAgain(whole))
  })
}

/** Delivers what the last worker left undone, and deletes what is past its retention. */
async function wake({ delivery, account }: AllServices, clock: Clock): Promise<void> {
  await delivery.deliver()
  await account.store?.prune(clock.now() - KEEP_MS)
}

/** How many milliseconds a ticket's drafts are kept, which is as long as at the relay. */
const KEEP_MS = 90 * 24 * 3600 * 1000

type ReportingTab = NonNullable<Sender["tab"]>

/** Handles what a page reports, if its site may be read. */
async function heardFromPage(whole: AllServices, report: FromPage, tab: ReportingTab): Promise<unknown> {
  const { services, fit, picking } = whole
  const { origin } = new URL(tab.url)
  const policy = await managedPolicy(services.browser)
  if (report.kind === "recipe-wanted" && policy.allows(origin, report.helpdesk))
    await offerApi(services, tab, report.helpdesk)
  if (!policy.allows(origin, readAs(report))) return { ok: true }
  if (isAboutPlaces(report)) {
    await picking.heard(tab, report)
    if (report.kind === "recipe-unfit") void fit.moved(tab.url, report.part)
    return { ok: true }
  }
  // The page's script is still there when its site was taken back.
  if (!(await isSiteOn(services.browser, origin))) return { ok: true }
  if (report.kind === "api-read") return readApiFor(whole, report, tab)
  await noteReport(whole, report, tab)
  return { ok: true }
}

type TicketReport = Exclude<FromPage, AboutPlaces | { kind: "api-read" }>

async function noteReport(whole: AllServices, report: TicketReport, tab: ReportingTab): Promise<void> {
  switch (report.kind) {
    case "reply-paused":
      return notePause(whole, report, tab)
    case "ticket-spotted":
      return injectDesk(whole, report.helpdesks, tab)
    case "list-spotted":
      return (await preparesLists(whole.services)) ? injectDesk(whole, report.helpdesks, tab) : undefined
    case "list-seen": {
      const { origin } = new URL(tab.url)
      const { helpdesk, ticketIds } = report
      if (tab.active) void whole.prepareList({ tabId: tab.id, origin, helpdesk, ticketIds })
      return
    }
    case "ticket-left": {
      const before = await whole.tabs.byTab(tab.id)
      await whole.tabs.left(tab.id)
      await leftBehind(whole, before)
      return whole.refresh()
    }
    case "ticket-opened":
      return noteTicket(whole, report, tab)
  }
}

async function readApiFor(
  whole: AllServices,
  report: Extract<FromPage, { kind: "api-read" }>,
  tab: ReportingTab
): Promise<unknown> {
  const answer = await readApi(whole.services, tab.url, report)
  const state = await ticketIn(whole, tab.id)
  if (state) noteApi(whole.services, state, answer)
  return answer
}

/** The reply is only read while a panel shows this ticket. */
async function notePause(
  whole: AllServices,
  { ticketId }: Extract<FromPage, { kind: "reply-paused" }>,
  tab: ReportingTab
): Promise<void> {
  const state = await ticketIn(whole, tab.id)
  if (state?.ticket.ticketId !== ticketId || !whole.isWatched(state.key)) return
  if ((await ticketOff(whole.services, state)).reading) return
  const reading = whole.services.page.readEditor(tab.id, ticketId)
  await noteReplyPause(whole.services, state, reading)
  await checkEditorTone(whole.services, state, false, reading)
}

async function injectDesk(
  { corrector, services }: AllServices,
  helpdesks: readonly string[],
  tab: ReportingTab
): Promise<void> {
  corrector.loaded(tab.id)
  const adapted = HELPDESK_NAMES.filter((name) => helpdesks.includes(name))
  await services.browser.contentScripts.injectDesk(tab.id, adapted)
  // With them the page may recognise a ticket that it doesn't otherwise.
  await corrector.before(tab.id)
}

async function noteTicket(
  whole: AllServices,
  { helpdesk, ticketId, version, copyOnly }: Extract<FromPage, { kind: "ticket-opened" }>,
  tab: ReportingTab
): Promise<void> {
  const { tabs, fit, services } = whole
  const before = await tabs.byTab(tab.id)
  await tabs.opened(tab, { helpdesk, ticketId, version })
  const state = await ticketIn(whole, tab.id)
  if (state) {
    delete state.listTab
    state.unproven = copyOnly === true
    if (!(await ticketOff(services, state)).reading) fit.look(tab.id, state)
  }
  await whole.refresh(state?.key)
  // A draft is prepared even if no panel shows the ticket.
  if (state && !whole.isWatched(state.key)) void openTicket(services, state)
  await leftBehind(whole, before)
}

async function ticketIn(whole: AllServices, tabId: number): Promise<TicketState | undefined> {
  const tab = await whole.tabs.byTab(tabId)
  return tab && whole.workFor(tab)
}

/** As which helpdesk a page is read that says this, if it says so. */
function readAs(report: FromPage): string | undefined {
  if (report.kind === "ticket-opened" || report.kind === "api-read") return report.helpdesk
  return report.kind.startsWith("recipe-") ? TAUGHT_PAGE : undefined
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

type AboutPlaces = Parameters<Picking["heard"]>[1]
const isAboutPlaces = (report: FromPage): report is AboutPlaces => /^(?:pick|recipe)-/.test(report.kind)
const isPickCommand = (command: PanelCommand): command is PickCommand => /^panel-(?:pick|recipe)-/.test(command.kind)

/** Handles a tab that has left its ticket: the ticket may still be open in another tab. */
async function leftBehind(whole: AllServices, before: HelpdeskTab | undefined): Promise<void> {
  const key = before && ticketKey(before)
  if (before?.ticket && key !== undefined && !(await whole.tabs.byKey(key)))
    void leave(whole.services, whole.workOn(key))
}

/** A page that is left by an ordinary link doesn't report it. */
async function stillThere(whole: AllServices, tabId: number): Promise<void> {
  const { tabs, services } = whole
  const tab = await tabs.byTab(tabId)
  if (!tab?.ticket) return
  let page = await services.page.probe(tabId)
  if (!page) {
    // The script of a page that has just loaded may start a moment after the browser calls the page complete.
    await new Promise<void>((done) => services.clock.after(SCRIPT_MS, done))
    page = await services.page.probe(tabId)
  }
  // A step within a single-page application counts as loaded too. A script that answers reports by itself which ticket
  // comes and goes, so what it sees on its way to the next one isn't news.
  if (page || (await tabs.byTab(tabId))?.ticket?.ticketId !== tab.ticket.ticketId) return
  await tabs.left(tabId)
  await leftBehind(whole, tab)
  await whole.refresh()
}

/** In milliseconds. */
const SCRIPT_MS = 500

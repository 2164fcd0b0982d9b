import type { PanelState } from "../protocol/panel.ts"
import type { SiteStatus, WipedPart } from "../protocol/popup.ts"
import type { Notice } from "../protocol/notice.ts"
import { StoreError } from "../store/store-error.ts"
import { ticketOfKey } from "../ticket/ticket-key.ts"
import { createAccount } from "./session/account.ts"
import { createOutboxDelivery } from "./outcome/deliver-outcomes.ts"
import { createEgress } from "./relay-client/egress.ts"
import { createFitReports } from "./fit/fit-reports.ts"
import { createFitWatch } from "./fit/watch-fit.ts"
import { createErasedTickets } from "./ticket/erased-tickets.ts"
import { keepDraft, keepTicket } from "./draft/keep.ts"
import { noticeOf } from "./ticket/notices.ts"
import { openTicket } from "./prepare/open-ticket.ts"
import { load } from "./ticket/load.ts"
import { tellOverdue } from "./outcome/overdue.ts"
import { createPageCorrector } from "./ticket/correct-pages.ts"
import { createPageClient } from "./ticket/page-client.ts"
import { createPicking } from "./picking/picking.ts"
import { watchPipeline } from "./session/pipeline-watch.ts"
import { createHiddenTone } from "./session/hidden-tone.ts"
import { createPreparationSwitch } from "./session/preparation-switch.ts"
import { buildPanelState } from "./panel/panel-state.ts"
import { panelTicketKey, createPanels, type OpenPanel } from "./panel/panels.ts"
import type { CopilotParts } from "./relay-client/copilot-parts.ts"
import { refusedOf, refusedOutcomes } from "./outcome/refused-outcomes.ts"
import { RelayError } from "./relay-client/relay-error.ts"
import { createSiteSwitch } from "./ticket/site-switch.ts"
import { listPreparation } from "./prepare/prepare-list.ts"
import { wipe } from "./session/wipe.ts"
import { watchRelay } from "./session/relay-watch.ts"
import { ticketKey, createTrackedTabs, type HelpdeskTab } from "./ticket/tracked-tabs.ts"
import { newTicketState, type Services, type TicketState } from "./ticket/ticket-state.ts"

export type AllServices = ReturnType<typeof createServices>

/** Joins the parts: which tickets are being worked on, who looks at them, and what is sent to all pages. */
export function createServices({ masker, ...parts }: CopilotParts) {
  const { browser, clock } = parts
  const works = new Map<string, TicketState>()
  let watched = new Set<string>()
  let general: Notice | undefined
  let recount: (() => void) | undefined
  let kept: { counts: PanelState["kept"]; at: number } | undefined

  const database = parts.openDatabase(() => {
    general = { code: "store-lost" }
    kept = undefined
    void keepWhatIsShown()
    panels.show()
  })
  const account = createAccount(parts, database, () => {
    panels.show()
    watch.look()
  })
  const tabs = createTrackedTabs(browser.session, clock)
  const sites = createSiteSwitch(browser, tabs)
  const panels = createPanels(browser, clock, tabs, stateFor)
  const delivery = createOutboxDelivery(parts, account, {
    changed: recounted,
    taken: ({ key }) => {
      general = { code: "outcome-taken", data: { ticket: ticketOfKey(key).ticketId } }
      panels.show()
    },
    overdue: (store) => tellOverdue(services, store, (record) => workOn(record.key))
  })
  const services: Services = {
    ...parts,
    egress: createEgress(masker, account.rules.ready),
    account,
    tabs,
    erased: createErasedTickets(browser.session),
    page: createPageClient(
      parts,
      (tabId, part) => {
        void tabs.byTab(tabId).then((tab) => fit.missed(tab && workFor(tab), part))
      },
      (tabId) => corrector.before(tabId)
    ),
    preparing: createPreparationSwitch(browser, clock, () => panels.show()),
    hiddenTone: createHiddenTone(browser.local),
    pipeline: watchPipeline(account, clock, () => panels.show()),
    show: (state) => panels.show(state.key),
    async reportError(error) {
      if (error instanceof RelayError) await account.heard(error)
      if (error instanceof StoreError && (error.code === "full" || error.code === "lost")) general = noticeOf(error)
      panels.show()
    },
    deliver: () => void delivery.deliver()
  }
  const corrector = createPageCorrector(
    account.corrections,
    () => services.page,
    (error) => services.reportError(error)
  )
  account.corrections.onChange(() => {
    void tabs
      .all()
      .then((all) => corrector.again(all))
      .catch((error: unknown) => services.reportError(error))
  })
  const fit = createFitWatch(
    {
      clock,
      page: services.page,
      reports: createFitReports(parts, account),
      isSignedIn: () => account.store !== undefined,
      isShown: tabs.shows,
      broken: () => void account.corrections.lookAgain()
    },
    ({ key }) => panels.show(key)
  )
  const picking = createPicking(
    services,
    () => panels.show(),
    (error) => services.reportError(error)
  )
  const watch = watchRelay(
    parts,
    account,
    () => panels.size > 0,
    async () => {
      await Promise.all([refresh("all"), delivery.deliverNow()])
    }
  )

  function recounted(): void {
    kept = undefined
    panels.show()
  }

  function workFor(tab: HelpdeskTab): TicketState | undefined {
    const key = ticketKey(tab)
    return key === undefined ? undefined : workOn(key)
  }

  function workOn(key: string): TicketState {
    const state = works.get(key) ?? newTicketState(key)
    works.set(key, state)
    return state
  }

  async function stateFor(panel: OpenPanel): Promise<PanelState> {
    // A worker that has just started knows nothing yet, so it waits a moment instead of briefly showing "sign in" or
    // "empty". Once it knows that it is locked, the relay watch asks again. If building the state asked, it would ask
    // the relay without end.
    if (!account.store && account.state.locked === undefined) {
      await Promise.race([account.unlock(), new Promise<void>((done) => clock.after(WAKING_MS, done))])
    }
    const key = panelTicketKey(panel)
    const state = key === undefined ? undefined : works.get(key)
    // What is kept of a ticket belongs in its first state. If it can't be read, the code that opens the ticket reports
    // that.
    if (state && account.store) await Promise.allSettled([load(state, account.store)])
    // The browser is asked only where the answer is shown.
    const front = state ? undefined : await sites.inFront(panel.asTab ? undefined : panel.windowId)
    const site = front && (await withTeamPlaces(front))
    const tabId = panel.tab?.tabId ?? (panel.asTab ? undefined : site?.tabId)
    return buildPanelState(account, state, {
      shown: account.state.policy ? {} : await picking.of(tabId),
      kept: await counts(),
      preparing: await services.preparing.state(),
      isOld: services.pipeline.isOld,
      notice: general,
      key: panel.key,
      ...(site ? { site } : {})
    })
  }

  /** Says of a site that isn't allowed whether the team has shown where its tickets are. */
  async function withTeamPlaces(site: SiteStatus): Promise<SiteStatus> {
    const isOpen = site.on || site.forbidden
    return !isOpen && (await account.recipes.known(site.origin)) ? { ...site, shown: true } : site
  }

  /**
   * Counting is cheap, but a stream updates the panel twenty times a second. So an older count is shown and corrected a
   * moment later.
   */
  async function counts(): Promise<PanelState["kept"]> {
    if (kept && clock.now() - kept.at < COUNT_MS) {
      recount ??= clock.after(COUNT_MS, () => {
        recount = undefined
        panels.show()
      })
      return kept.counts
    }
    // While it is locked, everything is counted, whoever it belongs to: it waits here, encrypted.
    const { store } = account
    const counting: Promise<PanelState["kept"]> = store
      ? Promise.all([store.counts(), store.outbox.refused()]).then(([all, refused]) => ({
          ...all,
          ...(refused.length > 0 ? { refused: refused.map(refusedOf) } : {})
        }))
      : database.run(async (on) => ({ drafts: await on.drafts.count(), outcomes: await on.outbox.count() }))
    const counts = await counting.catch(() => kept?.counts ?? { drafts: 0, outcomes: 0 })
    kept = { at: clock.now(), counts }
    return counts
  }

  /** Keeps what is on the screen after the browser deleted the database, so that it isn't lost as well. */
  async function keepWhatIsShown(): Promise<void> {
    const { store } = account
    if (!store) return
    for (const state of works.values()) {
      const writes = [
        keepTicket(state, store),
        ...(state.draft ? [keepDraft(state, store, state.draft.id)] : []),
        ...(state.table ? [store.tables.put(state.key, state.table)] : []),
        ...(state.overrides ? [store.overrides.put(state.key, state.overrides)] : [])
      ]
      await Promise.all(writes).catch((error: unknown) => {
        general = noticeOf(error)
      })
    }
  }

  /**
   * Determines what the panels show, and opens what somebody has just started to look at. `about` (or "all") is opened
   * in any case.
   */
  async function refresh(about?: string): Promise<void> {
    await panels.locateAll()
    const before = watched
    watched = new Set()
    for (const tab of panels.watched()) {
      const state = workFor(tab)
      if (!state) continue
      watched.add(state.key)
      if (about === "all" || state.key === about || !before.has(state.key)) void openTicket(services, state)
    }
    panels.show()
  }

  function stopAll(): void {
    for (const state of works.values()) {
      state.reading?.stop.abort()
      state.writing?.stop.abort()
      state.summarising?.abort()
    }
    works.clear()
    watched = new Set()
    general = undefined
    kept = undefined
  }

  return {
    services,
    account,
    tabs,
    panels,
    sites,
    picking,
    delivery,
    database,
    watch,
    fit,
    corrector,
    refresh,
    workFor,
    workOn,
    counts,
    prepareList: listPreparation(services, workOn),
    refused: refusedOutcomes(services, workOn, recounted),
    isWatched: (key: string) => watched.has(key),
    work: (key: string) => works.get(key),
    clearNotice: () => {
      general = undefined
    },
    /** Starts again because somebody else, or nobody, is signed in now. */
    async reset(): Promise<void> {
      stopAll()
      services.pipeline.forget()
      await refresh("all")
      await delivery.deliver()
    },
    /** Goes by the policy as it is now. What was begun under the former one ends without sending anything more. */
    async policyChanged(): Promise<void> {
      await account.load()
      await refresh("all")
      await delivery.deliver()
    },
    /** Deletes everything here. @returns what may still be there */
    async wipe(): Promise<WipedPart[]> {
      stopAll()
      const left = await wipe({ browser, sites, account, database }, services.reportError)
      services.preparing.forget()
      picking.forget()
      await refresh("all")
      return left
    }
  }
}

/** In milliseconds. */
const COUNT_MS = 1000
const WAKING_MS = 500

import type { PanelState } from "../protocol/panel.ts"
import type { SiteStatus, WipedPart } from "../protocol/popup.ts"
import type { Notice } from "../protocol/notice.ts"
import type { Database } from "../store/database.ts"
import { StoreFault } from "../store/store-fault.ts"
import { ticketOfKey } from "../ticket/ticket-key.ts"
import { Account } from "./session/account.ts"
import { OutboxDelivery } from "./outcome/deliver-outcomes.ts"
import { createEgress } from "./relay-client/egress.ts"
import { FitReports } from "./fit/fit-reports.ts"
import { FitWatch } from "./fit/watch-fit.ts"
import { createErasedTickets } from "./ticket/erased-tickets.ts"
import { keepDraft, keepTicket } from "./draft/keep.ts"
import { noticeOf } from "./ticket/notices.ts"
import { openTicket } from "./prepare/open-ticket.ts"
import { newTicketState, type Services, type TicketState } from "./ticket/ticket-state.ts"
import { load } from "./ticket/load.ts"
import { tellOverdue } from "./outcome/overdue.ts"
import { createPageCorrector, type PageCorrector } from "./ticket/correct-pages.ts"
import { PageClient } from "./ticket/page-client.ts"
import { Picking } from "./picking/picking.ts"
import { watchPipeline, watchRelay, type RelayWatch } from "./session/relay-watch.ts"
import { createHiddenTone } from "./session/hidden-tone.ts"
import { PreparationSwitch } from "./session/preparation-switch.ts"
import { buildPanelState } from "./panel/panel-state.ts"
import { panelTicketKey, Panels, type OpenPanel } from "./panel/panels.ts"
import type { CopilotParts } from "./relay-client/copilot-parts.ts"
import { refusedOf, RefusedOutcomes } from "./outcome/refused-outcomes.ts"
import { RelayFault } from "./relay-client/relay-fault.ts"
import { SiteSwitch } from "./ticket/site-switch.ts"
import { listPreparation } from "./prepare/prepare-list.ts"
import { wipe } from "./session/wipe.ts"
import { ticketKey, TrackedTabs, type HelpdeskTab } from "./ticket/tracked-tabs.ts"

/** Joins the parts: which tickets are being worked on, who looks at them, and what is sent to all pages. */
export class AllServices {
  readonly services: Services
  readonly account: Account
  readonly database: Database
  readonly tabs: TrackedTabs
  readonly panels: Panels
  readonly sites: SiteSwitch
  readonly picking: Picking
  readonly delivery: OutboxDelivery
  readonly watch: RelayWatch
  readonly fit: FitWatch
  readonly corrector: PageCorrector
  readonly refused: RefusedOutcomes
  readonly prepareList: ReturnType<typeof listPreparation>
  readonly #parts: Omit<CopilotParts, "masker">
  readonly #counts: StoredCounts
  readonly #works = new Map<string, TicketState>()
  /** The keys of the tickets that panels show. */
  #watched = new Set<string>()
  /** A message that belongs to no ticket. */
  #notice: Notice | undefined

  constructor({ masker, ...parts }: CopilotParts) {
    const { browser, clock } = parts
    const show = () => this.panels.show()
    const report = (error: unknown) => this.services.reportError(error)
    this.#parts = parts
    this.database = parts.openDatabase(() => this.#noteLostDatabase())
    this.account = new Account(parts, this.database, () => {
      show()
      this.watch.look()
    })
    this.tabs = new TrackedTabs(browser.session, clock)
    this.sites = new SiteSwitch(browser, this.tabs)
    this.panels = new Panels(browser, clock, this.tabs, (panel) => this.#stateFor(panel))
    this.#counts = new StoredCounts(this.account, this.database, clock, show)
    this.delivery = this.#createDelivery()
    this.services = this.#createServices(masker)
    this.corrector = createPageCorrector(this.account.corrections, () => this.services.page, report)
    this.account.corrections.onChange(() => {
      void this.tabs
        .all()
        .then((all) => this.corrector.again(all))
        .catch(report)
    })
    this.fit = this.#createFitWatch()
    this.picking = new Picking(this.services, show, report)
    this.watch = watchRelay(
      parts,
      this.account,
      () => this.panels.size > 0,
      async () => {
        await Promise.all([this.refresh("all"), this.delivery.deliverNow()])
      }
    )
    const workOn = (key: string) => this.workOn(key)
    this.prepareList = listPreparation(this.services, workOn)
    this.refused = new RefusedOutcomes(this.services, workOn, () => this.#recount())
  }

  workFor(tab: HelpdeskTab): TicketState | undefined {
    const key = ticketKey(tab)
    return key === undefined ? undefined : this.workOn(key)
  }

  workOn(key: string): TicketState {
    const state = this.#works.get(key) ?? newTicketState(key)
    this.#works.set(key, state)
    return state
  }

  work(key: string): TicketState | undefined {
    return this.#works.get(key)
  }

  isWatched(key: string): boolean {
    return this.#watched.has(key)
  }

  counts(): Promise<PanelState["kept"]> {
    return this.#counts.get()
  }

  clearNotice(): void {
    this.#notice = undefined
  }

  /**
   * Determines what the panels show, and opens what somebody has just started to look at. `about` (or "all") is opened
   * in any case.
   */
  async refresh(about?: string): Promise<void> {
    await this.panels.locateAll()
    const before = this.#watched
    this.#watched = new Set()
    for (const tab of this.panels.watched()) {
      const state = this.workFor(tab)
      if (!state) continue
      this.#watched.add(state.key)
      if (about === "all" || state.key === about || !before.has(state.key)) void openTicket(this.services, state)
    }
    this.panels.show()
  }

  /** Starts again because somebody else, or nobody, is signed in now. */
  async reset(): Promise<void> {
    this.#stopAll()
    this.services.pipeline.forget()
    await this.refresh("all")
    await this.delivery.deliver()
  }

  /** Goes by the policy as it is now. What was begun under the former one ends without sending anything more. */
  async policyChanged(): Promise<void> {
    await this.account.load()
    await this.refresh("all")
    await this.delivery.deliver()
  }

  /** Deletes everything here. @returns what may still be there */
  async wipe(): Promise<WipedPart[]> {
    this.#stopAll()
    const { browser } = this.#parts
    const { sites, account, database, services } = this
    const remains = await wipe({ browser, sites, account, database }, services.reportError)
    services.preparing.forget()
    this.picking.forget()
    await this.refresh("all")
    return remains
  }

  #createServices(masker: CopilotParts["masker"]): Services {
    const { browser, clock } = this.#parts
    const { account, tabs } = this
    const show = () => this.panels.show()
    const onBrokenPart = (tabId: number, part: string) => {
      void tabs.byTab(tabId).then((tab) => this.fit.missed(tab && this.workFor(tab), part))
    }
    return {
      ...this.#parts,
      egress: createEgress(masker, () => account.rules.ready()),
      account,
      tabs,
      erased: createErasedTickets(browser.session),
      page: new PageClient(this.#parts, onBrokenPart, (tabId) => this.corrector.before(tabId)),
      preparing: new PreparationSwitch(browser, clock, show),
      hiddenTone: createHiddenTone(browser.local),
      pipeline: watchPipeline(account, clock, show),
      show: (state) => this.panels.show(state.key),
      reportError: async (error) => {
        if (error instanceof RelayFault) await account.heard(error)
        if (error instanceof StoreFault && (error.code === "full" || error.code === "lost"))
          this.#notice = noticeOf(error)
        show()
      },
      deliver: () => void this.delivery.deliver()
    }
  }

  #createDelivery(): OutboxDelivery {
    return new OutboxDelivery(this.#parts, this.account, {
      changed: () => this.#recount(),
      taken: ({ key }) => {
        this.#notice = { code: "outcome-taken", data: { ticket: ticketOfKey(key).ticketId } }
        this.panels.show()
      },
      overdue: (store) => tellOverdue(this.services, store, (record) => this.workOn(record.key))
    })
  }

  #createFitWatch(): FitWatch {
    const { account, tabs, services } = this
    return new FitWatch(
      {
        clock: this.#parts.clock,
        page: services.page,
        reports: new FitReports(this.#parts, account),
        isSignedIn: () => account.store !== undefined,
        isShown: (tabId, key) => tabs.shows(tabId, key),
        broken: () => void account.corrections.lookAgain()
      },
      ({ key }) => this.panels.show(key)
    )
  }

  #recount(): void {
    this.#counts.forget()
    this.panels.show()
  }

  #noteLostDatabase(): void {
    this.#notice = { code: "store-lost" }
    this.#counts.forget()
    void this.#storeWorks()
    this.panels.show()
  }

  async #stateFor(panel: OpenPanel): Promise<PanelState> {
    const { account, services } = this
    // A worker that has just started knows nothing yet, so it waits a moment instead of briefly showing "sign in" or
    // "empty". Once it knows that it is locked, the relay watch asks again. If building the state asked, it would ask
    // the relay without end.
    if (!account.store && account.state.locked === undefined) {
      await Promise.race([account.unlock(), new Promise<void>((done) => services.clock.after(WAKING_MS, done))])
    }
    const key = panelTicketKey(panel)
    const state = key === undefined ? undefined : this.#works.get(key)
    // What is kept of a ticket belongs in its first state. If it can't be read, the code that opens the ticket reports
    // that.
    if (state && account.store) await Promise.allSettled([load(state, account.store)])
    // The browser is asked only where the answer is shown.
    const front = state ? undefined : await this.sites.inFront(panel.asTab ? undefined : panel.windowId)
    const site = front && (await this.#withTeamPlaces(front))
    const tabId = panel.tab?.tabId ?? (panel.asTab ? undefined : site?.tabId)
    return buildPanelState(account, state, {
      shown: account.state.policy ? {} : await this.picking.of(tabId),
      kept: await this.#counts.get(),
      preparing: await services.preparing.state(),
      isOld: (draft) => services.pipeline.isOld(draft),
      notice: this.#notice,
      key: panel.key,
      ...(site ? { site } : {})
    })
  }

  /** Says of a site that isn't allowed whether the team has shown where its tickets are. */
  async #withTeamPlaces(site: SiteStatus): Promise<SiteStatus> {
    const isOpen = site.on || site.forbidden
    return !isOpen && (await this.account.recipes.known(site.origin)) ? { ...site, shown: true } : site
  }

  /** Stores what is on the screen after the browser deleted the database, so that it isn't lost as well. */
  async #storeWorks(): Promise<void> {
    const { store } = this.account
    if (!store) return
    for (const state of this.#works.values()) {
      const writes = [
        keepTicket(state, store),
        ...(state.draft ? [keepDraft(state, store, state.draft.id)] : []),
        ...(state.table ? [store.tables.put(state.key, state.table)] : []),
        ...(state.overrides ? [store.overrides.put(state.key, state.overrides)] : [])
      ]
      await Promise.all(writes).catch((error: unknown) => {
        this.#notice = noticeOf(error)
      })
    }
  }

  #stopAll(): void {
    for (const state of this.#works.values()) {
      state.reading?.stop.abort()
      state.writing?.stop.abort()
      state.summarising?.abort()
    }
    this.#works.clear()
    this.#watched = new Set()
    this.#notice = undefined
    this.#counts.forget()
  }
}

/** How many drafts and outcomes are stored here. */
class StoredCounts {
  readonly #account: Account
  readonly #database: Database
  readonly #clock: CopilotParts["clock"]
  readonly #changed: () => void
  #latest: { counts: PanelState["kept"]; at: number } | undefined
  #cancelRecount: (() => void) | undefined

  constructor(account: Account, database: Database, clock: CopilotParts["clock"], changed: () => void) {
    this.#account = account
    this.#database = database
    this.#clock = clock
    this.#changed = changed
  }

  forget(): void {
    this.#latest = undefined
  }

  /**
   * Counting is cheap, but a stream updates the panel twenty times a second. So an older count is shown and corrected a
   * moment later.
   */
  async get(): Promise<PanelState["kept"]> {
    if (this.#latest && this.#clock.now() - this.#latest.at < COUNT_MS) {
      this.#cancelRecount ??= this.#clock.after(COUNT_MS, () => {
        this.#cancelRecount = undefined
        this.#changed()
      })
      return this.#latest.counts
    }
    const counts = await this.#count().catch(() => this.#latest?.counts ?? { drafts: 0, outcomes: 0 })
    this.#latest = { counts, at: this.#clock.now() }
    return counts
  }

  /** While it is locked, everything is counted, whoever it belongs to: it waits here, encrypted. */
  async #count(): Promise<PanelState["kept"]> {
    const { store } = this.#account
    if (!store)
      return this.#database.run(async (on) => ({ drafts: await on.drafts.count(), outcomes: await on.outbox.count() }))
    const [counts, refused] = await Promise.all([store.counts(), store.outbox.refused()])
    return { ...counts, ...(refused.length > 0 ? { refused: refused.map(refusedOf) } : {}) }
  }
}

/** In milliseconds. */
const COUNT_MS = 1000
const WAKING_MS = 500

import type { Composer } from "../composers/common/composer.ts"
import type { HelpdeskAdapter, Page, UnreadHelpdesk } from "../helpdesks/contract/adapter.ts"
import type { Correctable } from "../helpdesks/contract/correctable.ts"
import { createCorrector } from "../helpdesks/corrections/apply-corrections.ts"
import type { FromPage, RecipeAnswer, SelectionAnswer, ToPage } from "../protocol/page.ts"
import { isUnreadHelpdesk } from "../ticket/page-recipe.ts"
import { HELPDESK_NAMES } from "../ticket/names/helpdesk-names.ts"
import { createAnswerer, type Instead, type PageAnswer } from "./answer-background.ts"
import { observeChanges } from "../helpdesks/contract/observe-changes.ts"
import { watchTyping } from "./watch-typing.ts"
import { watchList, watchTicket } from "./watch-ticket.ts"
import { PageRefusal, pageProblemOf } from "./page-problem.ts"
import { BadRecipe, requireRecipe } from "./recipe/check-recipe.ts"
import { recipeAdapter } from "./recipe/recipe-adapter.ts"
import { watchFit } from "./recipe/unfit-part.ts"
import { selectedTextAdapter, takeSelection } from "./selected-text.ts"

export interface PagePorts {
  send(message: FromPage): void
  /**
   * Calls `answer` for each message of the background until the signal aborts. What it returns undefined for is left to
   * another listener.
   */
  onMessage(answer: (message: ToPage) => Promise<PageAnswer> | undefined, signal: AbortSignal): void
}

export interface PageParts {
  /** Those that are in the page. More may come. */
  adapters: readonly HelpdeskAdapter[]
  /** Which of their selectors the background may correct; none if it is left out. */
  correctables?: readonly Correctable[]
  /** Has an event "change" when an adapter has come with what may be corrected; none comes if it is left out. */
  arrivals?: EventTarget
  /** Helpdesks that are recognised and read only by places that were shown; none if it is left out. */
  unread?: readonly UnreadHelpdesk[]
  composers: readonly Composer[]
  page: Page
  ports: PagePorts
}

/**
 * Does the work inside a helpdesk's page: it reports which ticket is open, reads it when asked, and inserts when asked.
 * When no adapter knows the page, it reads it by places that were shown, or takes a selected text, when asked. It waits
 * until the page is shown again, has changed, or is brought an adapter that knows it.
 */
export function startPage(parts: PageParts, signal: AbortSignal): void {
  const { correctables = [], arrivals, page, ports } = parts
  const { apply, applyAgain } = createCorrector(correctables, page.document, HELPDESK_NAMES)
  const reading = new PageReading(parts, signal)
  ports.onMessage((message) => {
    if (message.kind === "tell-again") {
      reading.tellAgain()
      return Promise.resolve({ ok: true })
    }
    if (message.kind === "api-use") {
      page.tokens?.add(message.helpdesk)
      reading.look()
      return Promise.resolve({ ok: true })
    }
    if (message.kind !== "corrections-use") return undefined
    const { changed, ...rest } = apply(message.corrections)
    if (changed) reading.tellAgain()
    return Promise.resolve({ ok: true, ...rest })
  }, signal)
  reading.start()
  const lookInView = () => reading.lookInView()
  const view = page.document.defaultView
  page.document.addEventListener("visibilitychange", lookInView, { signal })
  for (const event of ["load", "popstate"]) view?.addEventListener(event, lookInView, { signal })
  if (view && "navigation" in view) view.navigation.addEventListener("currententrychange", lookInView, { signal })
  const arrived = () => {
    // It is read with its corrections from the start.
    applyAgain()
    reading.look()
  }
  arrivals?.addEventListener("change", arrived, { signal })
}

type TakeInstead = (what: Instead) => SelectionAnswer | RecipeAnswer

/** What reads the page: the adapter that knows it, or else what was shown or selected in it. */
class PageReading {
  readonly #parts: PageParts
  readonly #signal: AbortSignal
  readonly #reader: ReturnType<typeof createReader>
  /** Has what looks at the page look and tell again: a selector was corrected, or nobody had listened. */
  readonly #anew = new EventTarget()
  #adapter: HelpdeskAdapter | undefined
  /** Of whatever reads the page now. */
  #life = new AbortController()
  /** The helpdesk of which this visit was told that it has to be shown. */
  #wanted: string | undefined
  /** Of what waits for a change of the page, as long as no adapter knows it. */
  #waiting: AbortController | undefined

  constructor(parts: PageParts, signal: AbortSignal) {
    const { page, ports, unread = [] } = parts
    this.#parts = parts
    this.#signal = signal
    const work = (adapter: HelpdeskAdapter, life: AbortSignal) => this.#work(adapter, life)
    const mayBeReply = () => unread.every((each) => each.mayBeReply(page))
    this.#reader = createReader({ page, ports, work, mayBeReply }, signal)
  }

  start(): void {
    this.look()
    if (!this.#adapter) this.#reader.offer(AbortSignal.any([this.#signal, this.#life.signal]))
  }

  tellAgain(): void {
    this.#anew.dispatchEvent(new Event("change"))
  }

  look(): void {
    const { page } = this.#parts
    if (this.#readByAdapter()) {
      this.#waiting?.abort()
      this.#waiting = undefined
      return
    }
    this.#tellUnread()
    if (this.#waiting) return
    this.#waiting = new AbortController()
    const until = AbortSignal.any([this.#signal, this.#waiting.signal])
    const look = () => this.lookInView()
    observeChanges(page.document.documentElement, { childList: true, subtree: true }, look, until)
  }

  lookInView(): void {
    if (this.#parts.page.document.visibilityState === "hidden") this.#wanted = undefined
    else this.look()
  }

  #work(adapter: HelpdeskAdapter, life: AbortSignal, takeInstead?: TakeInstead): void {
    const { composers, page, ports } = this.#parts
    const desk = { adapter, composers, page }
    ports.onMessage(createAnswerer(desk, life, takeInstead), life)
    watchTyping(desk, ports.send, life)
    watchList(desk, ports.send, life, this.#anew)
    watchTicket(desk, ports.send, life, this.#anew)
  }

  /** Has the page read by the adapter that knows it, and by nothing else. Returns whether there is one. */
  #readByAdapter(): boolean {
    const { adapters, page } = this.#parts
    if (this.#adapter?.matches(page)) return true
    const adapter = adapters.find((each) => each.matches(page))
    // Places that were shown are surer than an adapter that isn't certain.
    if (!adapter || (isUnreadHelpdesk(adapter.id) && this.#reader.isReading())) return false
    this.#adapter = adapter
    this.#life.abort()
    this.#reader.end()
    this.#life = new AbortController()
    const life = AbortSignal.any([this.#signal, this.#life.signal])
    const replaced = new AbortController()
    this.#work(adapter, AbortSignal.any([life, replaced.signal]), (what) => {
      // Until the page is loaded anew, it takes the place of what can't be read any more.
      const answer = what.kind === "recipe-use" ? this.#reader.use(what) : this.#reader.take()
      replaced.abort()
      this.#reader.offer(life)
      return answer
    })
    return true
  }

  /** Says once of each visit that the helpdesk in front has to be shown. */
  #tellUnread(): void {
    const { page, ports, unread = [] } = this.#parts
    const helpdesk = unread.find((each) => each.matches(page))?.id
    if (helpdesk && helpdesk !== this.#wanted) ports.send({ kind: "recipe-wanted", helpdesk })
    this.#wanted = helpdesk
  }
}

/**
 * Creates what reads a page that no adapter knows, or knows no longer: what is selected in it, or by places that were
 * shown. Each reading takes the place of the one before. Both throw PageRefusal for what can't be read.
 */
function createReader(
  {
    page,
    ports,
    work,
    mayBeReply
  }: {
    page: Page
    ports: PagePorts
    work: (adapter: HelpdeskAdapter, life: AbortSignal) => void
    mayBeReply: () => boolean
  },
  signal: AbortSignal
) {
  let former: AbortController | undefined
  const read = (adapter: HelpdeskAdapter) => {
    former?.abort()
    former = new AbortController()
    const life = AbortSignal.any([signal, former.signal])
    work(adapter, life)
    return life
  }
  const take = (): SelectionAnswer => {
    read(selectedTextAdapter(takeSelection(page, new Date())))
    return { ok: true }
  }
  const use = ({ recipe, choices }: Extract<ToPage, { kind: "recipe-use" }>): RecipeAnswer => {
    try {
      requireRecipe(recipe, page.document)
    } catch (cause) {
      throw new PageRefusal({ code: "bad-recipe", ...(cause instanceof BadRecipe ? { part: cause.part } : {}) })
    }
    watchFit(page, recipe, ports.send, read(recipeAdapter(recipe, choices, mayBeReply)))
    return { ok: true }
  }
  return {
    take,
    use,
    isReading: () => former !== undefined && !former.signal.aborted,
    /** Ends the reading, if there is one. */
    end: () => former?.abort(),
    /** Answers each time that a reading is asked for. */
    offer(until: AbortSignal): void {
      ports.onMessage((message) => {
        if (message.kind === "selection-take") return Promise.try(take).catch(pageProblemOf)
        return message.kind === "recipe-use" ? Promise.try(() => use(message)).catch(pageProblemOf) : undefined
      }, until)
    }
  }
}

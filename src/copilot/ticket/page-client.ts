import * as z from "zod/mini"
import {
  attachmentAnswer,
  correctionsUsed,
  earlierAnswer,
  editorAnswer,
  insertAnswer,
  macroAnswer,
  macrosAnswer,
  probeAnswer,
  recipeAnswer,
  selectionAnswer,
  selfTestAnswer,
  shownAnswer,
  ticketAnswer,
  versionAnswer,
  type AttachmentAnswer,
  type CorrectionsUsed,
  type MacrosFound,
  type PageProblem,
  type ProbeAnswer,
  type SelfTestAnswer,
  type ToPage
} from "../../protocol/page.ts"
import type { ToPicker } from "../../protocol/picking/picking.ts"
import type { Notice, NoticeCode } from "../../protocol/notice.ts"
import type { ApiHelpdeskId } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import { orAborted } from "../../ticket/jobs/or-aborted.ts"
import type { EarlierTicket } from "../../ticket/earlier-ticket.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"
import type { SelectorCorrection } from "../../protocol/routes/helpdesk-pages.ts"

/**
 * Asks the content script of a tab and parses its answers, because a page can't be trusted.
 * @param onBrokenPart is called with a part of a tab's page that a question found changed
 * @param correct hands the page its corrected selectors before it is asked anything; undefined if it has them, or if
 * there are none
 */
export class PageClient {
  readonly #browser: CopilotParts["browser"]
  readonly #onBrokenPart: (tabId: number, part: string) => void
  readonly #correct: (tabId: number) => Promise<void> | undefined

  constructor(
    { browser }: Pick<CopilotParts, "browser">,
    onBrokenPart: (tabId: number, part: string) => void = () => undefined,
    correct: (tabId: number) => Promise<void> | undefined = () => undefined
  ) {
    this.#browser = browser
    this.#onBrokenPart = onBrokenPart
    this.#correct = correct
  }

  /** @throws HelpdeskPageFault */
  async readTicket(tabId: number, ticketId: string, signal: AbortSignal): Promise<Ticket> {
    return (await this.#done(tabId, { kind: "ticket-read", ticketId }, ticketAnswer, READ_MS, signal)).ticket
  }

  /** Returns earlier tickets of the same requester, none where that isn't known. @throws HelpdeskPageFault */
  async earlierTickets(
    tabId: number,
    ticket: Omit<Extract<ToPage, { kind: "earlier-find" }>, "kind">,
    signal: AbortSignal
  ): Promise<EarlierTicket[]> {
    return (await this.#done(tabId, { kind: "earlier-find", ...ticket }, earlierAnswer, READ_MS, signal)).tickets
  }

  /** Reads one attachment of a public message. @throws HelpdeskPageFault */
  async readAttachment(
    tabId: number,
    file: Omit<Extract<ToPage, { kind: "attachment-read" }>, "kind">,
    signal: AbortSignal
  ): Promise<Extract<AttachmentAnswer, { ok: true }>> {
    return this.#done(tabId, { kind: "attachment-read", ...file }, attachmentAnswer, READ_MS, signal)
  }

  /** Reads the id of the newest public message again. @throws HelpdeskPageFault */
  async newestPublic(tabId: number, ticketId: string): Promise<string> {
    return (await this.#done(tabId, { kind: "newest-public", ticketId }, versionAnswer, VERSION_MS)).version
  }

  /** @throws HelpdeskPageFault */
  async insert(
    tabId: number,
    order: Omit<Extract<ToPage, { kind: "draft-insert" }>, "kind">
  ): Promise<{ before: string; newerNote: boolean }> {
    const answer = await this.#done(tabId, { kind: "draft-insert", ...order }, insertAnswer, INSERT_MS)
    return { before: answer.before, newerNote: answer.newerNote ?? false }
  }

  /** Returns the public reply that is in the editor. @throws HelpdeskPageFault */
  async readEditor(tabId: number, ticketId: string): Promise<string> {
    return (await this.#done(tabId, { kind: "editor-read", ticketId }, editorAnswer, VERSION_MS)).text
  }

  /** Replaces some of its words. @returns what is in the editor afterwards @throws HelpdeskPageFault */
  async replaceWords(tabId: number, order: Omit<Extract<ToPage, { kind: "editor-replace" }>, "kind">): Promise<string> {
    return (await this.#done(tabId, { kind: "editor-replace", ...order }, editorAnswer, INSERT_MS)).text
  }

  /** Scrolls to a message of the thread in the page. @throws HelpdeskPageFault */
  async showMessage(tabId: number, message: Omit<Extract<ToPage, { kind: "message-show" }>, "kind">): Promise<void> {
    await this.#done(tabId, { kind: "message-show", ...message }, shownAnswer, SHOW_MS)
  }

  /**
   * Returns the helpdesk's macros that contain the words; without words, only whether there are any. @throws
   * HelpdeskPageFault
   */
  async findMacros(tabId: number, words: string | undefined): Promise<MacrosFound> {
    const answer = await this.#done(
      tabId,
      { kind: "macros-find", ...(words === undefined ? {} : { words }) },
      macrosAnswer,
      READ_MS
    )
    const { ok: _ok, ...found } = answer
    return found
  }

  /** Returns a macro's text for that ticket. @throws HelpdeskPageFault */
  async readMacro(tabId: number, ticketId: string, macroId: string): Promise<string> {
    return (await this.#done(tabId, { kind: "macro-read", ticketId, macroId }, macroAnswer, READ_MS)).text
  }

  /** Makes a ticket of what is selected in a page that no adapter knows. @throws HelpdeskPageFault */
  async takeSelection(tabId: number): Promise<void> {
    await this.#done(tabId, { kind: "selection-take" }, selectionAnswer, VERSION_MS)
  }

  /** Returns how the page fits what its adapter knows, or `undefined` if nothing there can say. */
  async selfTest(tabId: number): Promise<SelfTestAnswer | undefined> {
    return this.#ask(tabId, { kind: "self-test" }, selfTestAnswer, VERSION_MS).catch(() => undefined)
  }

  /** Has a page that no adapter knows read by these places. @throws HelpdeskPageFault */
  async useRecipe(tabId: number, order: Omit<Extract<ToPage, { kind: "recipe-use" }>, "kind">): Promise<void> {
    await this.#done(tabId, { kind: "recipe-use", ...order }, recipeAnswer, VERSION_MS)
  }

  /**
   * Hands a page its corrected selectors, instead of those before; none takes all back. Returns undefined if no script
   * of ours listens there.
   */
  async useCorrections(
    tabId: number,
    corrections: readonly SelectorCorrection[]
  ): Promise<CorrectionsUsed | undefined> {
    return this.#ask(tabId, { kind: "corrections-use", corrections }, correctionsUsed, VERSION_MS).catch(
      () => undefined
    )
  }

  /** Asks the script by which the agent shows where the ticket is. Returns undefined if it isn't there. */
  async picker<T extends z.ZodMiniType>(tabId: number, question: ToPicker, schema: T): Promise<z.infer<T> | undefined> {
    return this.#ask(tabId, question, schema, VERSION_MS).catch(() => undefined)
  }

  /** Has a page say anew what it shows. Nothing happens if no script of ours listens there. */
  async tellAgain(tabId: number): Promise<void> {
    await this.#ask(tabId, { kind: "tell-again" }, z.object({ ok: z.literal(true) }), VERSION_MS).catch(() => undefined)
  }

  /** Has a page go by its helpdesk's API from now on. Nothing happens if no script of ours listens there. */
  async useApi(tabId: number, helpdesk: ApiHelpdeskId): Promise<void> {
    const question = { kind: "api-use" as const, helpdesk }
    await this.#ask(tabId, question, z.object({ ok: z.literal(true) }), VERSION_MS).catch(() => undefined)
  }

  /** Returns what the page shows now, or `undefined` if no script of ours listens there. */
  async probe(tabId: number): Promise<ProbeAnswer | undefined> {
    return this.#ask(tabId, { kind: "page-probe" }, probeAnswer, VERSION_MS).catch(() => undefined)
  }

  async #ask<T extends z.ZodMiniType>(
    tabId: number,
    question: ToPage | ToPicker,
    schema: T,
    milliseconds: number,
    signal?: AbortSignal
  ): Promise<z.infer<T>> {
    const correcting = question.kind === "corrections-use" ? undefined : this.#correct(tabId)
    if (correcting) await correcting
    const limit = AbortSignal.any([AbortSignal.timeout(milliseconds), ...(signal ? [signal] : [])])
    let answer: unknown
    try {
      answer = await orAborted(this.#browser.messages.sendToTab(tabId, question), limit)
    } catch (cause) {
      signal?.throwIfAborted()
      throw new HelpdeskPageFault({ ok: false, code: limit.aborted ? "timeout" : "no-ticket" }, { cause })
    }
    const parsed = schema.safeParse(answer)
    if (!parsed.success)
      throw new HelpdeskPageFault(
        { ok: false, code: answer === undefined ? "no-ticket" : "page-changed", part: "answer" },
        { cause: parsed.error }
      )
    return parsed.data
  }

  /** @throws HelpdeskPageFault also for what the page says it can't do */
  async #done<Good extends { ok: true }>(
    tabId: number,
    question: ToPage,
    schema: z.ZodMiniType<Good | PageProblem>,
    milliseconds: number,
    signal?: AbortSignal
  ): Promise<Good> {
    const answer = await this.#ask(tabId, question, schema, milliseconds, signal)
    if (answer.ok) return answer
    if (answer.code === "page-changed") this.#onBrokenPart(tabId, answer.part ?? "")
    throw new HelpdeskPageFault(answer)
  }
}

/** Something that a page couldn't do. */
export class HelpdeskPageFault extends Error {
  override name = "HelpdeskPageFault"
  readonly code: PageProblem["code"]
  readonly part: string | undefined
  readonly retryable = true
  constructor(problem: PageProblem, options?: ErrorOptions) {
    super(`the page says ${problem.code}`, options)
    this.code = problem.code
    this.part = problem.part
  }

  get notice(): Notice {
    return { code: NOTICES[this.code], ...(this.part === undefined ? {} : { data: { part: this.part } }) }
  }
}

/**
 * In milliseconds. A thread of 200 messages comes in pages. The page itself gives up on the newest message after 2 s.
 */
const READ_MS = 30_000
const VERSION_MS = 3_000
const INSERT_MS = 15_000
const SHOW_MS = 3_000

const NOTICES: Record<PageProblem["code"], NoticeCode> = {
  "page-changed": "page-changed",
  "logged-out": "logged-out",
  "other-ticket": "other-ticket",
  "newer-message": "newer-message",
  "not-public": "not-public",
  "copy-only": "copy-only",
  "no-editor": "no-editor",
  "not-there": "not-there",
  "already-inserted": "already-inserted",
  unreadable: "unreadable",
  timeout: "unreadable",
  "no-macros": "macros-unreadable",
  "macros-unreadable": "macros-unreadable",
  "macro-gone": "macro-gone",
  "no-ticket": "site-off",
  "no-message": "no-message",
  "words-changed": "words-changed",
  "no-selection": "no-selection",
  "known-helpdesk": "known-helpdesk",
  "bad-recipe": "bad-recipe",
  "token-wanted": "token-wanted",
  several: "several"
}

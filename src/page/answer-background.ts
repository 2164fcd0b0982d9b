import type {
  AttachmentAnswer,
  CorrectionsUsed,
  EarlierAnswer,
  EditorAnswer,
  InsertAnswer,
  MacroAnswer,
  MacrosAnswer,
  PageProblem,
  ProbeAnswer,
  RecipeAnswer,
  SelectionAnswer,
  SelfTestAnswer,
  ShownAnswer,
  TicketAnswer,
  ToPage,
  VersionAnswer
} from "../protocol/page.ts"
import { withoutPronouns } from "../helpdesks/contract/without-pronouns.ts"
import { brokenParts } from "../ticket/page-part.ts"
import { isUnreadHelpdesk, TAUGHT_PAGE } from "../ticket/page-recipe.ts"
import { SELECTED_TEXT } from "../ticket/ticket-key.ts"
import { withDescribedPictures } from "./described-pictures.ts"
import { replyEditor, type HelpdeskPage, requireInFront } from "./helpdesk-page.ts"
import { insertDraft, replaceInEditor } from "./insert-draft.ts"
import { createMacroCache, type MacroCache } from "./macro-cache.ts"
import { pageProblemOf, PageRefusal } from "./page-problem.ts"
import { readAttachment } from "./read-attachment.ts"
import { CopyOnly } from "../helpdesks/contract/adapter.ts"

export type PageAnswer =
  | TicketAnswer
  | VersionAnswer
  | EarlierAnswer
  | AttachmentAnswer
  | InsertAnswer
  | EditorAnswer
  | ShownAnswer
  | ProbeAnswer
  | SelfTestAnswer
  | MacrosAnswer
  | MacroAnswer
  | SelectionAnswer
  | RecipeAnswer
  | CorrectionsUsed

/** How long reading a whole ticket may take, in ms. */
const READ_TICKET = 20_000

/** What takes the place of an adapter. */
export type Instead = Extract<ToPage, { kind: "selection-take" | "recipe-use" }>

/**
 * Answers the background. It never rejects: a failure is answered as a `PageProblem`. Other listeners tell again what
 * is open, note that there is a token for an API, take corrected selectors, and take a selected text, or other places,
 * in a page that no adapter of a helpdesk reads.
 * @param takeInstead takes a selected text from a page that no longer looks as its adapter knows it, or reads it by
 * places that were shown where the adapter isn't certain
 */
export function createAnswerer(
  helpdeskPage: HelpdeskPage,
  signal: AbortSignal,
  takeInstead?: (what: Instead) => SelectionAnswer | RecipeAnswer
): (message: ToPage) => Promise<PageAnswer> | undefined {
  let inserting: Promise<unknown> = Promise.resolve()
  const shelf = createMacroCache(helpdeskPage)
  let broken = false
  const note = (said: PageAnswer): PageAnswer => {
    if (!said.ok && said.code === "page-changed") broken = true
    if (said.ok && "parts" in said) broken = brokenParts(said.parts).length > 0
    return said
  }
  return (message) => {
    if (message.kind === "corrections-use" || message.kind === "tell-again" || message.kind === "api-use")
      return undefined
    if (message.kind === "selection-take" || message.kind === "recipe-use") {
      if (helpdeskPage.adapter.id === SELECTED_TEXT || helpdeskPage.adapter.id === TAUGHT_PAGE) return undefined
      const may = isUnreadHelpdesk(helpdeskPage.adapter.id) || (broken && message.kind === "selection-take")
      return takeInstead && may
        ? Promise.try(takeInstead, message).catch(pageProblemOf)
        : Promise.resolve({ ok: false, code: "known-helpdesk" })
    }
    if (message.kind !== "draft-insert" && message.kind !== "editor-replace")
      return answer(helpdeskPage, shelf, message, signal).catch(pageProblemOf).then(note)
    // Inserts run one after another, because two quick presses must not both find the editor empty.
    const done: Promise<InsertAnswer | EditorAnswer | PageProblem> = inserting
      .then(
        (): Promise<InsertAnswer | EditorAnswer> =>
          message.kind === "draft-insert"
            ? insertDraft(helpdeskPage, message, signal)
            : replaceInEditor(helpdeskPage, message, signal)
      )
      .catch(pageProblemOf)
    void done.then(note)
    inserting = done
    return done
  }
}

async function answer(
  helpdeskPage: HelpdeskPage,
  shelf: MacroCache,
  message: Exclude<
    ToPage,
    {
      kind:
        | "draft-insert"
        | "editor-replace"
        | "selection-take"
        | "recipe-use"
        | "corrections-use"
        | "tell-again"
        | "api-use"
    }
  >,
  signal: AbortSignal
): Promise<PageAnswer> {
  const { adapter, page } = helpdeskPage
  const within = (ms: number) => AbortSignal.any([signal, AbortSignal.timeout(ms)])
  switch (message.kind) {
    case "ticket-read": {
      const ticket = await adapter.readTicket(page, message.ticketId, within(READ_TICKET))
      return { ok: true, ticket: withDescribedPictures(withoutPronouns(ticket, page.document), page.document) }
    }
    case "newest-public": {
      const { version } = await adapter.newestPublic(page, message.ticketId, within(READ_TICKET))
      return { ok: true, version }
    }
    case "earlier-find": {
      const find = adapter.earlierTickets?.bind(adapter)
      if (!find) return { ok: true, known: false, tickets: [] }
      const tickets = await find(page, message.ticketId, message.since, within(READ_TICKET))
      return { ok: true, known: true, tickets }
    }
    case "editor-read": {
      const { element, composer } = replyEditor(helpdeskPage, message.ticketId)
      return { ok: true, text: composer.read(element) }
    }
    case "message-show":
      return showMessage(helpdeskPage, message)
    case "macros-find":
      return shelf.find(message, within(READ_TICKET))
    case "macro-read":
      return shelf.read(message, within(READ_TICKET))
    case "self-test":
      return selfTest(helpdeskPage)
    case "attachment-read":
      return readAttachment(helpdeskPage, message, within(READ_TICKET))
    case "page-probe": {
      const open = adapter.openTicket(page)
      return { ok: true, helpdesk: adapter.id, ...(open ? { ticketId: open.ticketId } : {}) }
    }
  }
}

/** How long the mark stays, in ms. */
const MARKED = 2500
/**
 * The mark is visible on white and on black. It is drawn inside the element, where nothing cuts it off, and doesn't
 * affect the layout.
 */
const MARK = { outline: "3px solid #0f8a73", outlineOffset: "-3px" }

/**
 * Scrolls the page, without a glide, to a message of the open ticket and marks it for a moment. The mark is an
 * animation, so that no style of the page is changed or has to be restored. It doesn't take the focus.
 * @throws Refused when another ticket is open, or when the message isn't in the page
 */
function showMessage(
  helpdeskPage: HelpdeskPage,
  { ticketId, messageId, at }: Extract<ToPage, { kind: "message-show" }>
): ShownAnswer {
  requireInFront(helpdeskPage, ticketId)
  const {
    adapter,
    page: { document }
  } = helpdeskPage
  const element = adapter.messageElement?.(helpdeskPage.page, ticketId, { id: messageId, at })
  if (!element) throw new PageRefusal({ code: "no-message" })
  const view = document.defaultView
  // A message longer than the window is shown from its beginning.
  const fits = element.getBoundingClientRect().height < (view?.innerHeight ?? 0)
  element.scrollIntoView({ block: fits ? "center" : "start", behavior: "instant" })
  const calm = view?.matchMedia("(prefers-reduced-motion: reduce)").matches ?? true
  const faded = calm ? MARK : { ...MARK, outlineColor: "transparent" }
  element.animate([MARK, { ...MARK, offset: 0.8 }, faded], { duration: MARKED })
  return { ok: true }
}

/** Says how the page in front fits what its adapter knows, and whether its editor is of a known kind. */
export function selfTest({ adapter, composers, page }: HelpdeskPage): SelfTestAnswer {
  const ticketId = adapter.openTicket(page)?.ticketId
  const parts = adapter.selfTest(page)
  const editor = parts.find(({ part, fit }) => part === "reply editor" && fit === "fits")
  const product = adapter.productVersion?.(page)
  return {
    ok: true,
    helpdesk: adapter.id,
    ...(ticketId === undefined ? {} : { ticketId }),
    ...(product === undefined ? {} : { product }),
    parts:
      editor && ticketId !== undefined && !isKnownEditor(() => adapter.findReplyEditor(page, ticketId), composers)
        ? [...parts, { part: "known editor", fit: "broken" }]
        : parts
  }
}

/** Where a reply is never proven to be public, no editor is written in, so none needs to be known. */
function isKnownEditor(find: () => HTMLElement, composers: HelpdeskPage["composers"]): boolean {
  try {
    const editor = find()
    return composers.some((composer) => composer.accepts(editor))
  } catch (error) {
    if (error instanceof CopyOnly) return true
    throw error
  }
}

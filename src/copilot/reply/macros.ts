import { BLANK, plainBlanks } from "../../ticket/draft.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { Store } from "../../store/store.ts"
import { noticeOf } from "../ticket/notices.ts"
import { PageError } from "../ticket/page-client.ts"
import { runReadOnly } from "../ticket/show-message.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/** The macros of the ticket's helpdesk. They are read and searched in its page; none is kept or sent anywhere. */
export async function findMacros(
  services: Services,
  state: TicketState,
  words: string | undefined
): Promise<CommandAnswer> {
  return runReadOnly(services, state, async (tabId) => ({
    ok: true,
    macros: await services.page.findMacros(tabId, words)
  }))
}

/** The text of one for this ticket, what nobody could fill as blanks. */
export async function readMacro(services: Services, state: TicketState, macroId: string): Promise<CommandAnswer> {
  return runReadOnly(services, state, async (tabId) => ({
    ok: true,
    macro: { text: await services.page.readMacro(tabId, state.ticket.ticketId, macroId) }
  }))
}

/**
 * Puts a macro's text, or a solved ticket's reply, into the reply editor: with a draft's refusals but one. A macro
 * answers no message in particular, and whoever chose it just now has seen the thread: a newer message doesn't stop it,
 * and none is read.
 */
export async function insertMacro(
  services: Services,
  state: TicketState,
  store: Store,
  { text, anyway, document }: Extract<PanelCommand, { kind: "panel-macro-insert" }>
): Promise<CommandAnswer> {
  const told = (code: NonNullable<TicketState["notice"]>["code"], data?: Record<string, string | number>) => {
    state.notice = { code, ...(data ? { data } : {}) }
    services.show(state)
  }
  const blanks = [...text.matchAll(BLANK)]
  if (blanks.length > 0 && anyway !== true) return { ok: false, code: "blank-open" }
  const tab = await services.tabs.byKey(state.key)
  if (!tab) {
    told("other-ticket")
    return { ok: false, code: "other-ticket" }
  }
  try {
    await services.page.insert(tab.tabId, { ticketId: state.ticket.ticketId, text: plainBlanks(text) })
    told("inserted")
    if (document) await tellUsed(services, state, store, document)
    return { ok: true }
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    const { code, data } = noticeOf(error)
    told(error.code === "already-inserted" ? "macro-there" : code, data)
    return { ok: false, code: error.code === "already-inserted" ? "macro-there" : code }
  }
}

/**
 * Waits with the outcomes until the relay has it; told once by its id. That it can't be kept takes nothing back: the
 * text stands in the editor.
 */
async function tellUsed(
  services: Services,
  state: TicketState,
  store: Store,
  { id: document, version }: { id: string; version?: number | undefined }
): Promise<void> {
  const id = crypto.randomUUID()
  const { helpdesk, ticketId } = state.ticket
  const used = { id, document, ...(version === undefined ? {} : { version }), helpdesk, ticketId }
  await store.outbox
    .put({ id, key: state.key, tries: 0, used }, services.clock.now())
    .catch((error: unknown) => services.reportError(error))
  services.deliver()
}

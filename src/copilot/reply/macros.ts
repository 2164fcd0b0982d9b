import { BLANK, plainBlanks } from "../../ticket/draft.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { Store } from "../../store/store.ts"
import { noticeOf } from "../ticket/notices.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import { runReadOnly } from "../ticket/show-message.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/** Searches the macros of the ticket's helpdesk in its page. None is kept or sent anywhere. */
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

/** Returns a macro's text for this ticket. What nobody could fill in is left as blanks. */
export async function readMacro(services: Services, state: TicketState, macroId: string): Promise<CommandAnswer> {
  return runReadOnly(services, state, async (tabId) => ({
    ok: true,
    macro: { text: await services.page.readMacro(tabId, state.ticket.ticketId, macroId) }
  }))
}

/**
 * Puts a macro's text, or a solved ticket's reply, into the reply editor. It is refused in the same cases as a draft,
 * except one: a macro answers no message in particular, and whoever chose it has just seen the thread. So a newer
 * message doesn't stop it, and none is read.
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
    if (!(error instanceof HelpdeskPageFault)) throw error
    const { code, data } = noticeOf(error)
    told(error.code === "already-inserted" ? "macro-there" : code, data)
    return { ok: false, code: error.code === "already-inserted" ? "macro-there" : code }
  }
}

/**
 * Stores the use with the outcomes until the relay has it, once for each id. If it can't be stored, the text stays in
 * the editor all the same.
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

import { BLANK, plainBlanks } from "../../ticket/draft.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { Store } from "../../store/store.ts"
import { noticeOf } from "../ticket/notices.ts"
import { PageError } from "../ticket/page-door.ts"
import { looking } from "../ticket/show-message.ts"
import type { Desk, Work } from "../ticket/work.ts"

/** The macros of the ticket's helpdesk. They are read and searched in its page; none is kept or sent anywhere. */
export async function macros(desk: Desk, work: Work, words: string | undefined): Promise<CommandAnswer> {
  return looking(desk, work, async (tabId) => ({ ok: true, macros: await desk.page.findMacros(tabId, words) }))
}

/** The text of one for this ticket, what nobody could fill as blanks. */
export async function macro(desk: Desk, work: Work, macroId: string): Promise<CommandAnswer> {
  return looking(desk, work, async (tabId) => ({
    ok: true,
    macro: { text: await desk.page.readMacro(tabId, work.ticket.ticketId, macroId) }
  }))
}

/**
 * Puts a macro's text, or a solved ticket's reply, into the reply editor: with a draft's refusals but one. A macro
 * answers no message in particular, and whoever chose it just now has seen the thread: a newer message doesn't stop it,
 * and none is read.
 */
export async function insertMacro(
  desk: Desk,
  work: Work,
  store: Store,
  { text, anyway, document }: Extract<PanelCommand, { kind: "panel-macro-insert" }>
): Promise<CommandAnswer> {
  const told = (code: NonNullable<Work["notice"]>["code"], data?: Record<string, string | number>) => {
    work.notice = { code, ...(data ? { data } : {}) }
    desk.show(work)
  }
  const blanks = [...text.matchAll(BLANK)]
  if (blanks.length > 0 && anyway !== true) return { ok: false, code: "blank-open" }
  const tab = await desk.tabs.byKey(work.key)
  if (!tab) {
    told("other-ticket")
    return { ok: false, code: "other-ticket" }
  }
  try {
    await desk.page.insert(tab.tabId, { ticketId: work.ticket.ticketId, text: plainBlanks(text) })
    told("inserted")
    if (document) await tellUsed(desk, work, store, document)
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
  desk: Desk,
  work: Work,
  store: Store,
  { id: document, version }: { id: string; version?: number | undefined }
): Promise<void> {
  const id = crypto.randomUUID()
  const { helpdesk, ticketId } = work.ticket
  const used = { id, document, ...(version === undefined ? {} : { version }), helpdesk, ticketId }
  await store.outbox
    .put({ id, key: work.key, tries: 0, used }, desk.clock.now())
    .catch((error: unknown) => desk.trouble(error))
  desk.deliver()
}

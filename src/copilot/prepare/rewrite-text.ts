import { NO_PLACEHOLDERS } from "../../masking/basis/placeholder-table.ts"
import type { MaskTable } from "../../masking/index.ts"
import { restore } from "../../masking/restore.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { OutgoingTicket } from "../../protocol/outgoing.ts"
import type { RewriteAnswer } from "../../protocol/search.ts"
import type { Store } from "../../store/store.ts"
import { visibleReply } from "../../text/mail/mail-parts.ts"
import { draftAsWritten, EMPTY_MASKED_TEXT, restoreBlanks, rewriteBody, wordsAlsoIn } from "../relay-client/egress.ts"
import type { TicketPeople } from "../relay-client/copilot-parts.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import { runInOrder, ticketPeopleOf, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { asking, kept, maskedTicket } from "./knowledge.ts"
import { restoredRows } from "./translate-thread.ts"
import { relayFor } from "../ticket/ticket-off.ts"

/**
 * Has the draft, or the agent's own reply in the editor, reworded. The text is masked like everything that is said
 * about a ticket. Nothing is changed: the panel shows the rewrite beside the text, and the agent takes it or not.
 */
export function rewriteText(
  services: Services,
  state: TicketState,
  store: Store,
  { change, wish = "", text: given }: Extract<PanelCommand, { kind: "panel-rewrite" }>
): Promise<CommandAnswer> {
  return asking(services, async (signal) => {
    try {
      if (change === "wish" && wish.trim() === "") return { ok: false, code: "rewrite-no-wish" }
      const text = await replyToReword(services, state, given)
      if (typeof text !== "string") return text
      const body = await runInOrder(state, () => masked(services, state, store, { change, wish, text }, signal))
      const answer = await (await relayFor(services, state)).call("POST /v1/rewrite", { body }, signal)
      return { ok: true, rewrite: { before: text, ...restored(answer, state) } }
    } catch (error) {
      if (error instanceof HelpdeskPageFault) return { ok: false, code: error.notice.code }
      if (error instanceof RelayFault && NO_REWRITE.has(error.code)) return { ok: false, code: `rewrite-${error.code}` }
      throw error
    }
  })
}

/**
 * Returns this text or, without any, the agent's reply in the editor; or why it can't be reworded.
 * @throws HelpdeskPageFault
 */
export async function replyToReword(
  services: Services,
  state: TicketState,
  given: string | undefined
): Promise<string | Extract<CommandAnswer, { ok: false }>> {
  const text = given ?? (await ownReply(services, state))
  if (text.trim() === "") return { ok: false, code: "rewrite-empty" }
  return text.length > MAX_CHARACTERS ? { ok: false, code: "rewrite-long" } : text
}

/** Puts a rewrite in the place of the words in the editor that it was made from, in one step of the editor's undo. */
export async function putRewrite(
  services: Services,
  state: TicketState,
  { was, text }: Extract<PanelCommand, { kind: "panel-rewrite-put" }>
): Promise<CommandAnswer> {
  const tabId = (await services.tabs.byKey(state.key))?.tabId
  if (tabId === undefined) return { ok: false, code: "other-ticket" }
  try {
    const now = await services.page.readEditor(tabId, state.ticket.ticketId)
    const from = now.indexOf(was)
    if (from < 0) return { ok: false, code: "words-changed" }
    await services.page.replaceWords(tabId, { ticketId: state.ticket.ticketId, from, was, text })
    return { ok: true }
  } catch (error) {
    if (error instanceof HelpdeskPageFault) return { ok: false, code: error.notice.code }
    throw error
  }
}

/** Returns what the agent wrote in the editor, without quote and signature. @throws HelpdeskPageFault */
async function ownReply(services: Services, state: TicketState): Promise<string> {
  const tab = await services.tabs.byKey(state.key)
  if (!tab) throw new HelpdeskPageFault({ ok: false, code: "no-ticket" })
  const text = await services.page.readEditor(tab.tabId, state.ticket.ticketId)
  const { visible } = visibleReply(text)
  return text.includes(visible) ? visible : text
}

async function masked(
  services: Services,
  state: TicketState,
  store: Store,
  { change, wish, text }: { change: RewriteChange; wish: string; text: string },
  signal: AbortSignal
) {
  const ticket = change === "spelling" ? await maskedTicket(services, state, store, signal) : undefined
  const {
    said: [said = EMPTY_MASKED_TEXT, wished = EMPTY_MASKED_TEXT],
    table
  } = await maskedReply(services, state, store, [text, wish], signal, ticket?.table)
  const language = state.draft?.language ?? state.record?.language
  const body = rewriteBody({
    text: said,
    change,
    ...(change === "wish" ? { wish: wished } : {}),
    // What the ticket and its sources write like this is no slip.
    ...(change === "spelling" && ticket ? { keep: wordsAlsoIn(said, textsAround(ticket.masked, state)) } : {}),
    ...(language ? { locale: language } : {})
  })
  return kept(services, state, store, table, "/v1/rewrite", body)
}

/**
 * Masks texts of the agent by the ticket's table. The relay's own blanks stay as they are.
 * @param known the table of the ticket, if it was masked just now
 */
export async function maskedReply(
  services: Services,
  state: TicketState,
  store: Store,
  texts: string[],
  signal: AbortSignal,
  known?: MaskTable
) {
  const before = state.table ?? known ?? (await maskedTicket(services, state, store, signal)).table
  return maskedBeside(services, state, { people: ticketPeopleOf(state), table: before }, texts, signal)
}

/** Masks texts of the agent like `maskedReply`, by a table, with the people whom a ticket names. */
export async function maskedBeside(
  services: Services,
  state: TicketState,
  { people, table: before }: { people: TicketPeople; table: MaskTable },
  texts: string[],
  signal: AbortSignal
) {
  const { masked, table } = await services.egress.texts(texts, people, before, state.overrides, signal)
  return { said: masked.map((text) => restoreBlanks(text, table, draftAsWritten(state.draft))), table }
}

const textsAround = ({ subject, messages }: OutgoingTicket, { draft }: TicketState): string[] => [
  subject,
  ...messages.map(({ text }) => text),
  ...(draft?.sources ?? []).flatMap(({ title, passage }) => [title, passage])
]

type RewriteChange = Extract<PanelCommand, { kind: "panel-rewrite" }>["change"]

/** Puts the real values back. */
function restored(answer: RewriteAnswer, state: TicketState): RewriteAnswer {
  const table = state.table ?? NO_PLACEHOLDERS
  const clear = (text: string) => restore(text, table).text
  return {
    ...answer,
    text: clear(answer.text),
    ...(answer.safe !== undefined && { safe: clear(answer.safe) }),
    rows: restoredRows(answer.rows, table)
  }
}

/** Why there is no rewrite, in codes of the relay that the panel has a sentence for. */
const NO_REWRITE: ReadonlySet<string> = new Set([
  "no-model",
  "no-rewrite",
  "same-language",
  "no-dictionary",
  "no-steps"
])
/** The maximum that a request may have. */
const MAX_CHARACTERS = 20_000

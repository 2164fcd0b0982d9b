import { NO_PLACEHOLDERS } from "../../masking/basis/placeholder-table.ts"
import { restore } from "../../masking/restore.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { RewriteRow, TranslatedMessage } from "../../protocol/search.ts"
import type { RelayBody } from "../../protocol/outgoing.ts"
import type { Store } from "../../store/store.ts"
import { rewriteBody } from "../relay-client/egress.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import { runInOrder, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { asking, kept, maskedTicket } from "./knowledge.ts"
import { relayFor } from "../ticket/ticket-off.ts"

type Message = Omit<TranslatedMessage, "rows" | "writer">

/**
 * Has the newest public messages translated, each by itself, so that one that fails by its language costs no other.
 * They are masked like the ticket. Notes are never among them.
 */
export function translateThread(
  services: Services,
  state: TicketState,
  store: Store,
  { change }: Extract<PanelCommand, { kind: "panel-translate" }>
): Promise<CommandAnswer> {
  return asking(services, async (signal) => {
    try {
      const messages = await runInOrder(state, () => newestMessages(services, state, store, change, signal))
      const translated = await Promise.all(
        messages.map(async ({ body, ...message }): Promise<TranslatedMessage> => {
          const answer = await translation(services, state, body, signal)
          return { ...message, rows: [], ...answer }
        })
      )
      return { ok: true, translated: translated.map((one) => restored(one, state)) }
    } catch (error) {
      if (error instanceof RelayFault && error.code === "no-model") return { ok: false, code: "rewrite-no-model" }
      throw error
    }
  })
}

async function newestMessages(
  services: Services,
  state: TicketState,
  store: Store,
  change: Extract<PanelCommand, { kind: "panel-translate" }>["change"],
  signal: AbortSignal
): Promise<(Message & { body: RelayBody })[]> {
  const { messages, table } = await maskedMessages(services, state, store, signal)
  const newest: (Message & { body: RelayBody })[] = []
  for (const { text, ...message } of messages) {
    const body = await kept(services, state, store, table, "/v1/rewrite", rewriteBody({ text, change, verify: false }))
    newest.push({ ...message, body })
  }
  return newest
}

/** Returns the newest public messages, masked, and the table by which they can be restored. */
export async function maskedMessages(services: Services, state: TicketState, store: Store, signal: AbortSignal) {
  const { masked, table } = await maskedTicket(services, state, store, signal)
  const messages = masked.messages.flatMap(({ id, author, role, at, text }) =>
    role === "system" || text.trim() === "" ? [] : [{ id, author, role, at, text }]
  )
  return { messages: messages.slice(-MAX_MESSAGES), table }
}

/** Returns nothing for a text that is in the language already. */
async function translation(
  services: Services,
  state: TicketState,
  body: RelayBody,
  signal: AbortSignal
): Promise<Pick<TranslatedMessage, "rows" | "writer"> | undefined> {
  try {
    const { rows, writer } = await (await relayFor(services, state)).call("POST /v1/rewrite", { body }, signal)
    return { rows, writer }
  } catch (error) {
    if (error instanceof RelayFault && error.code === "same-language") return undefined
    throw error
  }
}

function restored(message: TranslatedMessage, state: TicketState): TranslatedMessage {
  const table = state.table ?? NO_PLACEHOLDERS
  return { ...message, author: restore(message.author, table).text, rows: restoredRows(message.rows, table) }
}

/** Puts the real values back into rows of a rewrite or a translation. */
export function restoredRows(rows: RewriteRow[], table: Parameters<typeof restore>[1]): RewriteRow[] {
  const clear = (text: string) => restore(text, table).text
  const clearAll = (changes: RewriteRow["changes"]) =>
    changes.map((one) => ({ ...one, before: clear(one.before), after: clear(one.after) }))
  return rows.map(({ before, after, changes, settled }) => ({
    before: clear(before),
    after: clear(after),
    changes: clearAll(changes),
    ...(settled && { settled: clearAll(settled) })
  }))
}

/** What stands further up is known, or was answered. */
const MAX_MESSAGES = 6

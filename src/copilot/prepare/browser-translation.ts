import { NO_PLACEHOLDERS } from "../../masking/basis/placeholder-table.ts"
import { restore } from "../../masking/restore.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { TextToTranslate } from "../../protocol/search.ts"
import type { Store } from "../../store/store.ts"
import { languageInto } from "../../ticket/rewrite.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import { runInOrder, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { asking } from "./knowledge.ts"
import { maskedReply, replyToReword } from "./rewrite-text.ts"
import { maskedMessages, restoredRows } from "./translate-thread.ts"

/**
 * Returns the masked texts that the browser's own translator gets in the panel: the newest public messages, this text,
 * or the reply in the editor. Nothing is sent. They are masked although they stay in this browser, because the
 * comparison holds placeholders, not people, side by side, and a translator may write names otherwise.
 */
export function textsToTranslate(
  services: Services,
  state: TicketState,
  store: Store,
  { change, of, text: given }: Extract<PanelCommand, { kind: "panel-texts" }>
): Promise<CommandAnswer> {
  return asking(services, async (signal) => {
    try {
      const texts =
        of === "thread"
          ? await threadTexts(services, state, store, signal)
          : await replyTexts(services, state, store, given, signal)
      if (!Array.isArray(texts)) return texts
      const languages = await services.checkTranslation({
        kind: "translation",
        into: languageInto(change) ?? "",
        texts: texts.map(({ masked: before }) => ({ before }))
      })
      return { ok: true, texts: texts.map((text, at) => ({ ...text, language: languages[at]?.language ?? null })) }
    } catch (error) {
      if (error instanceof HelpdeskPageFault) return { ok: false, code: error.notice.code }
      throw error
    }
  })
}

/** Holds the browser's translations beside their texts, and puts the real values back into both. */
export function compareTranslated(
  services: Services,
  state: TicketState,
  { change, texts }: Extract<PanelCommand, { kind: "panel-compare-translation" }>
): Promise<CommandAnswer> {
  return asking(services, async () => {
    const compared = await services.checkTranslation({
      kind: "translation",
      into: languageInto(change) ?? "",
      texts
    })
    const table = state.table ?? NO_PLACEHOLDERS
    return {
      ok: true,
      compared: texts.map(({ after }, at) => ({
        text: restore(after, table).text,
        rows: restoredRows(compared[at]?.rows ?? [], table)
      }))
    }
  })
}

type MaskedPart = Omit<TextToTranslate, "language">

async function threadTexts(
  services: Services,
  state: TicketState,
  store: Store,
  signal: AbortSignal
): Promise<MaskedPart[]> {
  const { messages, table } = await runInOrder(state, () => maskedMessages(services, state, store, signal))
  await keepTable(state, store, table)
  const clear = (text: string) => restore(text, table).text
  return messages.map(({ id, author, role, at, text }) => ({
    id,
    author: clear(author),
    role,
    at,
    before: clear(text),
    masked: text
  }))
}

async function replyTexts(
  services: Services,
  state: TicketState,
  store: Store,
  given: string | undefined,
  signal: AbortSignal
): Promise<MaskedPart[] | Extract<CommandAnswer, { ok: false }>> {
  const text = await replyToReword(services, state, given)
  if (typeof text !== "string") return text
  const { said, table } = await runInOrder(state, () => maskedReply(services, state, store, [text], signal))
  await keepTable(state, store, table)
  return [{ id: "", author: "", role: "agent", at: "", before: text, masked: said[0] ?? "" }]
}

/** What is masked now must be restored later, though no request was made with it. */
async function keepTable(state: TicketState, store: Store, table: NonNullable<TicketState["table"]>): Promise<void> {
  await store.tables.put(state.key, table)
  state.table = table
}

import { NO_PLACEHOLDERS } from "../../masking/basis/placeholder-table.ts"
import { restore } from "../../masking/restore.ts"
import type { DraftRecord } from "../../store/records.ts"
import { attachmentSource } from "../../ticket/attachment.ts"
import type { Source } from "../../ticket/draft.ts"
import { promiseLine } from "../../ticket/earlier-ticket.ts"
import { sendable } from "../lookups/ticket-facts.ts"
import type { TicketState } from "../ticket/ticket-state.ts"

/**
 * Puts their text into the sources of a draft that only this browser has: what was looked up, what was promised in
 * earlier tickets, and the passages of attachments. The relay names those without their text.
 */
export function withPassages(
  sources: readonly Source[],
  draft: DraftRecord,
  { record, table = NO_PLACEHOLDERS }: Pick<TicketState, "record" | "table">
): Source[] {
  const restored = (text: string) => restore(text, table).text
  const promises = (record?.earlier?.promises ?? []).map((one) => ({ ...one, text: restored(one.text) }))
  const attachments = (draft.attached ?? []).map(({ n, name, text }) => ({
    id: attachmentSource(n),
    title: restored(name),
    passage: restored(text)
  }))
  return sources.map((source) => {
    if (source.kind === "lookup") return withAnswer(source, draft)
    if (source.kind === "earlier") return withPromises(source, promises)
    const attachment = attachments.find(({ id }) => source.kind === "attachment" && source.id === id)
    return attachment ? { ...source, ...attachment } : source
  })
}

function withAnswer(source: Source, { lookups = [], facts = {} }: DraftRecord): Source {
  const result = lookups.find(({ name }) => source.id === `lookup:${name}`)
  if (!result) return source
  const lines = sendable(result, facts).map(({ label, value }) => `${label}: ${value ?? "not known"}`)
  return { ...source, passage: lines.join("\n"), changed: result.at }
}

type Promises = NonNullable<NonNullable<TicketState["record"]>["earlier"]>["promises"]

function withPromises(source: Source, promises: Promises): Source {
  const ofTicket = promises.filter(({ ticketId }) => source.id === `earlier:${ticketId}`)
  const [newest] = ofTicket
  if (!newest) return source
  return { ...source, passage: ofTicket.map(promiseLine).join("\n"), changed: newest.at, url: newest.url }
}

import type { DraftRecord, WantedDraft } from "../../store/records.ts"
import { newestPublicId, type Ticket } from "../../ticket/ticket.ts"
import { NEW_DRAFT } from "../draft/stored-life.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/**
 * Returns the record of a draft that is about to be written.
 * @param ticket the whole ticket, whose internal notes and attachments stay in the browser
 */
export function newDraft(
  services: Services,
  state: TicketState,
  wanted: WantedDraft,
  ticket: Ticket,
  { replaced, older }: { replaced: number; older: number }
): DraftRecord {
  const notes = ticket.messages.filter((message) => message.visibility === "internal")
  const attachments = ticket.messages.flatMap((message) => (message.attachments ?? []).map((file) => file.name))
  return {
    id: wanted.draftId,
    key: state.key,
    version: newestPublicId(ticket),
    note: notes.at(-1)?.id ?? "",
    ...NEW_DRAFT,
    masked: "",
    claims: [],
    sources: [],
    questions: [],
    model: "",
    pipelineVersion: "",
    language: null,
    kept: [],
    times: { opened: state.record?.openedAt ?? wanted.askedAt, asked: wanted.askedAt },
    ...(wanted.prepared ? { prepared: true } : {}),
    stayed: { notes: notes.length, attachments, replaced, ...(older > 0 ? { older } : {}) },
    savedAt: isoNow(services.clock)
  }
}

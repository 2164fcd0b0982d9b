import type { DraftRecord, WantedDraft } from "../../store/records.ts"
import { newestPublicId, type Ticket } from "../../ticket/ticket.ts"
import { listedAttachments } from "../attachments/listed-attachments.ts"
import { NEW_DRAFT } from "../draft/stored-life.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/**
 * Returns the record of a draft that is about to be written.
 * @param ticket the whole ticket, whose internal notes and attachments stay in the browser
 * @param sent the ids of attachments of which something goes along
 */
export function newDraft(
  services: Services,
  state: TicketState,
  wanted: WantedDraft,
  ticket: Ticket,
  { replaced, older, sent }: { replaced: number; older: number; sent: readonly string[] }
): DraftRecord {
  const notes = ticket.messages.filter((message) => message.visibility === "internal")
  const attachments = listedAttachments(ticket)
    .filter(({ id }) => !sent.includes(id))
    .map(({ name }) => name)
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

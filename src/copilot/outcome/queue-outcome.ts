import { BLANK } from "../../ticket/draft.ts"
import type { Message } from "../../ticket/ticket.ts"
import { MAX_OUTCOME_NOTE, MAX_REPLY_CHARACTERS, type Outcome } from "../../protocol/outcome.ts"
import { NO_PLACEHOLDERS, type MaskTable } from "../../masking/basis/placeholder-table.ts"
import type { DraftRecord, DraftUse, WaitingOutcome } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { compareWords } from "../../text/edit-distance.ts"
import { draftAsWritten, truncateMasked, EMPTY_MASKED_TEXT } from "../relay-client/egress.ts"
import type { DraftEvent } from "../draft/draft-states.ts"
import { sendDraftEvent } from "../draft/send-event.ts"
import { ticketAfter } from "../draft/stored-life.ts"
import { firstShown } from "../draft/draft-text.ts"
import { isoNow, type TicketPeople } from "../relay-client/copilot-parts.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/** What became of one reply, or of a draft that no reply was seen of. */
export interface ReplyOutcome {
  kind: Outcome["kind"]
  /**
   * The id and the revision of the outcome go on from here. Without a use the outcome is reported for the first time.
   */
  used?: DraftUse | undefined
  draft?: DraftRecord | undefined
  /** `sent`: the message without what stood in the editor before. Of several messages, the last is `message`. */
  reply?: { message: Pick<Message, "id" | "at">; sent: string } | undefined
  known: TicketPeople
  /** What this changes in the ticket. It is stored together with the outcome, so that a reply is counted once. */
  event: DraftEvent
}

/**
 * Queues an outcome. It is compared unmasked here, and masked before it is kept for the relay.
 * @throws what masking and the store throw
 */
export async function queueOutcome(
  services: Services,
  state: TicketState,
  store: Store,
  told: ReplyOutcome
): Promise<void> {
  if (!state.record) return
  const outcome = await outcomeOf(services, state, told)
  await state.saving
  const { outcomeId, revision } = outcome.told
  await store.queueOutcome({
    ticket: ticketAfter(state.record, state.draft, told.event),
    table: outcome.table,
    due: services.clock.now(),
    // Each revision has its own item, so that one that is being sent doesn't take the next one with it.
    item: {
      id: revision === 1 ? outcomeId : `${outcomeId} ${revision}`,
      key: state.key,
      tries: 0,
      outcome: outcome.told
    }
  })
  sendDraftEvent(state, told.event)
  state.table = outcome.table
  services.deliver()
}

async function outcomeOf(
  services: Services,
  state: TicketState,
  { kind, used, draft, reply, known }: ReplyOutcome
): Promise<{ told: WaitingOutcome["outcome"]; table: MaskTable }> {
  const before = state.table ?? NO_PLACEHOLDERS
  const first = draft ? cut(firstShown(draft, before).text) : ""
  const sent = reply && cut(reply.sent)
  const { reasons, note = "" } = used?.rejected ?? {}
  // The draft came from the relay, so it is masked already. What was sent goes through the same egress as
  // everything else.
  const {
    masked: [maskedSent = EMPTY_MASKED_TEXT, maskedNote = EMPTY_MASKED_TEXT],
    table
  } = await services.egress.texts([sent ?? "", note], known, before, state.overrides, new AbortController().signal)
  const compared = draft && sent !== undefined ? compareWords(first, sent, BLANK) : undefined
  const isCut =
    (draft?.masked ?? "").length > MAX_REPLY_CHARACTERS ||
    (reply?.sent ?? "").length > MAX_REPLY_CHARACTERS ||
    maskedSent.length > MAX_REPLY_CHARACTERS
  const { opened = state.record?.openedAt, firstText: written, ready } = draft?.times ?? {}
  // A draft that was there before the ticket was opened took no time.
  const firstText =
    written !== undefined && opened !== undefined && Date.parse(written) < Date.parse(opened) ? opened : written
  const { helpdesk, ticketId } = state.ticket
  const isUse = used !== undefined && used.kind !== "shown"
  return {
    table,
    told: {
      outcomeId: used?.outcomeId ?? crypto.randomUUID(),
      revision: (used?.told ?? 0) + 1,
      helpdesk,
      ticketId,
      kind,
      ...(draft ? { draftId: draft.id } : {}),
      ...(reply ? { messageId: reply.message.id } : {}),
      draft: truncateMasked(draftAsWritten(draft), MAX_REPLY_CHARACTERS),
      sent: reply ? truncateMasked(maskedSent, MAX_REPLY_CHARACTERS) : null,
      ...(isCut ? { cut: true } : {}),
      editDistance: compared?.distance ?? null,
      filledBlanks: compared?.filled ?? 0,
      ...(reasons ? { reasons } : {}),
      ...(maskedNote.trim() === "" ? {} : { note: truncateMasked(maskedNote, MAX_OUTCOME_NOTE) }),
      language: draft?.language ?? state.record?.language ?? null,
      model: draft?.model ?? "",
      pipelineVersion: draft?.pipelineVersion ?? "",
      times: {
        ...(opened === undefined ? {} : { opened }),
        ...(firstText === undefined ? {} : { firstText }),
        ...(ready === undefined ? {} : { ready }),
        ...(isUse ? { used: used.at } : {}),
        ...(used?.rejected ? { rejected: used.rejected.at } : {}),
        ...(reply ? { sent: reply.message.at || isoNow(services.clock) } : {})
      }
    }
  }
}

/**
 * The part of a text that is compared and then masked: as much as the relay takes, without cutting a character in half.
 */
function cut(text: string): string {
  if (text.length <= MAX_REPLY_CHARACTERS) return text
  const last = text.charCodeAt(MAX_REPLY_CHARACTERS - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? MAX_REPLY_CHARACTERS - 1 : MAX_REPLY_CHARACTERS)
}

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
  reply: ReplyOutcome
): Promise<void> {
  if (!state.record) return
  const { outcome, table } = await outcomeOf(services, state, reply)
  await state.saving
  const { outcomeId, revision } = outcome
  await store.queueOutcome({
    ticket: ticketAfter(state.record, state.draft, reply.event),
    table,
    due: services.clock.now(),
    // Each revision has its own item, so that one that is being sent doesn't take the next one with it.
    item: {
      id: revision === 1 ? outcomeId : `${outcomeId} ${revision}`,
      key: state.key,
      tries: 0,
      outcome
    }
  })
  sendDraftEvent(state, reply.event)
  state.table = table
  services.deliver()
}

async function outcomeOf(
  services: Services,
  state: TicketState,
  of: ReplyOutcome
): Promise<{ outcome: WaitingOutcome["outcome"]; table: MaskTable }> {
  const { kind, used, draft, reply, known } = of
  const texts = await textsOf(services, state, of)
  const { helpdesk, ticketId } = state.ticket
  const requesterHash = await services.account.rules.requesterHashOf(known.requester.email)
  const outcome = {
    outcomeId: used?.outcomeId ?? crypto.randomUUID(),
    revision: (used?.told ?? 0) + 1,
    helpdesk,
    ticketId,
    kind,
    ...(draft ? { draftId: draft.id } : {}),
    ...(reply ? { messageId: reply.message.id } : {}),
    ...(used?.toDo ? { toDo: used.toDo } : {}),
    ...texts.outcome,
    language: draft?.language ?? state.record?.language ?? null,
    model: draft?.model ?? "",
    pipelineVersion: draft?.pipelineVersion ?? "",
    times: timesOf(services, state, of),
    ...(requesterHash === undefined ? {} : { requesterHash })
  }
  return { outcome, table: texts.table }
}

type OutcomeTexts = Pick<
  WaitingOutcome["outcome"],
  "draft" | "sent" | "cut" | "editDistance" | "filledBlanks" | "reasons" | "note"
>

/** The masked texts of an outcome, and how the reply differs from the draft. */
async function textsOf(
  services: Services,
  state: TicketState,
  { used, draft, reply, known }: ReplyOutcome
): Promise<{ outcome: OutcomeTexts; table: MaskTable }> {
  const before = state.table ?? NO_PLACEHOLDERS
  const sent = reply && cut(reply.sent)
  const { reasons, note = "" } = used?.rejected ?? {}
  // The draft came from the relay, so it is masked already. What was sent goes through the same egress as
  // everything else.
  const {
    masked: [maskedSent = EMPTY_MASKED_TEXT, maskedNote = EMPTY_MASKED_TEXT],
    table
  } = await services.egress.texts([sent ?? "", note], known, before, state.overrides, new AbortController().signal)
  const difference = differenceOf(draft, sent, before)
  const outcome = {
    draft: truncateMasked(draftAsWritten(draft), MAX_REPLY_CHARACTERS),
    sent: reply ? truncateMasked(maskedSent, MAX_REPLY_CHARACTERS) : null,
    ...(isAnyTooLong([draft?.masked, reply?.sent, maskedSent]) ? { cut: true } : {}),
    editDistance: difference?.distance ?? null,
    filledBlanks: difference?.filled ?? 0,
    ...(reasons ? { reasons } : {}),
    ...(maskedNote.trim() === "" ? {} : { note: truncateMasked(maskedNote, MAX_OUTCOME_NOTE) })
  }
  return { outcome, table }
}

const isAnyTooLong = (texts: (string | undefined)[]): boolean =>
  texts.some((text = "") => text.length > MAX_REPLY_CHARACTERS)

/** How a reply differs from the draft as the agent was first shown it, both unmasked. */
const differenceOf = (draft: DraftRecord | undefined, sent: string | undefined, table: MaskTable) =>
  draft && sent !== undefined ? compareWords(cut(firstShown(draft, table).text), sent, BLANK) : undefined

function timesOf(
  { clock }: Services,
  { record }: TicketState,
  { used, draft, reply }: ReplyOutcome
): WaitingOutcome["outcome"]["times"] {
  const { opened = record?.openedAt, firstText: written, ready } = draft?.times ?? {}
  // A draft that was there before the ticket was opened took no time.
  const firstText =
    written !== undefined && opened !== undefined && Date.parse(written) < Date.parse(opened) ? opened : written
  const isUse = used !== undefined && used.kind !== "shown"
  return {
    ...(opened === undefined ? {} : { opened }),
    ...(firstText === undefined ? {} : { firstText }),
    ...(ready === undefined ? {} : { ready }),
    ...(isUse ? { used: used.at } : {}),
    ...(used?.rejected ? { rejected: used.rejected.at } : {}),
    ...(reply ? { sent: reply.message.at || isoNow(clock) } : {})
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

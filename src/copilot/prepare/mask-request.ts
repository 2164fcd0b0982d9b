import type { MaskTable } from "../../masking/basis/placeholder-table.ts"
import type { MaskedText, OutgoingSitedTicket } from "../../protocol/outgoing.ts"
import type { PromisedEarlier } from "../../ticket/earlier-ticket.ts"
import { draftTextOf } from "../draft/draft-text.ts"
import { promisedEarlier } from "../ticket/earlier-tickets.ts"
import { EMPTY_MASKED_TEXT, restoreBlanks, truncateMasked } from "../relay-client/egress.ts"
import type { TicketWithAttachments } from "./add-facts.ts"
import type { Preparation } from "./prepare.ts"

/** A ticket and a wish of which only placeholders leave for whatever personal data they hold. */
export interface MaskedDraftRequest extends TicketWithAttachments {
  /** The version of the team's masking rules, or 0 without any. */
  rules: number
  masked: OutgoingSitedTicket
  /** The keyed hash of the requester's address, if the helpdesk shows one. */
  requesterHash: string | undefined
  wish?: MaskedWish | undefined
  promises: PromisedEarlier
  table: MaskTable
  /** How many values were replaced. */
  replaced: number
  /** How many messages between the first and the newest stay here, for want of room. */
  older: number
}

/** "Say what to change", and the draft that it refers to. */
interface MaskedWish {
  instruction: MaskedText
  previous: MaskedText
}

/** Masks the ticket, what was promised in earlier ones, and the wish, all by one table. @throws as `Egress` */
export async function mask(
  preparation: Preparation,
  withAttachments: TicketWithAttachments
): Promise<MaskedDraftRequest> {
  const { services, state, signal } = preparation
  const { ticket } = withAttachments
  // It is read before masking, so that rules that change in the meantime make the draft old, and not the other way
  // round.
  const { version: rules } = await services.account.rules.ready()
  const ofTicket = await services.egress.ticket(ticket, state.table, state.overrides, signal)
  const earlier = await promisedEarlier(services, state, withAttachments.earlier, ofTicket.table, signal)
  const wish = await maskWish(preparation, withAttachments, earlier.table)
  signal.throwIfAborted()
  const table = wish?.table ?? earlier.table
  // A voice may greet by the first name where the thread doesn't have it.
  const named = services.egress.firstName(ticket.requester, table)
  const firstName = named.firstName ?? ofTicket.masked.firstName
  const site = await services.account.rules.siteOf(state.ticket.site)
  const requesterHash = await services.account.rules.requesterHashOf(ticket.requester.email)
  return {
    ...withAttachments,
    rules,
    masked: {
      ...ofTicket.masked,
      ...(firstName ? { firstName } : {}),
      ...(earlier.promises.length > 0 ? { earlier: earlier.promises } : {}),
      site
    },
    requesterHash,
    wish,
    promises: earlier.shown,
    table: named.table,
    replaced: table.entries.length,
    older: ofTicket.older
  }
}

/**
 * "Say what to change" refers to the draft as it is now, so both are masked by the ticket's own table before they are
 * sent.
 */
async function maskWish(
  { services, state, signal }: Preparation,
  { ticket, carryOver: { instruction } }: TicketWithAttachments,
  table: MaskTable
): Promise<(MaskedWish & { table: MaskTable }) | undefined> {
  if (instruction === undefined) return undefined
  const current = state.draft ? draftTextOf(state.draft, state.table ?? table).text : ""
  const texts = await services.egress.texts(
    [instruction.slice(0, MAX_INSTRUCTION), current.slice(0, MAX_PREVIOUS)],
    ticket,
    table,
    state.overrides,
    signal
  )
  const [wish = EMPTY_MASKED_TEXT, previous = EMPTY_MASKED_TEXT] = texts.masked
  return {
    instruction: truncateMasked(wish, MAX_INSTRUCTION),
    previous: truncateMasked(restoreBlanks(previous, texts.table, state.draft?.masked ?? ""), MAX_PREVIOUS),
    table: texts.table
  }
}

/** In characters. */
const MAX_INSTRUCTION = 4000
const MAX_PREVIOUS = 20_000

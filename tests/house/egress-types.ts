import {
  unmaskedBody,
  draftBody,
  outcomeBody,
  repliesBody,
  reviewBody,
  searchBody,
  summaryBody
} from "../../src/copilot/relay-client/egress.ts"
import type { RelayClient } from "../../src/copilot/relay-client/relay-client.ts"
import type { OutgoingOutcome, OutgoingTicket, MaskedText } from "../../src/protocol/outgoing.ts"
import type { RequestRecord } from "../../src/store/records.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"

/** Never run: `npm run typecheck` fails as soon as one of these lines is taken. */
export function refused(
  relay: RelayClient,
  raw: string,
  masked: MaskedText,
  ticket: MaskedTicket,
  passed: OutgoingTicket,
  outcome: OutgoingOutcome,
  signal: AbortSignal
): unknown[] {
  const ids = { helpdesk: "sample", ticketId: "1" }
  return [
    // @ts-expect-error a body is made by the door
    relay.ask("/v1/drafts", JSON.stringify({ ticket }), signal),
    // @ts-expect-error a text of whoever wrote it
    relay.report(raw, signal),
    // @ts-expect-error a masked text is no body yet
    relay.report(masked, signal),
    // @ts-expect-error a lead's note is masked
    relay.review.save("1", { version: 0, done: true, reasons: [], note: raw }, signal),
    // @ts-expect-error a ticket that has only the shape of a masked one
    draftBody({ draftId: "1", ticket }),
    // @ts-expect-error "Say what to change"
    draftBody({ draftId: "1", ticket: passed, instruction: raw }),
    // @ts-expect-error one text of it was changed
    summaryBody({ summaryId: "1", ticket: { ...passed, subject: raw } }),
    // @ts-expect-error nor may a tag be
    summaryBody({ summaryId: "1", ticket: { ...passed, tags: [raw] } }),
    // @ts-expect-error what was sent
    outcomeBody({ ...outcome, sent: raw }),
    // @ts-expect-error the part of a masked text is made by the door as well
    outcomeBody({ ...outcome, note: masked.slice(1) }),
    // @ts-expect-error words that are searched for
    searchBody({ query: raw }),
    // @ts-expect-error the ticket that similar ones are sought for
    repliesBody({ ticket }),
    // @ts-expect-error a body is made by the door, also of what was put in
    relay.knowledge.reportUse(raw, signal),
    // @ts-expect-error a note as it was typed
    reviewBody({ version: 0, done: true, reasons: [], note: raw }),
    // @ts-expect-error a ticket is no exception
    unmaskedBody("pairing", { ticket }),
    // @ts-expect-error an exception has its own shape
    unmaskedBody("admin", { note: raw }),
    // @ts-expect-error places of a page hold no text
    unmaskedBody("page-recipe", { recipe: { note: raw } }),
    // @ts-expect-error and its own reason
    unmaskedBody("other", {}),
    // @ts-expect-error what is kept to be sent is of the same kind
    { key: "k", at: "", path: "/v1/drafts", body: raw } satisfies RequestRecord,
    ids
  ]
}

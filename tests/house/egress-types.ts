import {
  unmaskedBody,
  draftBody,
  outcomeBody,
  repliesBody,
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
    relay.call("POST /v1/outcomes", { body: raw }, signal),
    // @ts-expect-error nor by the way of calls that are read at run time
    relay.send("POST /v1/outcomes", { body: raw }, signal),
    // @ts-expect-error a masked text is no body yet
    relay.call("POST /v1/outcomes", { body: masked }, signal),
    // @ts-expect-error a lead's note is masked, so its body is made by the door
    relay.call(REVIEW, { path: { id: "1" }, body: { version: 0, done: true, reasons: [], note: raw } }, signal),
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
    relay.call("POST /v1/knowledge/feedback", { body: raw }, signal),
    // @ts-expect-error a route that takes a note is no exception
    unmaskedBody(REVIEW, { version: 0, done: true, reasons: [], note: raw }),
    // @ts-expect-error nor is one that takes a ticket
    unmaskedBody("POST /v1/drafts", { draftId: "1", ticket }),
    // @ts-expect-error an exception has its own shape
    unmaskedBody("POST /v1/pair", { ticket }),
    // @ts-expect-error places of a page hold no text
    unmaskedBody("POST /v1/page-recipes", { recipe: { note: raw } }),
    // @ts-expect-error and only a route is one
    unmaskedBody("other", {}),
    // @ts-expect-error what is kept to be sent is of the same kind
    { key: "k", at: "", path: "/v1/drafts", body: raw } satisfies RequestRecord,
    ids
  ]
}

const REVIEW = "PUT /v1/review/cases/:id"

import type { Kysely } from "kysely"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { CASE_FIELDS, caseKey, correctionKey, DRAFT_FIELDS, draftKey } from "../../storage/encryption/row-keys.ts"
import type { Schema } from "../../storage/schema.ts"
import type {} from "../../knowledge/feedback/feedback.ts"
import type {} from "../../search/past-tickets/tables.ts"
import { readEvents } from "../drafting/draft-store.ts"
import type {} from "../intents/training-examples.ts"
import type {} from "../memories/tables.ts"
import { isOfTickets, ticketsOf } from "./requester-data.ts"
import type { StoredTicket } from "./ticket-rows.ts"

/** One kind of data: what it is, and its rows. */
interface ExportedKind {
  kind: string
  what: string
  rows: object[]
}

/**
 * Returns everything that is stored of a requester's tickets as JSON, masked as it is stored. It names no colleague.
 * @param by the person who asks; null at the relay's own machine
 */
export async function exportRequester(
  db: Kysely<Schema>,
  requester: string,
  { person, now }: { person: string | null; now: Date }
): Promise<string> {
  const tickets = await ticketsOf(db, requester)
  const kinds: ExportedKind[] = []
  for (const { kind, what, read } of KINDS) kinds.push({ kind, what, rows: await read(db, tickets) })
  const counts = kinds.map(({ kind, rows }) => `${kind} ${rows.length}`)
  await writeAuditEntry(db, person, "requester-exported", counts, now)
  return JSON.stringify({ about: ABOUT, at: now.toISOString(), kinds }, undefined, 2)
}

const ABOUT =
  "Everything that Replywright's relay stores of the tickets of one requester. Names, addresses and numbers were replaced by placeholders such as [PERSON_1] in the browser, before anything was sent to the relay: what they stand for is only in the helpdesk and in the agents' browsers."

type ReadRows = (db: Kysely<Schema>, tickets: readonly StoredTicket[]) => Promise<object[]>

const TICKET = ["site", "helpdesk", "ticket_id"] as const

const readTickets: ReadRows = async (_db, tickets) =>
  tickets.map(({ sites: [site], helpdesk, ticketId: ticket_id }) => ({ site, helpdesk, ticket_id }))

const readDrafts: ReadRows = async (db, tickets) => {
  const rows = await db
    .selectFrom("drafts")
    .select(["id", ...TICKET, "created_at", "ended_at", "state", "model", "pipeline_version"])
    .select(["subject", "request", "upstream_body", "data_key"])
    .where(isOfTickets(tickets))
    .orderBy("created_at")
    .execute()
  return Promise.all(
    rows.map(async ({ data_key, subject, request, upstream_body, ...row }) => {
      const key = draftKey(db, row.id, data_key)
      return {
        ...row,
        subject: subject === null ? null : key.open(DRAFT_FIELDS.subject, subject),
        ticket: request === null ? null : JSON.parse(key.open(DRAFT_FIELDS.request, request)),
        events: await readEvents(db, row.id),
        sent_to_model: upstream_body === null ? null : key.open(DRAFT_FIELDS.upstream, upstream_body)
      }
    })
  )
}

const readCases: ReadRows = async (db, tickets) => {
  const rows = await db
    .selectFrom("outcomes")
    .select(["id", ...TICKET, "created_at", "kind", "result", "signals", "risk", "intent", "body", "data_key"])
    .where(isOfTickets(tickets))
    .orderBy("created_at")
    .execute()
  return rows.map(({ data_key, body, ...row }) => ({
    ...row,
    outcome: JSON.parse(caseKey(db, row.id, data_key).open(CASE_FIELDS.body, body))
  }))
}

const readCaseRevisions: ReadRows = async (db, tickets) => {
  const rows = await db
    .selectFrom("outcome_revisions as r")
    .innerJoin("outcomes", "outcomes.id", "r.case_id")
    .select(["r.case_id", "r.account", "r.revision", "r.at", "r.body", "outcomes.data_key"])
    .where(isOfTickets(tickets, "outcomes"))
    .orderBy("r.at")
    .execute()
  return rows.map(({ data_key, body, account, ...row }) => ({
    ...row,
    outcome: JSON.parse(caseKey(db, row.case_id, data_key).open(CASE_FIELDS.revision(account, row.revision), body))
  }))
}

const readReviews: ReadRows = async (db, tickets) => {
  const rows = await db
    .selectFrom("reviews as r")
    .innerJoin("outcomes", "outcomes.id", "r.case_id")
    .select(["r.case_id", "r.at", "r.done", "r.verdict", "r.reasons", "r.scores", "r.note", "r.comment"])
    .select(["outcomes.data_key"])
    .where(isOfTickets(tickets, "outcomes"))
    .orderBy("r.at")
    .execute()
  return rows.map(({ data_key, note, comment, ...row }) => {
    const key = caseKey(db, row.case_id, data_key)
    return {
      ...row,
      note: key.open(CASE_FIELDS.note, note),
      comment: comment === null ? "" : key.open(CASE_FIELDS.comment, comment)
    }
  })
}

const readDisputes: ReadRows = async (db, tickets) => {
  const rows = await db
    .selectFrom("review_disputes as d")
    .innerJoin("outcomes", "outcomes.id", "d.case_id")
    .select(["d.case_id", "d.at", "d.criterion", "d.score", "d.reason", "d.state", "d.sentence", "outcomes.data_key"])
    .where(isOfTickets(tickets, "outcomes"))
    .orderBy("d.at")
    .execute()
  return rows.map(({ data_key, reason, sentence, ...row }) => {
    const key = caseKey(db, row.case_id, data_key)
    return {
      ...row,
      reason: key.open(CASE_FIELDS.dispute(row.criterion), reason),
      sentence: sentence === null ? null : key.open(CASE_FIELDS.decision(row.criterion), sentence)
    }
  })
}

const readIntentCorrections: ReadRows = async (db, tickets) => {
  const rows = await db
    .selectFrom("intent_corrections")
    .select([...TICKET, "at", "language", "told as intent_shown", "said as intent_chosen", "text", "data_key"])
    .where(isOfTickets(tickets))
    .execute()
  return rows.map(({ data_key, text, ...row }) => ({
    ...row,
    text: correctionKey(db, { ...row, data_key }).open("text", text)
  }))
}

const readMemories: ReadRows = (db, tickets) =>
  db
    .selectFrom("memory_edits as e")
    .innerJoin("memories as m", "m.id", "e.memory")
    .select(["e.site", "e.helpdesk", "e.ticket_id", "e.at", "m.kind", "m.language", "m.word", "m.text", "m.state"])
    .where(isOfTickets(tickets, "e"))
    .execute()

/** Every kind, in the order of the file. */
const KINDS: readonly { kind: string; what: string; read: ReadRows }[] = [
  { kind: "tickets", what: "The tickets, by site, helpdesk and number.", read: readTickets },
  {
    kind: "drafts",
    what: "Drafts of replies, each with the ticket that it was written from, what the relay sent while it was written, and what a model was sent.",
    read: readDrafts
  },
  { kind: "cases", what: "What became of a draft: the draft and the reply that was sent.", read: readCases },
  { kind: "case-revisions", what: "Reports of the same cases that came later.", read: readCaseRevisions },
  { kind: "reviews", what: "What a lead said of a case.", read: readReviews },
  { kind: "disputes", what: "Scores of a review that the agent contested, and what was decided.", read: readDisputes },
  {
    kind: "sources",
    what: "Pages that agents chose for a draft, or left out of it.",
    read: (db, tickets) =>
      db
        .selectFrom("source_feedback")
        .select([...TICKET, "at", "document", "kind"])
        .where(isOfTickets(tickets))
        .execute()
  },
  {
    kind: "intents",
    what: "What an agent said that a ticket is about, with the customer's text.",
    read: readIntentCorrections
  },
  {
    kind: "memories",
    what: "What the team writes, as it was learnt from an agent's edit on one of the tickets.",
    read: readMemories
  },
  {
    kind: "past-tickets",
    what: "Words of the ticket by which search finds the page that answered it.",
    read: (db, tickets) =>
      db
        .selectFrom("past_tickets")
        .select([...TICKET, "at", "document", "how", "words"])
        .where(isOfTickets(tickets))
        .execute()
  }
]

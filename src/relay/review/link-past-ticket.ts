import { sql, type Kysely } from "kysely"
import type { Outcome } from "../../protocol/outcome.ts"
import type {} from "../../knowledge/feedback/tables.ts"
import { linkPastTickets, type PastTicketLink } from "../../search/past-tickets/past-ticket-store.ts"
import { customerText } from "../../search/past-tickets/past-ticket-words.ts"
import type { LinkReason } from "../../search/past-tickets/tables.ts"
import type { Schema } from "../../storage/schema.ts"
import { plainWords } from "../../text/words/words.ts"
import { readDraftContent, type DraftContent } from "./draft-content.ts"

/**
 * Links the ticket of a sent reply to the pages that answered it, so that search finds them for the next ticket in those
 * words. Only what a person did counts: a sentence with its source was sent, a sentence or a macro was inserted, or a
 * page was chosen as a source. It runs in the transaction that stores the outcome.
 */
export async function linkPastTicket(work: Kysely<Schema>, told: Outcome, person: string): Promise<void> {
  if (told.sent === null || told.draftId === undefined) return
  const draft = await work
    .selectFrom("drafts")
    .select(["id", "site", "created_at"])
    .where("id", "=", told.draftId)
    .where("person", "=", person)
    .where("helpdesk", "=", told.helpdesk)
    .where("ticket_id", "=", told.ticketId)
    .executeTakeFirst()
  if (!draft) return
  const content = await readDraftContent(work, draft.id)
  if (!content.ticket) return
  const reasons = new Map<string, LinkReason>(await readSaid(work, told, draft))
  if (told.kind === "inserted" || told.kind === "copied")
    for (const [document, how] of pagesInReply(content, told.sent)) reasons.set(document, how)
  const text = customerText(content.ticket)
  const ticket = { site: draft.site, helpdesk: told.helpdesk, ticketId: told.ticketId, person }
  await linkPastTickets(
    work,
    // It is as old as the draft, and retention deletes both together.
    [...reasons].map(([document, how]): PastTicketLink => ({ document, how, ticket, text, at: draft.created_at }))
  )
}

/** Returns the documents that the agent chose for this draft, if it was used, and those inserted on this ticket. */
async function readSaid(
  work: Kysely<Schema>,
  { kind, helpdesk, ticketId }: Outcome,
  draft: { id: string; site: string }
): Promise<[string, LinkReason][]> {
  const isUsed = kind === "inserted" || kind === "copied"
  const { rows } = await sql<{ document: string; kind: "use" | "insert" }>`
    select document, kind from source_feedback
    where (kind = 'use' and ${isUsed} and id = ${draft.id}::uuid)
      or (kind = 'insert' and helpdesk = ${helpdesk} and ticket_id = ${ticketId} and site = ${draft.site})
    order by kind desc, document`.execute(work)
  return rows.map((row) => [row.document, row.kind === "use" ? "chosen" : "inserted"])
}

/**
 * Returns the pages whose sentences stand in the sent reply. A sentence that the agent changed or deleted says nothing
 * about its page.
 */
export function pagesInReply(
  { sources, claims, suggestions, text }: DraftContent,
  sent: string
): Map<string, LinkReason> {
  const reply = wordsOf(sent)
  const isSent = (sentence: string) => {
    const parts = sentence.split(BLANK).map(wordsOf)
    return parts.some((part) => part !== " ") && parts.every((part) => reply.includes(part))
  }
  const pages = new Map<string, LinkReason>()
  const add = (n: number, how: LinkReason) => {
    const source = sources.find((one) => one.n === n)
    if (source) pages.set(source.id, how)
  }
  for (const suggestion of suggestions) if (isSent(suggestion.text)) add(suggestion.source, "inserted")
  for (const { start, end, state, sources: cited } of claims)
    if (state === "supported" && isSent(text.slice(start, end))) for (const n of cited) add(n, "cited")
  return pages
}

/** Matches a blank, which the agent fills before the reply is sent. */
const BLANK = /\[\[[^\]]*\]\]/g
const wordsOf = (text: string) => ` ${plainWords(text.toLowerCase()).join(" ")} `.replace(/^ +$/, " ")

import { sql, type Kysely } from "kysely"
import type { Outcome } from "../../protocol/outcome.ts"
import type {} from "../../knowledge/feedback/feedback.ts"
import { linkPastTickets, type PastTicketLink, customerText } from "../../search/past-tickets/past-ticket-store.ts"
import type { LinkReason } from "../../search/past-tickets/tables.ts"
import type { Schema } from "../../storage/schema.ts"
import { saveCauses } from "./outcome-causes.ts"
import { isSentIn } from "./sent-sentences.ts"
import { saveMemoryEdits } from "./memories/save-memory-edits.ts"
import { saveRecommendationFeedback, saveSentenceFeedback } from "./sentence-feedback.ts"
import { readDraftContent, type DraftContent } from "./cases/draft-content.ts"
import { citesSources } from "../../ticket/draft.ts"

/**
 * Links the ticket of a sent reply to the pages that answered it, so that search finds them for the next ticket in those
 * words. Only what a person did counts: a sentence with its source was sent, a sentence or a macro was inserted, or a
 * page was chosen as a source. What the agent took into the reply or removed from it is kept besides, and so are
 * recommended products and what the edit says that may hold for other replies. It runs in the transaction that stores the outcome.
 */
export async function linkPastTicket(
  work: Kysely<Schema>,
  told: Outcome,
  person: string,
  caseId: string
): Promise<void> {
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
  if (isUsed(told)) for (const [document, how] of pagesInReply(content, told.sent)) reasons.set(document, how)
  if (isUsed(told)) await saveCauses(work, caseId, content)
  if (isUsed(told)) await saveSentenceFeedback(work, content, { ...told, sent: told.sent }, draft, person)
  await saveRecommendationFeedback(work, content, { ...told, sent: told.sent }, draft, person)
  await saveMemoryEdits(
    work,
    isUsed(told) ? content : { ticket: undefined, sources: [] },
    { ...told, sent: told.sent },
    draft,
    person
  )
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
  told: Outcome,
  draft: { id: string; site: string }
): Promise<[string, LinkReason][]> {
  const { helpdesk, ticketId } = told
  const { rows } = await sql<{ document: string; kind: "use" | "insert" }>`
    select document, kind from source_feedback
    where (kind = 'use' and ${isUsed(told)} and id = ${draft.id}::uuid)
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
  const isSent = isSentIn(sent)
  const pages = new Map<string, LinkReason>()
  const add = (n: number, how: LinkReason) => {
    const source = sources.find((one) => one.n === n)
    if (source) pages.set(source.id, how)
  }
  for (const suggestion of suggestions) if (isSent(suggestion.text)) add(suggestion.source, "inserted")
  for (const claim of claims)
    if (citesSources(claim) && isSent(text.slice(claim.start, claim.end)))
      for (const n of claim.sources) add(n, "cited")
  return pages
}

const isUsed = ({ kind }: Pick<Outcome, "kind">) => kind === "inserted" || kind === "copied"

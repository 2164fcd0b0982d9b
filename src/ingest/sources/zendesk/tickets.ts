import * as z from "zod/mini"
import { mailParts } from "../../../text/mail/mail-parts.ts"
import { DocumentError } from "../../formats/common/format.ts"
import { HelpdeskRefused, validItems } from "../helpdesk/client.ts"
import type { ReadFrom, SourceItem } from "../../source/source.ts"
import type { TicketMasker } from "../tickets/ticket-masker.ts"
import { solvedDocument } from "../tickets/solved-document.ts"
import { listIn, saidIn, type ZendeskClient } from "./client.ts"
import { idsOn, peopleOn, type People } from "./people.ts"
import { named, solvedAt, ticket as ticketShape, type Comment, type ExportedTicket, comment } from "./shapes.ts"

interface Reading {
  client: ZendeskClient
  people: People
  masker: TicketMasker
  /** Tickets that haven't changed since this time, in seconds since 1970, are left out. */
  oldest: number
}

/**
 * Reads solved tickets by the export's cursor. The first read covers the tickets that have changed since `oldest`, and
 * later reads those that have changed since the last one. A ticket that was deleted, was opened again, or has no
 * question and reply (any more) counts as gone.
 */
export async function* readTickets(
  reading: Reading,
  { at, since }: ReadFrom,
  signal: AbortSignal
): AsyncGenerator<SourceItem, void> {
  const { client, oldest, people } = reading
  let cursor = at ?? since
  for (;;) {
    const from = cursor === undefined ? `start_time=${oldest}` : `cursor=${encodeURIComponent(cursor)}`
    const answer = await client.get(
      `incremental/tickets/cursor.json?include=users,metric_sets&per_page=100&${from}`,
      signal
    )
    const { users, metric_sets, after_cursor, end_of_stream } = saidIn(answer, page)
    people.know(users ?? [])
    const solved = new Map(
      validItems(metric_sets ?? [], solvedAt).map(({ ticket_id, solved_at }) => [ticket_id, solved_at ?? undefined])
    )
    for (const item of listIn(answer, "tickets")) {
      const read = ticketShape.safeParse(item)
      yield read.success
        ? await itemOf(reading, read.data, solved.get(read.data.id), signal)
        : brokenTicket(named.safeParse(item).data?.id)
    }
    const isEnd = end_of_stream !== false || !after_cursor || after_cursor === cursor
    cursor = after_cursor ?? cursor
    if (isEnd) return yield { type: "end", all: false, ...(cursor !== undefined && { since: cursor }) }
    if (cursor !== undefined) yield { type: "at", at: cursor }
  }
}

const page = z.object({
  users: z.optional(z.array(z.unknown())),
  metric_sets: z.optional(z.array(z.unknown())),
  after_cursor: z.nullish(z.string()),
  end_of_stream: z.optional(z.boolean())
})
const idOf = (id: string) => `ticket-${id}`
const brokenTicket = (id = ""): SourceItem => ({
  type: "failed",
  path: `Ticket ${id}`.trim(),
  id: idOf(id),
  reason: "Zendesk's answer isn't a ticket in the form that its API documents."
})

async function itemOf(
  reading: Reading,
  ticket: ExportedTicket,
  solved: string | undefined,
  signal: AbortSignal
): Promise<SourceItem> {
  const { id, status, is_public } = ticket
  if (!["solved", "closed"].includes(status) || is_public === false) return { type: "gone", id: idOf(id) }
  try {
    return (await documentOf(reading, ticket, solved, signal)) ?? { type: "gone", id: idOf(id) }
  } catch (error) {
    // The ticket was deleted after it was listed.
    if (error instanceof HelpdeskRefused && error.status === 404) return { type: "gone", id: idOf(id) }
    if (error instanceof DocumentError || (error instanceof HelpdeskRefused && error.status === 403))
      return { type: "failed", path: `Ticket ${id}`, id: idOf(id), reason: error.message }
    throw error
  }
}

async function documentOf(
  { client, people, masker }: Reading,
  ticket: ExportedTicket,
  solved: string | undefined,
  signal: AbortSignal
): Promise<SourceItem | undefined> {
  const comments = await readComments(client, ticket.id, people, signal)
  await people.need([...idsOn(ticket), ...comments.map(({ author_id }) => author_id)], signal)
  if (people.of(ticket.requester_id ?? "")?.suspended) return undefined
  const satisfaction = /^(good|bad)/.exec(ticket.satisfaction_rating?.score ?? "")?.[1]
  const document = await solvedDocument(
    {
      id: idOf(ticket.id),
      path: `Ticket ${ticket.id}`,
      url: new URL(`/agent/tickets/${ticket.id}`, client.account).href,
      subject: ticket.subject,
      tags: ticket.tags,
      people: peopleOn(ticket, comments, people),
      written: comments.flatMap((one) => {
        const [role, whole] = [roleOf(one, ticket, people), wordsOf(one)]
        return role ? [{ role, at: one.created_at, mail: mailParts(whole), whole }] : []
      }),
      ...(solved && { solved }),
      ...((satisfaction === "good" || satisfaction === "bad") && { satisfaction })
    },
    masker,
    signal
  )
  return document && { type: "document", document }
}

/**
 * Returns a comment's words. Zendesk's plain body encodes spaces as HTML entities, and redacted text is a row of block
 * characters.
 */
const wordsOf = ({ plain_body, body }: Comment) =>
  (body || plain_body)
    .replace(/&nbsp;/g, " ")
    .replace(/\u00a0/g, " ")
    .replace(/[\u2580-\u259f]+/g, "[…]")
    .replace(/\r\n?/g, "\n")

/**
 * Returns the comments from which question and reply are made, oldest first: all of them, or of a long thread the first
 * hundred and the last hundred. It sends at most two requests, however many comments there are.
 */
async function readComments(
  client: ZendeskClient,
  ticketId: string,
  people: People,
  signal: AbortSignal
): Promise<Comment[]> {
  const path = `tickets/${ticketId}/comments.json?include=users`
  const byId = new Map<string, Comment>()
  const take = (answer: unknown, items: unknown[]) => {
    const users =
      typeof answer === "object" && answer !== null && "users" in answer && Array.isArray(answer.users)
        ? answer.users
        : []
    people.know(users)
    for (const one of validItems(items, comment)) byId.set(one.id, one)
  }
  for await (const { items, answer, after } of client.pages(path, "comments", signal)) {
    take(answer, items)
    if (after === undefined) break
    const last = await client.get(`${path}&page[size]=100&sort=-created_at`, signal)
    take(last, listIn(last, "comments"))
    break
  }
  return [...byId.values()].sort(
    (a, b) => Date.parse(a.created_at) - Date.parse(b.created_at) || Number(a.id) - Number(b.id)
  )
}

/**
 * Returns who wrote a comment that both customer and agent can read. Returns undefined for internal notes, for comments
 * that a machine wrote (a merge of two tickets leaves a long public comment), for live conversations (a comment holds
 * them as one long record), and for people who are suspended or unknown.
 */
function roleOf(
  { public: isPublic, type, author_id, via }: Comment,
  { requester_id }: ExportedTicket,
  people: People
): "customer" | "agent" | undefined {
  if (
    !isPublic ||
    (type !== undefined && type !== "Comment") ||
    NOT_WRITTEN.has(String(via?.channel)) ||
    via?.source?.rel === "merge"
  )
    return undefined
  const author = people.of(author_id)
  if (author?.suspended) return undefined
  if (author_id === requester_id) return "customer"
  return author?.role === undefined ? undefined : author.role === "end-user" ? "customer" : "agent"
}

const NOT_WRITTEN = new Set([
  "system",
  "rule",
  "automation",
  "trigger",
  "macro",
  "side_conversation",
  "voice",
  "chat",
  "native_messaging",
  "messaging",
  "chat_transcript"
])

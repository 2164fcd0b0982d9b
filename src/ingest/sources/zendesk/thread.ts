import { validItems } from "../helpdesk/valid-items.ts"
import type { ZendeskClient } from "./client.ts"
import { listIn } from "./client.ts"
import type { People } from "./people.ts"
import { comment, type Comment, type ExportedTicket } from "./shapes.ts"

/**
 * Returns the comments from which question and reply are made, oldest first: all of them, or of a long thread the first
 * hundred and the last hundred. It sends at most two requests, however many comments there are.
 */
export async function readComments(
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
export function roleOf(
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

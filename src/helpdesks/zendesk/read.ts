import type { Message, Person, Ticket } from "../../ticket/ticket.ts"
import type { Page } from "../adapter.ts"
import { idOf, maybe, recordOf, textOf, type Loose } from "../shape.ts"
import { all, get, pages, usersIn } from "./api.ts"
import { inOrder, isMessaging, isTurn, ofComment, ofTurn, type Users } from "./messages.ts"

/** The whole ticket through the session's API: comments, and the conversation log where it lives in messaging. */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const [answer, comments, me] = await Promise.all([
    get(page, `tickets/${ticketId}.json?include=users`, signal),
    all(page, `tickets/${ticketId}/comments.json?include=users`, "comments", signal),
    get(page, "users/me.json", signal)
  ])
  const ticket = recordOf(answer["ticket"], "ticket")
  const users = byId([...usersIn(answer), ...comments.users])
  const turns = isMessaging(ticket) ? await readTurns(page, ticketId, signal) : []
  const requester = users.get(idOf(ticket["requester_id"], "requester"))
  return {
    helpdesk: "zendesk", ticketId,
    subject: textOf(ticket["subject"] ?? "", "subject"), ...maybe("status", ticket["status"]),
    requester: requester ? personOf(requester) : {},
    people: [...users.values()].filter((user) => user !== requester).map(personOf).filter(({ name, email }) => name || email),
    agent: personOf(recordOf(me["user"], "signed-in agent")),
    tags: Array.isArray(ticket["tags"]) ? ticket["tags"].map(String) : [],
    ...maybe("locale", requester?.["locale"]),
    fields: { ...maybe("Priority", ticket["priority"]), ...maybe("Type", ticket["type"]) },
    messages: joined(comments.items, turns, users, page.document)
  }
}

/** From the newest page of comments on, until a public one is met, and from the conversation log where there is one. */
export async function newestPublic(page: Page, ticketId: string, signal: AbortSignal) {
  const ticket = get(page, `tickets/${ticketId}.json`, signal).then((answer) => recordOf(answer["ticket"], "ticket"))
  const [turns, comments] = await Promise.all([
    ticket.then((read) => (isMessaging(read) ? readTurns(page, ticketId, signal) : [])),
    newestComments(page, ticketId, signal)
  ])
  const messages = joined(comments, turns, new Map(), page.document)
  const newest = (visibility: Message["visibility"]) => messages.findLast((message) => message.visibility === visibility)?.id
  return { version: newest("public") ?? "", ...maybe("note", newest("internal")) }
}

async function newestComments(page: Page, ticketId: string, signal: AbortSignal): Promise<Loose[]> {
  const found: Loose[] = []
  for await (const { items } of pages(page, `tickets/${ticketId}/comments.json?sort=-created_at`, "comments", signal)) {
    found.push(...items)
    if (items.some((comment) => comment["public"] === true)) break
  }
  return found
}

async function readTurns(page: Page, ticketId: string, signal: AbortSignal): Promise<Loose[]> {
  return (await all(page, `tickets/${ticketId}/conversation_log`, "events", signal)).items.filter(isTurn)
}

/** A conversation that has ended is also written into a public comment: its turns are there already. */
function joined(comments: Loose[], turns: Loose[], users: Users, document: Document): Message[] {
  const own = turns.length === 0 ? comments : comments.filter((comment) => comment["public"] === false || !isMessaging(comment))
  return inOrder([...own.map((comment) => ofComment(comment, users, document)), ...turns.map((turn) => ofTurn(turn, document))])
}

function byId(users: Loose[]): Users {
  return new Map(users.map((user) => [idOf(user["id"], "user id"), user]))
}

function personOf(user: Loose): Person {
  return { ...maybe("name", user["name"]), ...maybe("email", user["email"]) }
}

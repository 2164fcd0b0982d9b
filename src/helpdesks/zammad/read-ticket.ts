import type { Attachment, Message, Person, Role, Ticket } from "../../ticket/ticket.ts"
import { PageChanged, type Page } from "../contract/adapter.ts"
import { idOf, isRecord, listOf, optional, recordOf, textOf, type ForeignRecord } from "../contract/foreign-json.ts"
import { textOfHtml } from "../contract/html-text.ts"
import { attachedFiles, ownAddress } from "../contract/attached-files.ts"
import { addressIn } from "../contract/mail-address.ts"
import { ifAllowed, readJson } from "../contract/session-requests.ts"
import { isoTime } from "../contract/shown-time.ts"
import { newestMessages } from "../contract/read-threads.ts"
import { za } from "./selectors.ts"

/** Reads the whole ticket by the REST API: it, all of its articles, its tags, its customer and the signed-in agent. */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const [ticket, messages, tagged, me] = await Promise.all([
    get(page, `tickets/${ticketId}?expand=true`, signal).then((answer) => recordOf(answer, "ticket")),
    readMessages(page, ticketId, signal),
    ifAllowed(get(page, `tags?object=Ticket&o_id=${ticketId}`, signal)),
    ifAllowed(get(page, "users/me", signal))
  ])
  const customer = await ifAllowed(get(page, `users/${idOf(ticket["customer_id"], "requester")}`, signal))
  const requester = isRecord(customer) ? personOf(customer) : {}
  keepCustomer(page, ticketId, requester.email ?? ticket["customer"])
  const agent = isRecord(me) ? personOf(me) : {}
  const names = new Set(messages.map(({ author }) => author))
  return {
    helpdesk: "zammad",
    ticketId,
    subject: textOf(ticket["title"], "subject"),
    ...optional("status", ticket["state"]),
    requester,
    people: [...names].filter((name) => name && name !== requester.name).map((name) => ({ name })),
    ...(agent.name || agent.email ? { agent } : {}),
    tags: isRecord(tagged) && Array.isArray(tagged["tags"]) ? tagged["tags"].map(String) : [],
    ...channelOf(ticket),
    fields: { ...optional("Group", ticket["group"]), ...optional("Priority", ticket["priority"]) },
    messages
  }
}

/** Zammad gives all articles at once. After a page load the customer is read, too, because Insert asks who it is. */
export async function newestPublic(page: Page, ticketId: string, signal: AbortSignal) {
  const [messages, ticket] = await Promise.all([
    readMessages(page, ticketId, signal),
    !customers.get(page.document)?.has(ticketId) && ifAllowed(get(page, `tickets/${ticketId}?expand=true`, signal))
  ])
  if (isRecord(ticket)) keepCustomer(page, ticketId, ticket["customer"])
  return newestMessages(messages)
}

/** The customers' addresses of the tickets that were read in a page, undefined for a customer without one. */
const customers = new WeakMap<Document, Map<string, string | undefined>>()

/** Returns the address of a ticket's customer, if it was read in this page. */
export const customerOf = ({ document }: Page, ticketId: string): string | undefined =>
  customers.get(document)?.get(ticketId)

/** @param login a customer's address, which is the login too unless the team chose another */
function keepCustomer({ document }: Page, ticketId: string, login: unknown): void {
  const known = customers.get(document) ?? new Map<string, string | undefined>()
  customers.set(document, known)
  known.set(ticketId, typeof login === "string" ? addressIn(login) : undefined)
}

async function readMessages(page: Page, ticketId: string, signal: AbortSignal): Promise<Message[]> {
  const articles = await get(page, `ticket_articles/by_ticket/${ticketId}?expand=true`, signal)
  return listOf(articles, "messages")
    .map((article) => messageOf(page, ticketId, article))
    .sort((a, b) => Number(a.id) - Number(b.id))
}

function messageOf(page: Page, ticketId: string, article: ForeignRecord): Message {
  const role = ROLES[String(article["sender"])]
  if (!role) throw new PageChanged("role of the author")
  if (typeof article["internal"] !== "boolean") throw new PageChanged("visibility")
  return {
    id: idOf(article["id"], "message id"),
    author: nameIn(article["from"]),
    role,
    // What failed on its way never reached the customer.
    visibility: article["internal"] || hasFailed(article) ? "internal" : "public",
    at: isoTime(textOf(article["created_at"], "time")),
    ...bodyOf(article, role, page.document),
    ...filesOf(page, `${ticketId}/${idOf(article["id"], "message id")}`, article["attachments"])
  }
}

const hasFailed = ({ preferences }: ForeignRecord) => isRecord(preferences) && preferences["delivery_status"] === "fail"

const ROLES: Record<string, Role> = { Customer: "customer", Agent: "agent", System: "system" }

/** Zammad takes what hides text out of HTML. A signature that it added itself is none of the agent's words. */
function bodyOf(article: ForeignRecord, role: Role, document: Document): { text: string; html?: string } {
  const body = textOf(article["body"] ?? "", "message text")
  if (!/html/i.test(String(article["content_type"]))) return { text: body.replace(/\r\n?/g, "\n").trimEnd() }
  return { text: textOfHtml(body, document, "drop", role === "agent" ? za.signature : undefined), html: body }
}

/** @param article ids of the ticket and the article, as the address of a file has them (source, `ticket_attachment`) */
function filesOf(page: Page, article: string, list: unknown): { attachments?: Attachment[] } {
  const files = listOf(list ?? [], "attachments").map((file) => {
    const size = Number(file["size"])
    const about = isRecord(file["preferences"]) ? file["preferences"] : {}
    return {
      name: textOf(file["filename"], "attachment name"),
      ...optional("type", about["Content-Type"] ?? about["Mime-Type"]),
      ...(size > 0 ? { size } : {}),
      ...(file["id"] === undefined
        ? {}
        : ownAddress(page, `/api/v1/ticket_attachment/${article}/${idOf(file["id"], "attachment id")}`))
    }
  })
  return attachedFiles(files)
}

/** Returns the name in a sender such as "Ana Lind <ana@post.example>", or "" when there is only an address. */
function nameIn(from: unknown): string {
  const name = typeof from === "string" ? from.replace(/<[^<>]*>/g, "").trim() : ""
  return name.includes("@") ? "" : name.replace(/^"(.*)"$/, "$1")
}

function personOf(user: ForeignRecord): Person {
  const name = [user["firstname"], user["lastname"]].filter((part) => typeof part === "string" && part !== "").join(" ")
  return { ...optional("name", name), ...optional("email", user["email"]) }
}

/** How the ticket came in. Other ways than mail and chat are left out. */
function channelOf(ticket: ForeignRecord): Pick<Ticket, "channel"> {
  const type = String(ticket["create_article_type"])
  if (type === "email" || type === "web") return { channel: "mail" }
  return type === "chat" ? { channel: "chat" } : {}
}

/** @throws PageChanged, LoggedOut, Unreadable */
function get(page: Page, path: string, signal: AbortSignal): Promise<unknown> {
  return readJson(page, `/api/v1/${path}`, signal)
}

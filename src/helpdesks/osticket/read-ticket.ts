import type { MissedPart } from "../../ticket/page-part.ts"
import type { Message, Person, Role, Ticket } from "../../ticket/ticket.ts"
import type { Page } from "../contract/adapter.ts"
import { optional } from "../contract/foreign-json.ts"
import { textOfNode } from "../contract/html-text.ts"
import { linkedFiles } from "../contract/attached-files.ts"
import { isoTime } from "../contract/shown-time.ts"
import { entriesOf, idOf, outsideInternal, readPage, visibilityOf } from "./entries.ts"
import { ost } from "./selectors.ts"
import { lineOf, part } from "../contract/own-nodes.ts"

/** Reads the whole ticket from its page. */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const document = await readPage(page, ticketId, signal)
  const outside = outsideInternal(document)
  const entries = entriesOf(document)
  for (const entry of entries) if (visibilityOf(entry) === "public") outside(entry, "messages")
  const messages = entries.map((entry) => messageOf(page, entry))
  const line = (selector: string, name: MissedPart) => lineOf(outside(document.querySelector(selector), name))
  const requester: Person = {
    ...optional("name", lineOf(outside(part(document, ost.requester, "requester"), "requester"))),
    ...optional("email", line(ost.requesterEmail, "requester"))
  }
  const agent = line(ost.agent, "signed-in agent")
  const collaborators = [...document.querySelectorAll(ost.collaborator)].map((one) => lineOf(outside(one, "people")))
  const names = [...messages.map(({ author }) => author), ...collaborators]
  return {
    helpdesk: "osticket",
    ticketId,
    subject: lineOf(outside(part(document, ost.subject, "subject"), "subject")),
    ...optional("status", line(ost.status, "status")),
    requester,
    people: [...new Set(names)].filter((name) => name && name !== requester.name).map((name) => ({ name })),
    ...(agent ? { agent: { name: agent } } : {}),
    tags: [],
    fields: fieldsOf([...document.querySelectorAll(ost.field)].map((row) => outside(row, "fields"))),
    messages
  }
}

function messageOf(page: Page, entry: HTMLElement): Message {
  const time = part(entry, ost.time, "time")
  return {
    id: idOf(entry),
    author: lineOf(part(entry, ost.author, "author")),
    role: roleOf(entry),
    visibility: visibilityOf(entry),
    at: isoTime(time.getAttribute("datetime") ?? ""),
    // What this page hides by a style, the agent's page hides too.
    text: textOfNode(part(entry, ost.content, "message text"), "drop"),
    // The link that the page shows leads to the file.
    ...linkedFiles(page, entry.querySelectorAll(ost.file), ost.size)
  }
}

function roleOf({ classList }: HTMLElement): Role {
  if (classList.contains("message")) return "customer"
  return classList.contains("response") || classList.contains("note") ? "agent" : "system"
}

/** The fields of the team's own forms. */
function fieldsOf(elements: Element[]): Record<string, string> {
  const rows = elements.map((row) => {
    const [label, value] = row.querySelectorAll("td")
    return [lineOf(label).replace(/\s*:$/, ""), value?.querySelector(ost.empty) ? "" : lineOf(value)] as const
  })
  return Object.fromEntries(rows.filter(([label, value]) => label && value))
}

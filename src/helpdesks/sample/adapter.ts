import type { Message, Person, Ticket } from "../../ticket/ticket.ts"
import { NoEditor, NotPublic, PageChanged, type HelpdeskAdapter, type Page } from "../adapter.ts"
import { readJson } from "../session.ts"
import { idOf, isRecord, listOf, maybe, recordOf, textOf, type Loose } from "../shape.ts"
import { sample as at } from "./selectors.ts"

/** The sample helpdesk: the shortest whole adapter, and the one to copy. */
export const sample: HelpdeskAdapter = {
  id: "sample",
  changes: { childList: true, subtree: true },
  matches: ({ document }) => document.documentElement.matches(at.product),

  openTicket({ document }) {
    const root = document.querySelector<HTMLElement>(at.ticket)
    const ticketId = root?.dataset["ticketId"]
    if (!root || !ticketId) return undefined
    return { ticketId, ...maybe("version", [...root.querySelectorAll<HTMLElement>(at.publicMessage)].at(-1)?.dataset["messageId"]) }
  },

  readTicket,

  async newestPublic(page, ticketId, signal) {
    const { messages } = await readTicket(page, ticketId, signal)
    const newest = (visibility: string) => messages.findLast((message) => message.visibility === visibility)?.id
    return { version: newest("public") ?? "", ...maybe("note", newest("internal")) }
  },

  findReplyEditor({ document }, ticketId) {
    const root = document.querySelector<HTMLElement>(at.ticket)
    const form = root?.dataset["ticketId"] === ticketId ? root.querySelector(at.form) : null
    if (!form) throw new NoEditor()
    if (form.querySelector<HTMLInputElement>(at.visibility)?.value !== "public") throw new NotPublic()
    const editor = form.querySelector<HTMLElement>(at.editor)
    if (!editor) throw new PageChanged("editor")
    return editor
  }
}

async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const read = recordOf(await readJson(page, `/api/tickets/${encodeURIComponent(ticketId)}`, signal), "ticket")
  return {
    helpdesk: "sample",
    ticketId: idOf(read["ticketId"], "number"),
    subject: textOf(read["subject"], "subject"),
    ...maybe("status", read["status"]),
    requester: personOf(recordOf(read["requester"], "requester")),
    ...(isRecord(read["agent"]) ? { agent: personOf(read["agent"]) } : {}),
    tags: Array.isArray(read["tags"]) ? read["tags"].map(String) : [],
    ...maybe("locale", read["locale"]),
    ...(isRecord(read["fields"]) ? { fields: Object.fromEntries(Object.entries(read["fields"]).map(([name, value]) => [name, String(value)])) } : {}),
    messages: listOf(read["messages"], "messages").map(messageOf)
  }
}

function messageOf(read: Loose): Message {
  return {
    id: idOf(read["id"], "message id"),
    author: textOf(read["author"], "author"),
    role: oneOf(["customer", "agent", "system"], read["role"], "role"),
    visibility: oneOf(["public", "internal"], read["visibility"], "visibility"),
    at: textOf(read["at"], "time"),
    text: textOf(read["text"], "message text"),
    ...maybe("html", read["html"]),
    ...(read["attachments"] === undefined ? {} : { attachments: listOf(read["attachments"], "attachments").map(attachmentOf) })
  }
}

function attachmentOf({ name, type, size }: Loose) {
  return { name: textOf(name, "attachment name"), ...maybe("type", type), ...(typeof size === "number" ? { size } : {}) }
}

function personOf({ name, email }: Loose): Person {
  return { ...maybe("name", name), ...maybe("email", email) }
}

function oneOf<T extends string>(values: readonly T[], value: unknown, part: string): T {
  const found = values.find((known) => known === value)
  if (!found) throw new PageChanged(part)
  return found
}

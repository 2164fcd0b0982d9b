import type { Ticket } from "../../ticket/ticket.ts"
import { NoEditor, NotPublic, PageChanged, type HelpdeskAdapter, type Page } from "../contract/adapter.ts"
import { readJson } from "../contract/session-requests.ts"
import { ownAddress } from "../contract/attached-files.ts"
import { newestEarlier } from "../contract/newest-earlier.ts"
import { ownElements, part } from "../contract/own-nodes.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { idOf, listOf, optional, recordOf, textOf } from "../contract/foreign-json.ts"
import { newestMessages } from "../contract/read-threads.ts"
import { recogniseSample } from "./recognise.ts"
import { sample as at } from "./selectors.ts"

/** The sample helpdesk. It is the shortest complete adapter, and the one to copy. */
export const sample: HelpdeskAdapter = {
  id: "sample",
  changes: { childList: true, subtree: true },
  matches: ({ document }) => document.documentElement.matches(at.product),

  openTicket({ document }) {
    const root = document.querySelector<HTMLElement>(at.ticket)
    const ticketId = root?.dataset["ticketId"]
    if (!root || !ticketId) return undefined
    return {
      ticketId,
      ...optional("version", [...root.querySelectorAll<HTMLElement>(at.publicMessage)].at(-1)?.dataset["messageId"])
    }
  },

  readTicket,

  async newestPublic(page, ticketId, signal) {
    const { messages } = await readTicket(page, ticketId, signal)
    return newestMessages(messages)
  },

  findReplyEditor({ document }, ticketId) {
    const root = document.querySelector<HTMLElement>(at.ticket)
    const [form] = root?.dataset["ticketId"] === ticketId ? ownElements(root, at.form, at.written) : []
    if (!form) throw new NoEditor()
    const [visibility] = ownElements<HTMLInputElement>(form, at.visibility, at.written)
    if (visibility?.value !== "public") throw new NotPublic()
    const [editor] = ownElements(form, at.editor, at.written)
    if (!editor) throw new PageChanged("reply editor")
    return editor
  },

  selfTest(page) {
    const { document } = page
    const ticketId = document.querySelector<HTMLElement>(at.ticket)?.dataset["ticketId"] ?? ""
    return [
      ...testParts([
        ["ticket number", () => recogniseSample(page) && part(document, at.ticket, "ticket number")],
        ["messages", () => document.querySelector(at.message)]
      ]),
      ...testEditor(
        () => sample.findReplyEditor(page, ticketId),
        () => document.querySelector(`${at.form} ${at.choice}`) !== null
      )
    ]
  },

  listTickets: ({ document }) =>
    [...document.querySelectorAll<HTMLAnchorElement>(at.listed)].flatMap(
      (link) => /\/tickets\/(\w+)$/.exec(link.getAttribute("href") ?? "")?.[1] ?? []
    ),

  async earlierTickets(page, ticketId, since, signal) {
    const listed = await readJson(page, `/api/tickets/${encodeURIComponent(ticketId)}/earlier`, signal)
    return newestEarlier(
      listOf(listed, "earlier tickets").map((one) => ({
        ticketId: textOf(one["ticketId"], "ticket number"),
        at: textOf(one["openedAt"], "time")
      })),
      { ticketId, since },
      (id) => new URL(`/tickets/${id}`, page.url).href
    )
  },

  messageElement({ document }, ticketId, { id }) {
    const root = document.querySelector<HTMLElement>(at.ticket)
    if (root?.dataset["ticketId"] !== ticketId) return undefined
    return [...root.querySelectorAll<HTMLElement>(at.message)].find((message) => message.dataset["messageId"] === id)
  }
}

async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const read = recordOf(await readJson(page, `/api/tickets/${encodeURIComponent(ticketId)}`, signal), "ticket")
  textOf(read["subject"], "subject")
  recordOf(read["requester"], "requester")
  for (const message of listOf(read["messages"], "messages")) {
    idOf(message["id"], "message id")
    for (const part of ["author", "role", "visibility"] as const) textOf(message[part], part)
    textOf(message["at"], "time")
    textOf(message["text"], "message text")
    for (const file of listOf(message["attachments"] ?? [], "attachments"))
      Object.assign(file, { url: undefined }, ownAddress(page, file["url"]))
  }
  const { name } = optional("name", page.document.querySelector<HTMLElement>(at.agent)?.dataset["agent"])
  // This API already uses our own types. Anything else that is wrong is found when the background parses the message.
  return { ...read, helpdesk: "sample", ticketId, ...(name ? { agent: { name } } : {}) } as Ticket
}

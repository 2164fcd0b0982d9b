import { NoEditor, NotPublic, PageChanged, type HelpdeskAdapter, type Page } from "../contract/adapter.ts"
import { ownElements, part } from "../contract/own-nodes.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { macros } from "./macros.ts"
import { newestPublic, readTicket } from "./read-ticket.ts"
import { VIEW } from "./recognise.ts"
import { paneOf, PUBLIC_CHANNELS, zd } from "./selectors.ts"
import type { EarlierTicket } from "../../ticket/earlier-ticket.ts"
import { idOf, listOf, recordOf, textOf } from "../contract/foreign-json.ts"
import { newestEarlier } from "../contract/newest-earlier.ts"
import { getJson } from "./api.ts"

/**
 * Zendesk's Agent Workspace. It is read through the session's API. Several tickets are mounted at once, and one editor
 * serves replies and notes.
 */
export const zendesk: HelpdeskAdapter = {
  id: "zendesk",
  changes: { childList: true, subtree: true, attributeFilter: ["aria-current", "data-entity-is-selected"] },
  matches: ({ document, url }) =>
    (url.hostname.endsWith(".zendesk.com") && /^\/agent(\/|$)/.test(url.pathname)) ||
    document.querySelector(zd.panes) !== null,

  openTicket(page) {
    const ticketId = openId(page)
    if (!ticketId) return undefined
    return { ticketId, thread: String(page.document.querySelectorAll(`${paneOf(ticketId)} ${zd.comment}`).length) }
  },

  readTicket,
  newestPublic,
  earlierTickets,
  macros,

  findReplyEditor(page, ticketId) {
    if (!page.document.querySelector(zd.panes)) throw new PageChanged("ticket pane")
    if (openId(page) !== ticketId) throw new NoEditor()
    const inPane = (what: string) => elementsIn(page, ticketId, what)
    const editors = inPane(zd.editor)
    if (editors.length === 0) {
      // There is a channel to choose but nothing to write in, so the composer is not the one we know.
      if (inPane(zd.channel).length > 0) throw new PageChanged("reply editor")
      throw new NoEditor()
    }
    const [found, another] = editors.flatMap((editor) => {
      const channel = channelOf(editor)
      return channel ? [{ editor, channel }] : []
    })
    if (!found || another || !PUBLIC_CHANNELS.includes(found.channel.dataset["channel"] ?? "")) throw new NotPublic()
    return found.editor
  },

  /**
   * A composer without a channel switcher looks like a side conversation in a closed ticket. So one browser that says
   * "public marker" proves nothing yet, and the admin sees how many do.
   */
  selfTest(page) {
    const { document } = page
    const ticketId = openId(page)
    const pane = ticketId ? document.querySelector(paneOf(ticketId)) : null
    const inPane = (what: string) => (ticketId ? elementsIn(page, ticketId, what) : [])
    return [
      ...testParts([
        ["ticket pane", () => ticketId && part(document, paneOf(ticketId), "ticket pane")],
        ["subject", () => pane && part(pane, zd.subject, "subject")],
        ["messages", () => pane && part(pane, `${zd.comment}, ${zd.logItem}`, "messages")],
        ["time", () => inPane(zd.comment).map((comment) => part(comment, zd.time, "time"))]
      ]),
      ...testEditor(
        () => zendesk.findReplyEditor(page, ticketId ?? ""),
        () => inPane(zd.channel).some(({ dataset }) => dataset["channel"])
      )
    ]
  },

  /** Returns the rows of a view, if the address says that one is open. Tickets opened before stay mounted behind it. */
  listTickets: ({ document, url }) =>
    !VIEW.test(url.pathname)
      ? []
      : [...document.querySelectorAll(zd.listed)].flatMap(
          (link) => /(?:^|\/)tickets\/(\d+)$/.exec(link.getAttribute("href") ?? "")?.[1] ?? []
        ),

  /**
   * Finds the message by its time, because the log has no ids. Two messages of the same second can't be distinguished,
   * and then nothing is shown rather than the wrong one.
   */
  messageElement({ document }, ticketId, { at }) {
    const second = Math.floor(Date.parse(at) / 1000)
    const [found, other] = [...document.querySelectorAll<HTMLElement>(`${paneOf(ticketId)} ${zd.comment}`)].filter(
      (message) =>
        Math.floor(Date.parse(message.querySelector(zd.time)?.getAttribute("datetime") ?? "") / 1000) === second
    )
    return other ? undefined : found
  }
}

function elementsIn({ document }: Page, ticketId: string, what: string): HTMLElement[] {
  const each = what.split(", ").map((one) => `${paneOf(ticketId)} ${one}`)
  return ownElements(document, each.join(", "), zd.logged)
}

/**
 * Returns the channel switcher of the composer that an editor is in: the smallest part of the page that contains both
 * contains no other of either, nothing of the log and no subject. A side conversation is written in the same pane with
 * the same kind of editor, but has no switcher of its own.
 */
function channelOf(editor: HTMLElement): HTMLElement | undefined {
  const own = (root: Element, what: string) => ownElements(root, what, zd.logged)
  let around = editor.parentElement
  while (around && own(around, zd.channel).length === 0) around = around.parentElement
  if (!around) return undefined
  const [channel, another] = own(around, zd.channel)
  if (another || own(around, zd.editor).length > 1 || own(around, zd.beyond).length > 0) return undefined
  return channel
}

/**
 * Returns the id from the address, or undefined while the selected tab shows another one, as it does for a moment
 * between two tickets.
 */
function openId({ document, url }: Page): string | undefined {
  const ticketId = /^\/agent\/tickets\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1]
  const tab = ownElements(document, zd.selectedTab, zd.logged)[0]?.dataset["entityId"]
  return tab === undefined || tab === ticketId ? ticketId : undefined
}

/**
 * Reads the tickets that the requester opened: "List Tickets" of Zendesk's documentation,
 * `users/{id}/tickets/requested`. `sort_by` holds for pages by offset, so this one isn't asked by cursor.
 */
async function earlierTickets(
  page: Page,
  ticketId: string,
  since: string,
  signal: AbortSignal
): Promise<EarlierTicket[]> {
  const { ticket } = await getJson(page, `tickets/${ticketId}.json`, signal)
  const requester = idOf(recordOf(ticket, "ticket")["requester_id"], "requester")
  const { tickets } = await getJson(
    page,
    `users/${requester}/tickets/requested.json?sort_by=created_at&sort_order=desc&per_page=${LISTED}`,
    signal
  )
  const opened = listOf(tickets, "earlier tickets").map((one) => ({
    ticketId: idOf(one["id"], "ticket number"),
    at: textOf(one["created_at"], "time")
  }))
  return newestEarlier(opened, { ticketId, since }, (id) => new URL(`/agent/tickets/${id}`, page.url).href)
}

/** The newest are among these unless the requester has opened as many since. */
const LISTED = 25

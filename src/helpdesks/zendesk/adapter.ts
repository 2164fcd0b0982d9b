import { NoEditor, NotPublic, PageChanged, type HelpdeskAdapter, type Page } from "../adapter.ts"
import { newestPublic, readTicket } from "./read.ts"
import { paneOf, PUBLIC_CHANNELS, zd } from "./selectors.ts"

/** Zendesk's Agent Workspace: read through the session's API, several tickets mounted at once, one editor for replies and notes. */
export const zendesk: HelpdeskAdapter = {
  id: "zendesk",
  changes: { childList: true, subtree: true, attributeFilter: ["aria-current", "data-entity-is-selected"] },
  matches: ({ document, url }) =>
    (url.hostname.endsWith(".zendesk.com") && /^\/agent(\/|$)/.test(url.pathname)) || document.querySelector(zd.panes) !== null,

  openTicket(page) {
    const ticketId = openId(page)
    if (!ticketId) return undefined
    return { ticketId, thread: String(page.document.querySelectorAll(`${paneOf(ticketId)} ${zd.comment}`).length) }
  },

  readTicket,
  newestPublic,

  findReplyEditor(page, ticketId) {
    if (!page.document.querySelector(zd.panes)) throw new PageChanged("ticket pane")
    if (openId(page) !== ticketId) throw new NoEditor()
    const inPane = (what: string) => [...page.document.querySelectorAll<HTMLElement>(what.split(", ").map((each) => `${paneOf(ticketId)} ${each}`).join(", "))]
    const [editor, secondEditor] = inPane(zd.editor)
    const [channel, secondChannel] = inPane(zd.channel)
    if (!editor) {
      // With a channel to choose but nothing to write in, the composer is not the one we know.
      if (channel) throw new PageChanged("editor")
      throw new NoEditor()
    }
    if (secondEditor || secondChannel || !PUBLIC_CHANNELS.includes(channel?.dataset["channel"] ?? "")) throw new NotPublic()
    return editor
  },

  /** By its time: the log tells no ids. Two of one second are not told apart, and nothing is shown rather than the wrong one. */
  messageElement({ document }, ticketId, { at }) {
    const second = Math.floor(Date.parse(at) / 1000)
    const [found, other] = [...document.querySelectorAll<HTMLElement>(`${paneOf(ticketId)} ${zd.comment}`)].filter((message) =>
      Math.floor(Date.parse(message.querySelector(zd.time)?.getAttribute("datetime") ?? "") / 1000) === second)
    return other ? undefined : found
  }
}

/** By the address; undefined while the selected tab says otherwise, which is the moment between two tickets. */
function openId({ document, url }: Page): string | undefined {
  const ticketId = /^\/agent\/tickets\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1]
  const tab = document.querySelector<HTMLElement>(zd.selectedTab)?.dataset["entityId"]
  return tab === undefined || tab === ticketId ? ticketId : undefined
}

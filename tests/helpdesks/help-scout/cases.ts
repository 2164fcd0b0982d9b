import { helpScout } from "../../../src/helpdesks/help-scout/adapter.ts"
import {
  helpScoutPage,
  type HelpScoutConversation,
  type PageOptions
} from "../../doubles/help-scout/conversation-page.ts"
import { openDocument, type Case } from "../case.ts"

export const lamp: HelpScoutConversation = {
  id: "3250296223",
  number: 11161,
  subject: "My lamp flickers",
  threads: [
    {
      id: 9001,
      kind: "customer",
      by: "Noor Haddad",
      html: "<p>Hello,</p><p>it flickers.</p>",
      shown: "Nov 16, 2026 6:30 AM"
    },
    { id: 9002, kind: "event", by: "Ben", html: "", shown: "Nov 16, 2026 7:00 AM" },
    { id: 9003, kind: "note", by: "Ben Ode", html: "SUPPLIER-SECRET", shown: "Nov 17, 2026 6:30 AM" },
    { id: 9004, kind: "reply", by: "Ben Ode", html: "Which bulb?", shown: "Nov 17, 2026 7:30 AM" },
    {
      id: 9005,
      kind: "customer",
      by: "Noor Haddad",
      html: "The small one.",
      shown: "2 hours ago",
      datetime: "2026-11-18T08:00:00Z"
    }
  ]
}

export const addressOf = ({ id, number }: HelpScoutConversation) =>
  `https://secure.helpscout.net/conversation/${id}/${number}?viewId=99451`

export function openHelpScout(
  conversation = lamp,
  { html, address = addressOf(conversation), ...options }: PageOptions & { html?: string; address?: string } = {}
) {
  return openDocument(html ?? helpScoutPage(conversation, options), address, () => {
    throw new Error("nobody is asked")
  })
}

/** What the page shows is the clock of this computer. */
const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 30).toISOString().replace(".000Z", "Z")

const expected: Case["ticket"] = {
  ticketId: "3250296223",
  subject: "My lamp flickers",
  requester: { name: "Noor Haddad" },
  tags: [],
  messages: [
    {
      id: "9001",
      author: "Noor Haddad",
      role: "customer",
      visibility: "public",
      at: at(16, 6),
      text: "Hello,\n\nit flickers."
    },
    { id: "9003", author: "Ben Ode", role: "agent", visibility: "internal", at: at(17, 6), text: "SUPPLIER-SECRET" },
    { id: "9004", author: "Ben Ode", role: "agent", visibility: "internal", at: at(17, 7), text: "Which bulb?" },
    {
      id: "9005",
      author: "Noor Haddad",
      role: "customer",
      visibility: "public",
      at: "2026-11-18T08:00:00Z",
      text: "The small one."
    }
  ]
}

const PAGES: [name: string, editor: Case["editor"], options: PageOptions][] = [
  ["editor open", "not-public", {}],
  ["editor closed", "none", { isOpen: false }],
  ["newest on top, text behind a line", "not-public", { newestFirst: true, layout: "line" }]
]

export const helpScoutCases: Case[] = PAGES.map(([name, editor, options]) => ({
  name: `help scout, ${name}`,
  adapter: helpScout,
  open: () => openHelpScout(lamp, options),
  ticket: expected,
  editor,
  asksNobody: true
}))

import { freescout } from "../../../src/helpdesks/freescout/adapter.ts"
import { ANA, conversationPage, type Conversation } from "../../doubles/freescout/conversation-page.ts"
import { openDocument, type Case } from "../case.ts"

/** What the page shows is the clock of this computer. */
const at = (day: number, minute = 30) => new Date(2026, 10, day, 6, minute).toISOString().replace(".000Z", "Z")

export const parcel: Conversation = {
  id: 12,
  subject: "Where is my parcel?",
  open: "reply",
  threads: [
    {
      id: 31,
      type: "customer",
      by: ANA.name,
      shown: "Nov 16, 2026 06:30",
      html: "<p>Hello,</p><p>order 51877 is late.</p>"
    },
    { id: 32, type: "lineitem", shown: "Nov 17, 2026 06:30", html: "" },
    { id: 33, type: "note", by: "Sam Holt", shown: "Nov 17, 2026 06:30", html: "<p>DEPOT-SECRET, do not tell.</p>" },
    {
      id: 34,
      type: "message",
      shown: "Nov 18, 2026 06:30",
      html: "<div>It left <b>today</b>.</div>",
      files: ["label.pdf"]
    },
    { id: 35, type: "draft", shown: "Nov 18, 2026 06:31", html: "<div>Half a reply</div>" }
  ]
}

/** The conversation's page, which is also what the helpdesk answers. */
export function openConversation(conversation: Conversation, html = conversationPage(conversation)) {
  return openDocument(
    html,
    `https://desk.example/support/conversation/${conversation.id}?folder_id=3`,
    ({ pathname }) =>
      pathname === `/support/conversation/${conversation.id}`
        ? new Response(html, { headers: { "content-type": "text/html; charset=UTF-8" } })
        : new Response("no", { status: 404 })
  )
}
const expected: Case["ticket"] = {
  ticketId: "12",
  subject: "Where is my parcel?",
  status: "Active",
  requester: ANA,
  tags: [],
  messages: [
    {
      id: "31",
      author: ANA.name,
      role: "customer",
      visibility: "public",
      at: at(16),
      text: "Hello,\n\norder 51877 is late."
    },
    {
      id: "33",
      author: "Sam Holt",
      role: "agent",
      visibility: "internal",
      at: at(17),
      text: "DEPOT-SECRET, do not tell."
    },
    {
      id: "34",
      author: "Dana",
      role: "agent",
      visibility: "public",
      at: at(18),
      text: "It left today.",
      attachments: [{ name: "label.pdf" }]
    }
  ]
}

/** A conversation with each state of its reply block. */
export const freescoutCases: Case[] = (["reply", "note", "forward", "closed", "absent"] as const).map(
  (kind): Case => ({
    name: `freescout, ${kind}`,
    adapter: freescout,
    open: () => openConversation({ ...parcel, open: kind }),
    ticket: expected,
    editor: kind === "reply" ? "public" : kind === "closed" || kind === "absent" ? "none" : "not-public",
    editorElement: "div"
  })
)

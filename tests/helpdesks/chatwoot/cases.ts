import { chatwoot } from "../../../src/helpdesks/chatwoot/adapter.ts"
import {
  chatwootAnswer,
  COOKIE,
  dashboard,
  JOEL,
  row,
  type Box,
  type ChatwootConversation
} from "../../doubles/chatwoot/chatwoot.ts"
import { openDocument, type Case } from "../case.ts"

export const teapot: ChatwootConversation = {
  accountId: 3,
  number: 104,
  rows: [
    row(11, "in", "Where is my teapot?"),
    row(12, "template", "We answer within an hour."),
    row(13, "activity", "Noor was assigned"),
    row(14, "note", "DEPOT-SECRET. Do not tell."),
    row(15, "out", "Hi Joel,\r\n\r\nit left today."),
    row(16, "out", "Deleted words", { content_attributes: { deleted: true } }),
    row(17, "out", "I am a bot.", { sender: { name: "Pots bot", type: "agent_bot" } }),
    row(18, "in", null as unknown as string, {
      attachments: [{ data_url: "https://desk.example/files/abc/my%20pot.jpg", file_type: "image", file_size: 9 }]
    })
  ]
}

export function openChatwoot(
  conversation = teapot,
  box: Box | undefined = { mode: "reply" },
  { html = dashboard(conversation, box), path = "conversations/104", version = "new" as "old" | "new" } = {}
) {
  const opened = openDocument(html, `https://desk.example/app/accounts/3/${path}`, (url, init) =>
    chatwootAnswer(conversation, url, init, version)
  )
  opened.window.document.cookie = COOKIE
  return opened
}

const time = (second: number) => `2026-11-18T08:00:${second}Z`
const expected: Case["ticket"] = {
  ticketId: "3-104",
  subject: "",
  status: "open",
  requester: JOEL,
  tags: ["glaze"],
  messages: [
    { id: "11", author: JOEL.name, role: "customer", visibility: "public", at: time(11), text: "Where is my teapot?" },
    { id: "12", author: "", role: "system", visibility: "public", at: time(12), text: "We answer within an hour." },
    {
      id: "14",
      author: "Noor Haddad",
      role: "agent",
      visibility: "internal",
      at: time(14),
      text: "DEPOT-SECRET. Do not tell."
    },
    {
      id: "15",
      author: "Noor Haddad",
      role: "agent",
      visibility: "public",
      at: time(15),
      text: "Hi Joel,\n\nit left today."
    },
    { id: "17", author: "Pots bot", role: "system", visibility: "public", at: time(17), text: "I am a bot." },
    {
      id: "18",
      author: JOEL.name,
      role: "customer",
      visibility: "public",
      at: time(18),
      text: "",
      attachments: [{ name: "my pot.jpg" }]
    }
  ]
}

const boxes: {
  name: string
  box: Box | undefined
  editor: Case["editor"]
  editorElement?: string
  broken?: Case["broken"]
}[] = [
  { name: "reply in rich text", box: { mode: "reply" }, editor: "public", editorElement: "div" },
  { name: "reply in plain text", box: { mode: "reply", editor: "plain" }, editor: "public", editorElement: "textarea" },
  { name: "reply before version 4", box: { mode: "reply", head: "tabs" }, editor: "public", editorElement: "div" },
  { name: "private note", box: { mode: "note" }, editor: "not-public" },
  { name: "private note before version 4", box: { mode: "note", head: "tabs" }, editor: "not-public" },
  { name: "channel without replies", box: { mode: "reply", restricted: true }, editor: "not-public" },
  { name: "nothing says which", box: { mode: "reply", head: "none" }, editor: "not-public", broken: ["public marker"] },
  { name: "a voice message", box: { mode: "reply", editor: "none" }, editor: "none" },
  { name: "no box", box: undefined, editor: "none" }
]

/** A conversation with each state of its reply box. */
export const chatwootCases: Case[] = boxes.map(({ name, box, ...more }) => ({
  name: `chatwoot, ${name}`,
  adapter: chatwoot,
  open: () => openChatwoot(teapot, box, { html: dashboard(teapot, box) }),
  ticket: expected,
  ...more
}))

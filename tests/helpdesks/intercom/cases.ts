import { intercom } from "../../../src/helpdesks/intercom/adapter.ts"
import {
  CHIARA,
  icPart,
  intercomAddress,
  intercomAnswer,
  intercomPage,
  openShadow,
  RILEY,
  type IntercomConversation,
  type Layout
} from "../../doubles/intercom/intercom.ts"
import { openDocument, type Case } from "../case.ts"

export const kettle: IntercomConversation = {
  workspace: "abc123",
  id: "215561065549109",
  title: "Kettle leaks",
  parts: [
    icPart("chat", 0, "Hello,<br>my kettle leaks &amp; drips."),
    icPart("event", 5),
    icPart("note", 10, "SUPPLIER-SECRET. Do not tell."),
    icPart("reply", 20, "Where does it leak?", { uploads: [{ name: "where.pdf" }] }),
    icPart("mail", 30, "<div>At the <b>handle</b>.</div>")
  ]
}
export const KETTLE = `abc123-b${215_561_065_549_109n.toString(36)}`

export function openIntercom(
  conversation = kettle,
  {
    layout = "shadow" as Layout,
    isOpen = true,
    html = intercomPage(conversation, layout, isOpen),
    address = intercomAddress(conversation)
  } = {}
) {
  const opened = openDocument(html, address, (url) => intercomAnswer(conversation, url))
  openShadow(opened.window.document)
  return opened
}

const at = (second: number) => `2026-11-18T08:00:${String(second).padStart(2, "0")}Z`
const id = (kind: "c" | "a", second: number) => `${kind}${Date.parse(at(second)).toString(36)}`

const expected: Case["ticket"] = {
  ticketId: KETTLE,
  subject: "Kettle leaks",
  status: "open",
  requester: { name: CHIARA.name, email: CHIARA.email },
  tags: [],
  messages: [
    {
      id: id("c", 0),
      author: CHIARA.name,
      role: "customer",
      visibility: "public",
      at: at(0),
      text: "Hello,\nmy kettle leaks & drips."
    },
    {
      id: id("a", 10),
      author: RILEY.name,
      role: "agent",
      visibility: "internal",
      at: at(10),
      text: "SUPPLIER-SECRET. Do not tell."
    },
    {
      id: id("a", 20),
      author: RILEY.name,
      role: "agent",
      visibility: "public",
      at: at(20),
      text: "Where does it leak?",
      attachments: [{ name: "where.pdf" }]
    },
    { id: id("c", 30), author: CHIARA.name, role: "customer", visibility: "public", at: at(30), text: "At the handle." }
  ]
}

const PAGES: [name: string, editor: Case["editor"], layout: Layout, isOpen: boolean][] = [
  ["editor in the shadow root", "not-public", "shadow", true],
  ["editor in the page", "not-public", "plain", true],
  ["no editor", "none", "shadow", false]
]

/** A conversation with its editor where today's inbox has it, where it had it before, and without one. */
export const intercomCases: Case[] = PAGES.map(([name, editor, layout, isOpen]) => ({
  name: `intercom, ${name}`,
  adapter: intercom,
  open: () => openIntercom(kettle, { layout, isOpen }),
  ticket: expected,
  editor
}))

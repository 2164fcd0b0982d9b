import { front } from "../../../src/helpdesks/front/adapter.ts"
import {
  conversationId,
  frontAddress,
  frontApi,
  frontPage,
  frontRow,
  NORA,
  TOKEN,
  type FrontDouble
} from "../../doubles/front/front.ts"
import { openDocument, type Case } from "../case.ts"

export const kettle: FrontDouble = {
  number: "117421069338",
  subject: "Kettle leaks",
  rows: [
    frontRow("in", 0, "Hello,<br>my kettle leaks &amp; drips."),
    frontRow("internal", 10, "SUPPLIER-SECRET. Do not tell."),
    frontRow("out", 20, "Where does it leak?"),
    frontRow("in", 30, "At the <b>handle</b>.")
  ]
}
export const KETTLE = conversationId(kettle)

/** A page whose API is asked with the token, as the background does. */
export function openFront(thread = kettle, { address = frontAddress(thread), html = frontPage(thread) } = {}) {
  return openDocument(html, address, (url) => frontApi(thread, url, new Headers({ authorization: `Bearer ${TOKEN}` })))
}

const message = (second: number) => ({
  id: `msg_${(1000 + second).toString(36)}`,
  at: `2026-11-18T08:00:${String(second).padStart(2, "0")}Z`
})
const theirs = { author: NORA.name, role: "customer", visibility: "public" } as const
const ours = { author: "Sam Okafor", role: "agent" } as const

const expected: Case["ticket"] = {
  ticketId: KETTLE,
  subject: "Kettle leaks",
  status: "assigned",
  requester: { name: NORA.name, email: NORA.handle },
  tags: ["Kettles"],
  messages: [
    { ...message(0), ...theirs, text: "Hello,\nmy kettle leaks & drips." },
    { ...message(10), ...ours, visibility: "internal", text: "SUPPLIER-SECRET. Do not tell." },
    { ...message(20), ...ours, visibility: "public", text: "Where does it leak?" },
    { ...message(30), ...theirs, text: "At the handle." }
  ]
}

const API = "https://api2.frontapp.com"

/** A conversation in an inbox, and one that a link has opened. */
export const frontCases: Case[] = [
  { name: "front, inbox", adapter: front, api: API, open: () => openFront(), ticket: expected, editor: "not-public" },
  {
    name: "front, link",
    adapter: front,
    api: API,
    open: () => openFront(kettle, { address: `https://pots.frontapp.com/open/${KETTLE}` }),
    ticket: expected,
    editor: "not-public"
  }
]

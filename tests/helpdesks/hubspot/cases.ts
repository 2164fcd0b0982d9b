import { hubspot } from "../../../src/helpdesks/hubspot/adapter.ts"
import {
  CSRF,
  hsRow,
  hubspotAddress,
  hubspotAnswer,
  hubspotPage,
  INES,
  SAM,
  type HubspotThread
} from "../../doubles/hubspot/hubspot.ts"
import { openDocument, type Case } from "../case.ts"

export const kettle: HubspotThread = {
  portal: "6010218",
  id: "11173394035",
  rows: [
    hsRow("mail", 0, "Hello,<br>my kettle leaks &amp; drips."),
    hsRow("event", 5),
    hsRow("note", 10, "SUPPLIER-SECRET. Do not tell."),
    hsRow("reply", 20, "Where does it leak?"),
    hsRow("mail", 30, "At the <b>handle</b>.")
  ]
}
export const KETTLE = "6010218-11173394035"

export function openHubspot(
  thread = kettle,
  { isOpen = true, html = hubspotPage(thread, isOpen), address = hubspotAddress(thread), cookie = CSRF } = {}
) {
  const opened = openDocument(html, address, (url, init) => hubspotAnswer(thread, url, init))
  if (cookie) opened.window.document.cookie = `hubspotapi-csrf=${cookie}`
  return opened
}

const message = (second: number) => ({
  id: `e1d9b8e855e8418392b75a3ba1d5d${String(second).padStart(3, "0")}`,
  at: `2026-11-18T08:00:${String(second).padStart(2, "0")}Z`
})
const theirs = { author: INES.name, role: "customer", visibility: "public" } as const
const ours = { author: SAM.name, role: "agent" } as const

const expected: Case["ticket"] = {
  ticketId: KETTLE,
  subject: "Kettle leaks",
  status: "STARTED",
  requester: { name: INES.name, email: INES.address },
  tags: [],
  messages: [
    { ...message(0), ...theirs, text: "Hello,\nmy kettle leaks & drips." },
    { ...message(10), ...ours, visibility: "internal", text: "SUPPLIER-SECRET. Do not tell." },
    { ...message(20), ...ours, visibility: "public", text: "Where does it leak?" },
    { ...message(30), ...theirs, text: "At the handle." }
  ]
}

const inDesk: HubspotThread = { ...kettle, ticket: "29859078751" }

/** A conversation in the inbox with its box and without one, and in a ticket of the help desk. */
export const hubspotCases: Case[] = [
  {
    name: "hubspot, inbox",
    adapter: hubspot,
    open: () => openHubspot(),
    ticket: expected,
    editor: "not-public"
  },
  {
    name: "hubspot, no box",
    adapter: hubspot,
    open: () => openHubspot(kettle, { isOpen: false }),
    ticket: expected,
    editor: "none"
  },
  {
    name: "hubspot, help desk",
    adapter: hubspot,
    open: () => openHubspot(inDesk),
    ticket: expected,
    editor: "not-public"
  }
]

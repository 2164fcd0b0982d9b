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
import { apiRow, HUB_API, HUB_TOKEN, hubspotApi, type ApiThread } from "../../doubles/hubspot/api.ts"
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

const TICKET = "29859078751"
/** The same conversation as HubSpot's API gives it. */
export const apiKettle: ApiThread = {
  id: kettle.id,
  ticket: TICKET,
  rows: [
    apiRow("mail", 0, "Hello,<br>my kettle leaks &amp; drips."),
    apiRow("closed", 5),
    apiRow("note", 10, "SUPPLIER-SECRET. Do not tell."),
    apiRow("reply", 20, "Where does it leak?"),
    apiRow("mail", 30, "At the <b>handle</b>.")
  ]
}
export const IN_DESK = `https://app.hubspot.com/help-desk/${kettle.portal}/view/95291824/ticket/${TICKET}`
export const TICKET_KEY = `${kettle.portal}-t${TICKET}`

/**
 * A page whose API is asked with a token, as the background does. What else it asks, it asks in its session.
 * @param token what the API is asked with
 */
export function openByApi(
  threads: ApiThread[] = [apiKettle],
  { address = hubspotAddress(kettle), token = HUB_TOKEN, session = true } = {}
) {
  const account = { portal: kettle.portal, threads }
  const headers = new Headers({ authorization: `Bearer ${token}` })
  const opened = openDocument(hubspotPage(kettle), address, (url, init) =>
    url.origin === HUB_API ? hubspotApi(account, url, headers) : hubspotAnswer(kettle, url, init)
  )
  if (session) opened.window.document.cookie = `hubspotapi-csrf=${CSRF}`
  return { ...opened, page: { ...opened.page, tokens: new Set(["hubspot" as const]) } }
}

const byApi = (second: number) => ({
  ...message(second),
  id: `3ad3474b08dd408ca57a8454e355e${String(second).padStart(3, "0")}`
})
const expectedByApi = (ticketId: string): Case["ticket"] => ({
  ...expected,
  ticketId,
  status: "OPEN",
  messages: expected.messages.map((one) => ({
    ...one,
    ...byApi(Number(one.at.slice(-3, -1))),
    // Of a comment the API names no more than who is behind it.
    author: one.visibility === "internal" ? "" : one.author
  }))
})

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
  },
  {
    name: "hubspot, inbox, by its API",
    adapter: hubspot,
    api: HUB_API,
    open: () => openByApi(),
    ticket: expectedByApi(KETTLE),
    editor: "not-public"
  },
  {
    name: "hubspot, ticket, by its API",
    adapter: hubspot,
    api: HUB_API,
    open: () => openByApi([apiKettle], { address: `${IN_DESK}#email` }),
    ticket: expectedByApi(TICKET_KEY),
    editor: "not-public"
  }
]

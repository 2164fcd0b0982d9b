import type { PanelState } from "../../../src/protocol/panel.ts"
import type { PanelPicking } from "../../../src/protocol/picking/pick-commands.ts"
import type { Notice } from "../../../src/protocol/notice.ts"
import type { ApiReading, TokenProblem } from "../../../src/ticket/helpdesk-api/helpdesk-api.ts"
import { base, draft, PERSON, RELAY } from "./states-parts.ts"

const picking: PanelPicking = {
  tabId: 7,
  site: "https://harbourdesk.example",
  step: "reply",
  subject: "Lamp arrived without its shade",
  reply: false,
  messages: [
    {
      id: "m1",
      role: "customer",
      at: "2026-11-19T16:02:00Z",
      shown: true,
      text: "Hello, my Halo pendant lamp came today, but there is no shade in the box. Was it forgotten?"
    },
    { id: "m2", role: "agent", shown: false, out: "note", author: "Priya Nair", lines: 1 },
    {
      id: "m3",
      role: "agent",
      at: "2026-11-19T17:10:00Z",
      shown: true,
      text: "Hello [PERSON_1], could you look under the cardboard at the bottom?"
    },
    {
      id: "m4",
      role: "customer",
      at: "2026-11-20T08:31:00Z",
      shown: false,
      text: "I did. There is nothing. Can you send me one?"
    }
  ]
}
const common = { relay: RELAY, person: PERSON, kept: { drafts: 3, outcomes: 0 } }

/** The panel while somebody shows where a page has its ticket, and when the page has changed since. */
export const pickingStates = {
  picking: (): PanelState => ({ phase: "empty", ...common, picking }),
  "picking-fault": (): PanelState => ({
    phase: "empty",
    ...common,
    picking: {
      ...picking,
      step: "agent",
      fault: "no-role",
      aim: "Hello Ines, could you look under the cardboard",
      messages: [...picking.messages.slice(0, 1), { id: "m5", shown: false, out: "role", lines: 2 }]
    }
  }),
  "places-changed": (): PanelState => ({
    phase: "empty",
    ...common,
    site: { origin: "https://desk.example.org", on: true, builtIn: false, tabId: 7 },
    taught: { tabId: 7, part: "messages" }
  }),
  /** A helpdesk that is recognised and not read by itself. */
  "unread-front": (): PanelState => ({
    phase: "empty",
    ...common,
    site: { origin: "https://app.frontapp.com", on: true, builtIn: false, tabId: 7 },
    unread: { tabId: 7, helpdesk: "front" }
  }),
  "token-missing": () => apiTicket("missing"),
  "token-refused": () => apiTicket("refused"),
  "token-not-allowed": () => apiTicket("not-allowed"),
  "token-kept": () => apiTicket(),
  /** HubSpot: neither the session nor the API gave the ticket; the session did in the API's stead. */
  "token-instead": () => hubspotTicket({ api: "missing", notice: { code: "page-changed", data: { part: "answer" } } }),
  "token-passed-over": () => hubspotTicket({ api: "other-account" }),
  "unread-hubspot": (): PanelState => ({
    phase: "empty",
    ...common,
    site: { origin: "https://app.hubspot.com", on: true, builtIn: false, tabId: 7 },
    unread: { tabId: 7, helpdesk: "hubspot" }
  }),
  /** The team shares the places of a site that isn't allowed in this browser yet. */
  "places-of-team": (): PanelState => ({
    phase: "empty",
    ...common,
    site: { origin: "https://desk.example.org", on: false, builtIn: false, tabId: 7, shown: true }
  })
}

/** A ticket of a helpdesk that is read by its API. @param problem why nothing was read */
export function apiTicket(problem?: TokenProblem): PanelState {
  const state = base({})
  const key = "front https://app.frontapp.com cnv_1hxwkju2"
  const ticket = state.ticket && {
    ticket: { ...state.ticket, key, helpdesk: "front", ticketId: "cnv_1hxwkju2", site: "https://app.frontapp.com" }
  }
  if (!problem) return { ...state, ...ticket, draft: draft({ insert: "unproven" }) }
  const { summary: _unread, ...rest } = state
  return {
    ...rest,
    ...(ticket ? { ticket: { ...ticket.ticket, subject: "", messages: [] } } : {}),
    notice: { code: "token-wanted", data: { part: problem } }
  }
}

/**
 * A ticket of HubSpot's, which is read by its API or in the session.
 * @param notice why nothing was read; undefined if it was
 */
export function hubspotTicket({ api, notice }: { api?: ApiReading; notice?: Notice }): PanelState {
  const { summary, ...state } = base({})
  const of = { key: "hubspot https://app.hubspot.com 1-501", helpdesk: "hubspot", site: "https://app.hubspot.com" }
  const ticket = state.ticket && { ...state.ticket, ...of, ticketId: "1-501", ...(api ? { api } : {}) }
  if (!ticket) return state
  if (notice) return { ...state, ticket: { ...ticket, subject: "", messages: [] }, notice }
  return { ...state, ...(summary ? { summary } : {}), ticket, draft: draft({ insert: "unproven" }) }
}

/** A ticket of a page that is read by places. @param places undefined for places that are used once */
export function taughtPage(places?: PanelState["places"]): PanelState {
  const state = base({ draft: draft() })
  const ticket = state.ticket && { ticket: { ...state.ticket, helpdesk: "taught-page" } }
  return { ...state, ...ticket, ...(places ? { places } : {}) }
}

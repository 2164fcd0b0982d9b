import type { HelpdeskAdapter } from "../../../src/helpdesks/contract/adapter.ts"

export interface Said {
  /** A number; later ones are higher. */
  id: number
  kind: "customer" | "agent" | "note"
}

/** A ticket as its helpdesk has it stored. */
export interface Stored {
  id: string
  said: Said[]
}

export type Mode = "reply" | "note"

/** How one helpdesk looks and answers, as far as a draft's way into its editor is concerned. */
export interface Drawing {
  adapter: HelpdeskAdapter
  ids: readonly [string, string, string]
  /** The document before a ticket is open. */
  shell: string
  /** How the number of a message is written in a version. */
  version?: (said: Said | undefined, ticketId: string) => string
  address(ticketId: string | undefined): string
  /**
   * "load": a step loads a page. "draw": the address changes first, and the page is drawn anew some time later.
   * "panes": as before, but tickets that were opened once stay in the page.
   */
  steps: "load" | "draw" | "panes"
  /** Address and page change in one step. */
  atOnce?: true
  /** Draws the ticket, or the list, in front. */
  draw(document: Document, ticket: Stored | undefined): void
  /** Shows what was written meanwhile in the ticket in front. It is left out where the page is asked for it instead. */
  hear?(document: Document, ticket: Stored): void
  /** The editor that the agent writes replies in, by marks of this test. */
  editor(document: Document, ticketId: string, mode: Mode): HTMLElement | null
  setMode(document: Document, ticketId: string, mode: Mode): void
  answer(tickets: Stored[], url: URL, init: RequestInit | undefined): Response
}

export const isPublic = ({ kind }: Said) => kind !== "note"

/** The time of a message, as an API gives it. */
export const time = (id: number) => new Date(Date.UTC(2026, 10, 18, 8, id)).toISOString().replace(".000", "")

export function replaceInto(element: Element, html: string): void {
  element.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes)
}

/** Puts the body of a page that was made as a whole into the place of this one. */
export function replaceBody(document: Document, html: string): void {
  const { body } = new DOMParser().parseFromString(html, "text/html")
  for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name)
  for (const name of body.getAttributeNames()) document.body.setAttribute(name, body.getAttribute(name) ?? "")
  document.body.replaceChildren(...[...body.childNodes].map((node) => document.importNode(node, true)))
}

export const pageOf = (html: string) => new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } })
export const nothing = () => new Response("no", { status: 404 })

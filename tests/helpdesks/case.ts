import { JSDOM } from "jsdom"
import type { HelpdeskAdapter, Page } from "../../src/helpdesks/contract/adapter.ts"
import type { PagePart } from "../../src/ticket/page-part.ts"
import type { Ticket } from "../../src/ticket/ticket.ts"

/** One page of one helpdesk, and what an adapter must say of it. */
export interface Case {
  name: string
  adapter: HelpdeskAdapter
  /** Opens the page anew: a case may be spoilt by the one that looks at it. */
  open(): Opened | Promise<Opened>
  ticket: Expected
  editor: "public" | "not-public" | "none"
  /** Local name of the public editor's element. */
  editorElement?: string
  /** The origin of the helpdesk's API, by which it is read instead of its own pages. */
  api?: string
  /** The thread is in the page already. Nothing is requested, so nobody can be told to have signed out. */
  asksNobody?: true
  /** What the adapter can't recognise in this page, because the case is about just that. */
  broken?: PagePart[]
}

/** A page with a list of tickets and none in front, and what an adapter must say of it. */
export interface ListCase {
  name: string
  adapter: HelpdeskAdapter
  open(): Opened | Promise<Opened>
  /** In the list's order. */
  ticketIds: string[]
  /** The script comes by itself; a single-page helpdesk's may be there from the first ticket on. */
  spotted: boolean
  /** One that can be read through that page. */
  ticket: Expected
}

export type Expected = Pick<Ticket, "ticketId" | "subject" | "status" | "requester" | "tags" | "messages">

export interface Opened {
  page: Page
  requests: { url: string; init: RequestInit | undefined }[]
  /** From now on the helpdesk answers with its login page. */
  logOut(): void
  close?(): Promise<void> | void
}

/** A page in jsdom, with a fetch that asks `answer` and notes every request. */
export function openDocument(
  html: string,
  url: string,
  answer: (url: URL, init: RequestInit | undefined) => Response | Promise<Response>
): Opened & { window: JSDOM["window"] } {
  const { window } = new JSDOM(html, { url })
  const requests: Opened["requests"] = []
  let loggedOut = false
  return {
    window,
    requests,
    logOut: () => (loggedOut = true),
    page: {
      document: window.document,
      url: new URL(url),
      fetch: async (input, init) => {
        requests.push({ url: String(input), init })
        init?.signal?.throwIfAborted()
        return loggedOut ? loginPage() : answer(new URL(String(input)), init)
      }
    }
  }
}

export function loginPage(): Response {
  return new Response("<html><title>Login</title></html>", { headers: { "content-type": "text/html; charset=utf-8" } })
}

export const fold = (text: string) => text.replace(/\s+/g, " ").trim()

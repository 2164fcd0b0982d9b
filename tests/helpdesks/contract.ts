import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { LoggedOut, NoEditor, NotPublic } from "../../src/helpdesks/contract/adapter.ts"
import { adapters } from "../../src/helpdesks/index.ts"
import { recognisers } from "../../src/helpdesks/recognisers.ts"
import { ticket as ticketSchema } from "../../src/protocol/page.ts"
import { newestPublicId, type Message } from "../../src/ticket/ticket.ts"
import { fold, type Case, type ListCase, type Opened } from "./case.ts"

const signal = () => AbortSignal.timeout(10_000)

/** What every adapter must do, on every page that was recorded or made for it. */
export function adapterContract(cases: Case[]): void {
  describe.each(cases)("$name", ({ adapter, open, ticket, editor, editorElement }) => {
    const { ticketId } = ticket
    let opened: Opened
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close?.())

    test("is known by its adapter alone", () => {
      expect(adapters.filter((each) => each.matches(opened.page)).map(({ id }) => id)).toEqual([adapter.id])
      expect(adapter.openTicket(opened.page)?.ticketId).toBe(ticketId)
      expect(recognisers.filter((recognise) => recognise(opened.page))).toHaveLength(1)
    })

    test("is read as expected, by reading alone", async () => {
      const { page, requests } = opened
      const before = page.document.documentElement.outerHTML
      const read = await adapter.readTicket(page, ticketId, signal())
      const { subject, status, requester, tags } = ticket
      expect(read).toMatchObject({ helpdesk: adapter.id, ticketId, subject, requester, tags })
      // Absent where the helpdesk has none.
      expect(read.status).toBe(status)
      expect(read.messages.map(comparable)).toEqual(ticket.messages.map(comparable))
      expect(ticketSchema.parse(read)).toEqual(read)
      expect(page.document.documentElement.outerHTML).toBe(before)
      expect(requests.length).toBeGreaterThan(0)
      for (const { url, init } of requests) {
        expect(init).toMatchObject({ cache: "no-store", credentials: "same-origin" })
        expect(init?.method ?? "GET").toBe("GET")
        expect(new URL(url).origin).toBe(page.url.origin)
      }
    })

    test("tells the newest public message and the newest note", async () => {
      const read = await adapter.readTicket(opened.page, ticketId, signal())
      const newest = await adapter.newestPublic(opened.page, ticketId, signal())
      expect(newest.version).toBe(newestPublicId(read))
      expect(newest.note).toBe(read.messages.findLast(({ visibility }) => visibility === "internal")?.id)
    })

    test(`has a reply editor: ${editor}`, () => {
      const find = (id: string) => adapter.findReplyEditor(opened.page, id)
      if (editor === "none") expect(() => find(ticketId)).toThrow(NoEditor)
      else if (editor === "not-public") expect(() => find(ticketId)).toThrow(NotPublic)
      else expect(find(ticketId).localName).toBe(editorElement)
      expect(() => find("999999")).toThrow(NoEditor)
    })

    test("hears an abort, and tells a login page as such", async () => {
      await expect(adapter.readTicket(opened.page, ticketId, AbortSignal.abort(new Error("stopped")))).rejects.toThrow(
        "stopped"
      )
      opened.logOut()
      await expect(adapter.readTicket(opened.page, ticketId, signal())).rejects.toThrow(LoggedOut)
      await expect(adapter.newestPublic(opened.page, ticketId, signal())).rejects.toThrow(LoggedOut)
    })
  })
}

/**
 * What every adapter that tells the tickets of a list must do, on every page with one that was recorded or made for it.
 */
export function listContract(cases: ListCase[]): void {
  describe.each(cases)("$name", ({ adapter, open, ticketIds, spotted, ticket }) => {
    let opened: Opened
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close?.())

    test("is known by its adapter alone, and is no ticket", () => {
      expect(adapters.filter((each) => each.matches(opened.page)).map(({ id }) => id)).toEqual([adapter.id])
      expect(adapter.openTicket(opened.page)).toBeUndefined()
      expect(recognisers.map((recognise) => recognise(opened.page)).filter(Boolean)).toEqual(spotted ? ["list"] : [])
    })

    test("tells its tickets in order, by looking at the page alone", () => {
      const before = opened.page.document.documentElement.outerHTML
      expect(adapter.listTickets?.(opened.page)).toEqual(ticketIds)
      expect(opened.requests).toEqual([])
      expect(opened.page.document.documentElement.outerHTML).toBe(before)
    })

    test("a ticket is read through it, by reading alone, and a login page told as such", async () => {
      const read = await adapter.readTicket(opened.page, ticket.ticketId, signal())
      expect(read).toMatchObject({ ticketId: ticket.ticketId, subject: ticket.subject, requester: ticket.requester })
      expect(read.messages.map(comparable)).toEqual(ticket.messages.map(comparable))
      expect(opened.requests.map(({ init }) => init?.method ?? "GET").filter((method) => method !== "GET")).toEqual([])
      opened.logOut()
      await expect(adapter.readTicket(opened.page, ticket.ticketId, signal())).rejects.toThrow(LoggedOut)
    })
  })
}

function comparable({ id, author, role, visibility, at, text, attachments }: Message) {
  return { id, author, role, visibility, at, text: fold(text), files: attachments?.map(({ name }) => name) ?? [] }
}

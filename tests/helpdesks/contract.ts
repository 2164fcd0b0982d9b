import { JSDOM } from "jsdom"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  CopyOnly,
  LoggedOut,
  NoEditor,
  NotPublic,
  PageChanged,
  Unreadable
} from "../../src/helpdesks/contract/adapter.ts"
import { adapters } from "../../src/helpdesks/index.ts"
import { recognisers } from "../../src/helpdesks/recognisers.ts"
import { ticket as ticketSchema } from "../../src/protocol/page.ts"
import { brokenParts, type PagePart } from "../../src/ticket/page-part.ts"
import { newestPublicId, type Message } from "../../src/ticket/ticket.ts"
import { fold, type Case, type ListCase, type Opened } from "./case.ts"

const signal = () => AbortSignal.timeout(10_000)

/** What every adapter must do, on every page that was recorded or made for it. */
export function adapterContract(cases: Case[]): void {
  describe.each(cases)("$name", ({ adapter, open, ticket, editor, editorElement, api, asksNobody, broken = [] }) => {
    const { ticketId } = ticket
    let opened: Opened
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close?.())

    test("is known by its adapter alone", () => {
      expect(adapters.filter((each) => each.matches(opened.page)).map(({ id }) => id)).toEqual([adapter.id])
      expect(adapter.openTicket(opened.page)?.ticketId).toBe(ticketId)
      expect(Object.keys(recognisers).filter((id) => recognisers[id]?.(opened.page))).toEqual([adapter.id])
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
      expect(requests.length === 0).toBe(asksNobody === true)
      for (const { url, init } of requests) {
        expect(init).toMatchObject({ cache: "no-store", credentials: "same-origin" })
        expect(init?.method ?? "GET").toBe("GET")
        expect(new URL(url).origin).toBe(api ?? page.url.origin)
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
      if (adapter.copyOnly?.(opened.page) && editor !== "none") expect(() => find(ticketId)).toThrow(CopyOnly)
      expect(() => find("999999")).toThrow(NoEditor)
    })

    test("each part of it fits, by looking alone", () => {
      const { page, requests } = opened
      const [before, asked] = [page.document.documentElement.outerHTML, requests.length]
      const fits = adapter.selfTest(page)
      expect(brokenParts(fits)).toEqual(broken)
      const fit = (part: PagePart) => fits.find((one) => one.part === part)?.fit
      if (editor === "public") expect([fit("reply editor"), fit("public marker")]).toEqual(["fits", "fits"])
      if (editor === "none") expect([fit("reply editor"), fit("public marker")]).toEqual(["absent", "absent"])
      expect(new Set(fits.map(({ part }) => part)).size).toBe(fits.length)
      expect(page.document.documentElement.outerHTML).toBe(before)
      expect(requests).toHaveLength(asked)
    })

    test("hears an abort, and tells a login page as such", async () => {
      await expect(adapter.readTicket(opened.page, ticketId, AbortSignal.abort(new Error("stopped")))).rejects.toThrow(
        "stopped"
      )
      if (asksNobody) return
      opened.logOut()
      await expect(adapter.readTicket(opened.page, ticketId, signal())).rejects.toThrow(LoggedOut)
      await expect(adapter.newestPublic(opened.page, ticketId, signal())).rejects.toThrow(LoggedOut)
    })
  })
}

/** Nothing public says what its editor is. */
const NO_EDITOR_KNOWN = "front"

const OF_WRITING: readonly PagePart[] = ["reply editor", "known editor", "public marker"]

/** A page that was renamed in one place, and the part that no longer fits there. */
export type BrokenPage = [part: PagePart, of: string, from: string | RegExp, to: string]

/**
 * What every adapter must say of pages that a vendor changed: the part that no longer fits, by its name and alone.
 * @param cases of which the pages are taken by their names
 */
export function brokenContract(cases: Case[], pages: BrokenPage[]): void {
  /** By their names, with their markup. They stay as they are: what is renamed is renamed in a copy. */
  const allOpened = new Map<string, Promise<Opened & { html: string }>>()
  afterAll(async () => {
    for (const opened of allOpened.values()) await (await opened).close?.()
  })
  async function openOnce({ open }: Case) {
    const opened = await open()
    return { ...opened, html: opened.page.document.documentElement.outerHTML }
  }
  test.each(pages)("%s is named where it no longer fits: %s, %s", async (part, of, from, to) => {
    const found = cases.find(({ name }) => name === of)
    if (!found) throw new Error(`there is no case ${of}`)
    const opening = allOpened.get(of) ?? openOnce(found)
    allOpened.set(of, opening)
    const { page, html } = await opening
    const changed = html.replaceAll(typeof from === "string" ? from : new RegExp(from, "g"), to)
    expect(changed, "the page has what is renamed").not.toBe(html)
    const { window } = new JSDOM(changed, { url: page.url.href })
    for (const cookie of page.document.cookie.split("; ")) window.document.cookie = cookie
    const changedPage = { ...page, document: window.document }
    // As in the product, where the page is read, and what it is asked for answers as before.
    await found.adapter.readTicket(changedPage, found.ticket.ticketId, signal()).catch((error: unknown) => {
      if (!(error instanceof PageChanged || error instanceof Unreadable)) throw error
    })
    expect(brokenParts(found.adapter.selfTest(changedPage))).toEqual([part])
    expect(() => found.adapter.openTicket(changedPage)).not.toThrow()
    window.close()
  })

  test("each adapter has pages that were broken, of reading and of writing", () => {
    const ofAdapter = (id: string) =>
      pages.filter(([, of]) => cases.some(({ adapter, name }) => adapter.id === id && name === of))
    for (const { id } of adapters) {
      const parts = ofAdapter(id).map(([part]) => part)
      if (id !== NO_EDITOR_KNOWN) expect(parts, id).toContain("reply editor")
      expect(
        parts.filter((part) => !OF_WRITING.includes(part)),
        id
      ).not.toEqual([])
    }
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
      expect(Object.entries(recognisers).filter(([, recognise]) => recognise(opened.page))).toEqual(
        spotted ? [[adapter.id, recognisers[adapter.id]]] : []
      )
      expect(recognisers[adapter.id]?.(opened.page)).toBe(spotted ? "list" : false)
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

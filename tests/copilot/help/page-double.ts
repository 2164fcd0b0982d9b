import { JSDOM } from "jsdom"
import { readAttachment } from "../../../src/page/read-attachment.ts"
import { pageProblemOf } from "../../../src/page/page-problem.ts"
import type { ToPage } from "../../../src/protocol/page.ts"
import type { PagePart } from "../../../src/ticket/page-part.ts"
import { newestPublicId, type Message, type Ticket } from "../../../src/ticket/ticket.ts"
import type { SelectorCorrection } from "../../../src/protocol/routes/helpdesk-pages.ts"

export interface PageDouble {
  ticket: Ticket
  editor: string
  /** What the helpdesk puts below a reply as it goes out. */
  added: string
  /** The helpdesk's macros, if it has any. */
  /** Earlier tickets of the requester, newest first. Undefined where the adapter knows no way to find them. */
  earlier: Ticket[] | undefined
  macros: { id: string; title: string; text: string }[] | undefined
  /** Parts that no longer look as the adapter knows them. */
  broken: PagePart[]
  /** What the helpdesk answers at the address of an attachment. */
  files: Record<string, () => Response>
  /** The addresses of attachments that were asked for. */
  fetched: string[]
  /** Messages that were brought into view. */
  shown: string[]
  asked: ToPage["kind"][]
  /** The corrected selectors that it was handed, each time. */
  corrected: readonly SelectorCorrection[][]
  /** Answers this instead, to the questions named. */
  problem: Partial<Record<ToPage["kind"], { code: string; part?: string }>>
  /** Each question waits for it. */
  gate: ((kind: ToPage["kind"]) => Promise<void>) | undefined
  add(message: Partial<Message>): void
  answer(message: unknown): Promise<unknown>
  /** What Send does. */
  send(text?: string): void
}

/** A helpdesk's page with one ticket and one editor, as the content script answers for it. */
export function pageDouble(ticket: Ticket = sampleTicket()) {
  const page: PageDouble = {
    ticket,
    editor: "",
    added: "",
    earlier: undefined,
    macros: undefined,
    broken: [],
    files: {},
    fetched: [],
    shown: [],
    asked: [],
    corrected: [],
    problem: {},
    gate: undefined,
    add(message) {
      page.ticket = {
        ...page.ticket,
        messages: [...page.ticket.messages, { ...messageOf(`m${page.ticket.messages.length + 1}`), ...message }]
      }
    },
    async answer(message) {
      const asked = message as ToPage
      page.asked.push(asked.kind)
      await page.gate?.(asked.kind)
      const problem = page.problem[asked.kind]
      if (problem) return { ok: false, ...problem }
      const before = page.earlier?.find(({ ticketId }) => "ticketId" in asked && ticketId === asked.ticketId)
      if (before && asked.kind === "ticket-read") return { ok: true, ticket: before }
      if ("ticketId" in asked && asked.ticketId !== page.ticket.ticketId) return { ok: false, code: "other-ticket" }
      if (asked.kind === "ticket-read") return { ok: true, ticket: page.ticket }
      if (asked.kind === "earlier-find")
        return {
          ok: true,
          known: page.earlier !== undefined,
          tickets: (page.earlier ?? []).map(({ ticketId }) => ({
            ticketId,
            url: `http://localhost:4000/tickets/${ticketId}`
          }))
        }
      if (asked.kind === "newest-public") return { ok: true, version: newestPublicId(page.ticket) }
      if (asked.kind === "page-probe")
        return { ok: true, helpdesk: page.ticket.helpdesk, ticketId: page.ticket.ticketId }
      if (asked.kind === "self-test")
        return {
          ok: true,
          helpdesk: page.ticket.helpdesk,
          ticketId: page.ticket.ticketId,
          product: "5.0.3",
          parts: [{ part: "messages", fit: "fits" }, ...page.broken.map((part) => ({ part, fit: "broken" }))]
        }
      if (asked.kind === "corrections-use") {
        page.corrected = [...page.corrected, [...asked.corrections]]
        return { ok: true }
      }
      if (asked.kind === "selection-take" || asked.kind === "recipe-use") return { ok: true }
      if (asked.kind === "tell-again" || asked.kind === "api-use") return { ok: true }
      if (asked.kind === "editor-read") return { ok: true, text: page.editor }
      if (asked.kind === "editor-replace") {
        if (page.editor.slice(asked.from, asked.from + asked.was.length) !== asked.was)
          return { ok: false, code: "words-changed" }
        page.editor = page.editor.slice(0, asked.from) + asked.text + page.editor.slice(asked.from + asked.was.length)
        return { ok: true, text: page.editor }
      }
      if (asked.kind === "message-show") {
        page.shown.push(`${asked.messageId} ${asked.at}`)
        return { ok: true }
      }
      if (asked.kind === "attachment-read") return readHere(page, asked)
      if (asked.kind === "macros-find" || asked.kind === "macro-read") return macroAnswer(page.macros, asked)
      if (asked.version !== undefined && asked.version !== newestPublicId(page.ticket))
        return { ok: false, code: "newer-message", version: newestPublicId(page.ticket) }
      const written = page.editor
      if (!asked.below && asked.former !== undefined && written.includes(asked.former)) {
        page.editor = written.replace(asked.former, asked.text)
        return { ok: true, before: written.replace(asked.former, "") }
      }
      const isChanged = asked.former !== undefined && written !== ""
      if (!asked.below && (isChanged || written.includes(asked.text))) return { ok: false, code: "already-inserted" }
      page.editor = [asked.text, written].filter(Boolean).join("\n\n")
      return { ok: true, before: written }
    },
    send(text = page.editor) {
      page.add({ author: "Tom Baker", role: "agent", text: text + page.added, at: "2026-11-20T09:30:00.000Z" })
      page.editor = ""
    }
  }
  return page
}

/** Reads an attachment as the content script does, on a page without pictures. */
function readHere(double: PageDouble, asked: Extract<ToPage, { kind: "attachment-read" }>) {
  const url = new URL(`http://localhost:4000/tickets/${asked.ticketId}`)
  const { document } = new JSDOM("", { url: url.href }).window
  const page = {
    document,
    url,
    fetch: async (address: string | URL | Request) => {
      double.fetched.push(String(address))
      return double.files[String(address)]?.() ?? new Response("", { status: 404 })
    }
  }
  const adapter = { readTicket: async () => double.ticket }
  return readAttachment({ adapter, page }, asked, AbortSignal.timeout(5000)).catch(pageProblemOf)
}

function macroAnswer(macros: PageDouble["macros"], asked: Extract<ToPage, { kind: "macros-find" | "macro-read" }>) {
  if (!macros) return { ok: false, code: "no-macros" }
  if (asked.kind === "macros-find") {
    const found = macros.filter(({ title }) => asked.words !== undefined && title.includes(asked.words))
    return {
      ok: true,
      macros: found.map(({ id, title, text }) => ({ id, title, start: text })),
      found: found.length,
      more: false
    }
  }
  const macro = macros.find(({ id }) => id === asked.macroId)
  return macro ? { ok: true, text: macro.text } : { ok: false, code: "macro-gone" }
}

const messageOf = (id: string): Message => ({
  id,
  author: "Anna Bergmann",
  role: "customer",
  visibility: "public",
  at: "2026-11-20T09:00:00.000Z",
  text: ""
})

export function sampleTicket(more: Partial<Ticket> = {}): Ticket {
  return {
    helpdesk: "sample",
    ticketId: "1001",
    subject: "Parcel for Anna Bergmann",
    requester: { name: "Anna Bergmann", email: "anna.bergmann@mail.example" },
    agent: { name: "Tom Baker" },
    tags: [],
    messages: [
      { ...messageOf("m1"), text: "Hello, where is my parcel? I am Anna Bergmann, anna.bergmann@mail.example." },
      {
        ...messageOf("n1"),
        role: "agent",
        author: "Tom Baker",
        visibility: "internal",
        text: "She called twice about the zebra kettle."
      }
    ],
    ...more
  }
}

import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { composers } from "../../src/composers/index.ts"
import { CopyOnly, NotPublic, PageChanged, Unreadable } from "../../src/helpdesks/contract/adapter.ts"
import { bringHelpdesk, broughtHelpdesks, isBrought } from "../../src/helpdesks/contract/in-page.ts"
import { freescout } from "../../src/helpdesks/freescout/adapter.ts"
import { freescoutCorrectable, fs } from "../../src/helpdesks/freescout/selectors.ts"
import { zendesk } from "../../src/helpdesks/zendesk/adapter.ts"
import { zendeskCorrectable } from "../../src/helpdesks/zendesk/selectors.ts"
import type { PageAnswer } from "../../src/page/answer-background.ts"
import { startPage } from "../../src/page/start-page.ts"
import type { FromPage, ToPage } from "../../src/protocol/page.ts"
import { conversationPage } from "../doubles/freescout/conversation-page.ts"
import { parcel } from "../helpdesks/freescout/cases.ts"
import { soon } from "../soon.ts"

const ZENDESK = "https://desk.example/agent/tickets/35436"
const FREESCOUT = `https://desk.example/conversation/${parcel.id}`
const BUILT_IN = { ...fs }

let url: URL
let told: FromPage[]
let life: AbortController
let listeners: Set<(message: ToPage) => Promise<PageAnswer> | undefined>

/** As the browser does: the first listener that answers is heard. */
const ask = async (message: ToPage) =>
  [...listeners].map((listener) => listener(message)).find((answer) => answer !== undefined)
const opened = () => told.flatMap((said) => (said.kind === "ticket-opened" ? [said.helpdesk] : []))

/** Draws a page of a single-page application. */
function show(address: string, html: string): void {
  const parsed = new DOMParser().parseFromString(html, "text/html")
  document.body.replaceWith(document.importNode(parsed.body, true))
  url = new URL(address)
  window.dispatchEvent(new Event("popstate"))
}
const zendeskPage = "<nav></nav><main id='main_panes'><p>My kettle leaks.</p></main>"
const freescoutPage = conversationPage({ ...parcel, open: "reply" })

beforeEach(() => {
  globalThis.replywrightHelpdesks = undefined
  told = []
  listeners = new Set()
  life = new AbortController()
  show(ZENDESK, zendeskPage)
  const page = {
    document,
    get url() {
      return url
    },
    fetch: () => Promise.reject(new Error("nothing is read"))
  }
  const ports = {
    send: (said: FromPage) => void told.push(said),
    onMessage(listener: (message: ToPage) => Promise<PageAnswer> | undefined, signal: AbortSignal) {
      listeners.add(listener)
      signal.addEventListener("abort", () => listeners.delete(listener))
    }
  }
  startPage({ ...broughtHelpdesks(), composers, page, ports }, life.signal)
})
afterEach(async () => {
  await ask({ kind: "corrections-use", corrections: [] })
  life.abort()
  document.getSelection()?.removeAllRanges()
  for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name)
  document.body.replaceChildren()
})

test("a helpdesk that is brought twice is there once", () => {
  expect(isBrought("zendesk")).toBe(false)
  bringHelpdesk(zendesk, zendeskCorrectable)
  bringHelpdesk(zendesk, zendeskCorrectable)
  expect(isBrought("zendesk")).toBe(true)
  expect(broughtHelpdesks()).toMatchObject({ adapters: [zendesk], correctables: [zendeskCorrectable] })
  expect(opened()).toEqual(["zendesk"])
})

test("a page whose adapter hasn't come takes a selected text, and is read by the adapter alone once that comes", async () => {
  expect(told).toEqual([])
  expect(await ask({ kind: "selection-take" })).toEqual({ ok: false, code: "no-selection" })
  document.getSelection()?.selectAllChildren(document.querySelector("p") ?? document.body)
  expect(await ask({ kind: "selection-take" })).toEqual({ ok: true })
  bringHelpdesk(zendesk, zendeskCorrectable)
  expect(opened()).toEqual(["selected-text", "zendesk"])
  expect(await ask({ kind: "page-probe" })).toEqual({ ok: true, helpdesk: "zendesk", ticketId: "35436" })
  expect(await ask({ kind: "selection-take" })).toEqual({ ok: false, code: "known-helpdesk" })
})

test("a page that goes on to another helpdesk's ticket is read by that one's adapter, and by the first again", async () => {
  bringHelpdesk(zendesk, zendeskCorrectable)
  show(FREESCOUT, freescoutPage)
  expect(opened()).toEqual(["zendesk"])
  bringHelpdesk(freescout, freescoutCorrectable)
  expect(opened()).toEqual(["zendesk", "freescout"])
  expect(await ask({ kind: "page-probe" })).toMatchObject({ helpdesk: "freescout", ticketId: `${parcel.id}` })
  show(ZENDESK, zendeskPage)
  expect(opened()).toEqual(["zendesk", "freescout", "zendesk"])
  expect(await ask({ kind: "page-probe" })).toMatchObject({ helpdesk: "zendesk", ticketId: "35436" })
})

test("an adapter that comes before its page is drawn reads it as soon as it is", async () => {
  show(FREESCOUT, "<p>Loading</p>")
  bringHelpdesk(freescout, freescoutCorrectable)
  expect(told).toEqual([])
  document.body.replaceWith(document.importNode(new DOMParser().parseFromString(freescoutPage, "text/html").body, true))
  await soon(() => expect(opened()).toEqual(["freescout"]))
})

test("asked to, it says again which ticket is open, as a page whose site was off and is on again", async () => {
  show(FREESCOUT, freescoutPage)
  bringHelpdesk(freescout, freescoutCorrectable)
  await soon(() => expect(opened()).toEqual(["freescout"]))
  expect(await ask({ kind: "tell-again" })).toEqual({ ok: true })
  expect(opened()).toEqual(["freescout", "freescout"])
})

test("corrections that came before the adapter reach its own table before it looks at the page", async () => {
  const renamed = { helpdesk: "freescout", name: "subject", selector: ".conv-title span" }
  expect(await ask({ kind: "corrections-use", corrections: [renamed] })).toEqual({ ok: true })
  expect(fs).toEqual(BUILT_IN)
  show(FREESCOUT, freescoutPage)
  const seen = new Set<string>()
  const look = vi.spyOn(freescout, "openTicket").mockImplementation(() => void seen.add(fs.subject))
  bringHelpdesk(freescout, freescoutCorrectable)
  look.mockRestore()
  expect([...seen]).toEqual([renamed.selector])
})

test("a list is refused for what it names of a helpdesk that is here, or unknown, and not for what it names of one elsewhere", async () => {
  const use = (helpdesk: string, name: string, selector = "h1") =>
    ask({ kind: "corrections-use", corrections: [{ helpdesk, name, selector }] })
  bringHelpdesk(freescout, freescoutCorrectable)
  expect(await use("redmine", "privateNote")).toEqual({ ok: true })
  expect(await use("redmine", "privateNote", "div >")).toMatchObject({ unusable: "redmine privateNote" })
  expect(await use("freescout", "isNote")).toMatchObject({ unusable: "freescout isNote" })
  expect(await use("other", "subject")).toMatchObject({ unusable: "other subject" })
})

test("what an adapter throws is known in another script, which has its own copy of the class", async () => {
  vi.resetModules()
  const other = await import("../../src/helpdesks/contract/adapter.ts")
  expect(other.PageChanged).not.toBe(PageChanged)
  expect(new other.PageChanged("subject")).toBeInstanceOf(PageChanged)
  expect(new other.CopyOnly()).toBeInstanceOf(CopyOnly)
  expect(new other.CopyOnly()).toBeInstanceOf(NotPublic)
  expect(new other.NotPublic()).not.toBeInstanceOf(CopyOnly)
  expect(new other.PageChanged("subject")).not.toBeInstanceOf(Unreadable)
})

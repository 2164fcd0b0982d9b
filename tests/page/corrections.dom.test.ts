import { afterEach, beforeEach, expect, test } from "vitest"
import { composers } from "../../src/composers/index.ts"
import { correctables } from "../../src/helpdesks/correctables.ts"
import { createCorrector, type Correction } from "../../src/helpdesks/corrections/apply-corrections.ts"
import { freescout } from "../../src/helpdesks/freescout/adapter.ts"
import { fs } from "../../src/helpdesks/freescout/selectors.ts"
import { redmine } from "../../src/helpdesks/redmine/selectors.ts"
import type { PageAnswer } from "../../src/page/answer-background.ts"
import { startPage } from "../../src/page/start-page.ts"
import { correctionsUsed, selfTestAnswer, ticketAnswer, type FromPage, type ToPage } from "../../src/protocol/page.ts"
import { brokenParts } from "../../src/ticket/page-part.ts"
import { conversationPage } from "../doubles/freescout/conversation-page.ts"
import { parcel } from "../helpdesks/freescout/cases.ts"

const BUILT_IN = { ...fs }
/** A redesign: the class of messages and that of the subject have other names. */
const REDESIGNED = conversationPage({ ...parcel, open: "reply" })
  .replaceAll('class="thread ', 'class="conv-item ')
  .replaceAll("conv-subjtext", "conv-title")
const fix = (name: string, selector: string, helpdesk = "freescout"): Correction => ({ helpdesk, name, selector })
const THREAD = fix("thread", "#conv-layout-main .conv-item[data-thread_id]")
const SUBJECT = fix("subject", ".conv-title span")

let told: FromPage[]
let life: AbortController
let listeners: Set<(message: ToPage) => Promise<PageAnswer> | undefined>

/** As the browser does: the first listener that answers is heard. */
const ask = async (message: ToPage) =>
  [...listeners].map((listener) => listener(message)).find((answer) => answer !== undefined)
const use = async (...corrections: Correction[]) =>
  correctionsUsed.parse(await ask({ kind: "corrections-use", corrections }))
const read = async () => ticketAnswer.parse(await ask({ kind: "ticket-read", ticketId: parcel.id.toString() }))
const broken = async () => brokenParts(selfTestAnswer.parse(await ask({ kind: "self-test" })).parts)

beforeEach(() => {
  told = []
  listeners = new Set()
  life = new AbortController()
  const parsed = new DOMParser().parseFromString(REDESIGNED, "text/html")
  document.documentElement.lang = "en"
  document.body.replaceWith(document.adoptNode(parsed.body))
  startPage(
    {
      adapters: [freescout],
      correctables,
      composers,
      page: {
        document,
        url: new URL(`https://desk.example/conversation/${parcel.id}`),
        fetch: async () => new Response(REDESIGNED, { headers: { "content-type": "text/html; charset=UTF-8" } })
      },
      ports: {
        send: (message) => void told.push(message),
        onMessage(listener, signal) {
          listeners.add(listener)
          signal.addEventListener("abort", () => listeners.delete(listener))
        }
      }
    },
    life.signal
  )
})
afterEach(async () => {
  await use()
  life.abort()
  for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name)
  document.body.innerHTML = ""
})

test("a redesigned page is broken without corrections, and read with them; a note stays one", async () => {
  expect(await broken()).toEqual(["subject"])
  expect(await read()).toMatchObject({ ok: false, code: "page-changed", part: "subject" })
  expect(await use(THREAD, SUBJECT)).toEqual({ ok: true })
  expect(await broken()).toEqual([])
  const answer = await read()
  if (!answer.ok) throw new Error(answer.code)
  expect(answer.ticket.subject).toBe(parcel.subject)
  expect(answer.ticket.messages.map(({ id, visibility, role }) => [id, visibility, role])).toEqual([
    ["31", "public", "customer"],
    ["33", "internal", "agent"],
    ["34", "public", "agent"]
  ])
  expect(await ask({ kind: "newest-public", ticketId: "12" })).toEqual({ ok: true, version: "34" })
})

test("the page looks again when a selector was corrected, and not when it has the same ones already", async () => {
  const opened = () => told.filter(({ kind }) => kind === "ticket-opened").length
  expect(opened()).toBe(1)
  await use(THREAD)
  expect(opened()).toBe(2)
  await use(THREAD)
  expect(opened()).toBe(2)
  await use()
  expect(opened()).toBe(3)
})

test("what the newest list lacks gets its built-in selector back", async () => {
  await use(THREAD, SUBJECT)
  expect([fs.thread, fs.subject]).toEqual([THREAD.selector, SUBJECT.selector])
  await use(SUBJECT)
  expect([fs.thread, fs.subject]).toEqual([BUILT_IN.thread, SUBJECT.selector])
  await use()
  expect(fs).toEqual(BUILT_IN)
})

test.each([
  ["a marker of a note", fix("isNote", "input[name=other]"), "freescout isNote"],
  ["a role", fix("fromCustomer", "thread-type-note"), "freescout fromCustomer"],
  ["the editor", fix("editor", "textarea"), "freescout editor"],
  ["the product's marker", fix("product", "body"), "freescout product"],
  ["a private note of Redmine", fix("privateNote", "x", "redmine"), "redmine privateNote"],
  ["a name that no table has", fix("toString", "h1"), "freescout toString"],
  ["a helpdesk that is unknown", fix("subject", "h1", "other"), "other subject"],
  ["no selector", fix("status", "div >"), "freescout status"],
  ["a selector that is too long", fix("status", `a${",a".repeat(150)}`), "freescout status"]
])("a list with %s is refused as a whole, and the built-in selectors are used", async (_what, wrong, unusable) => {
  await use(SUBJECT)
  expect(await use(THREAD, wrong, SUBJECT)).toEqual({ ok: true, unusable })
  expect(fs).toEqual(BUILT_IN)
  expect(redmine.privateNote).toBe("private-notes")
})

test("a list that is too long is refused", () => {
  const { apply } = createCorrector(correctables, document)
  const { unusable } = apply(Array.from({ length: 201 }, () => SUBJECT))
  expect(unusable).toBe("freescout subject")
  expect(fs).toEqual(BUILT_IN)
})

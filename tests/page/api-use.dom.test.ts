import { afterEach, beforeEach, expect, test } from "vitest"
import { adapters } from "../../src/helpdesks/index.ts"
import { unreadHelpdesks } from "../../src/helpdesks/unread.ts"
import type { PageAnswer } from "../../src/page/answer-background.ts"
import { withApi } from "../../src/page/helpdesk-api.ts"
import { startPage } from "../../src/page/start-page.ts"
import type { ApiAnswer, FromPage, ToPage } from "../../src/protocol/page.ts"
import type { PageRecipe } from "../../src/ticket/page-recipe.ts"
import { apiRow, HUB_TOKEN, hubspotApi, type ApiThread } from "../doubles/hubspot/api.ts"

const TICKET = "https://app.hubspot.com/help-desk/1/view/2/ticket/3#email"
const KEY = "1-t3"
const thread: ApiThread = {
  id: "501",
  ticket: "3",
  rows: [apiRow("chat", 0, "It leaks."), apiRow("note", 5, "SECRET")]
}
const recipe: PageRecipe = {
  version: 1,
  site: "https://app.hubspot.com",
  address: "/help-desk/1/view/2/ticket/*",
  messages: { through: [], selector: "p", customer: { kind: "self", selector: ".visitor" }, head: [] }
}

let url: URL
let threads: ApiThread[]
let problem: ApiAnswer | undefined
let told: FromPage[]
let life: AbortController
let listeners: Set<(message: ToPage) => Promise<PageAnswer> | undefined>

/** As the browser does: the first listener that answers is heard. */
const ask = async (question: ToPage): Promise<PageAnswer | undefined> =>
  [...listeners].map((listener) => listener(question)).find((answer) => answer !== undefined)
const read = () => ask({ kind: "ticket-read", ticketId: KEY })
const use = () => ask({ kind: "api-use", helpdesk: "hubspot" })

async function answered(message: FromPage): Promise<ApiAnswer | undefined> {
  if (message.kind !== "api-read") return undefined
  const headers = new Headers({ authorization: `Bearer ${HUB_TOKEN}` })
  const answer = hubspotApi({ portal: "1", threads }, new URL(message.address), headers)
  return problem ?? { ok: true, status: answer.status, json: await answer.json() }
}

beforeEach(() => {
  url = new URL(TICKET)
  threads = [thread]
  problem = undefined
  told = []
  listeners = new Set()
  life = new AbortController()
  const html = `<main><p class="visitor">It drips.</p><p class="agent">Where?</p></main>`
  document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.children)
  const plain = {
    document,
    get url() {
      return url
    },
    fetch: () => Promise.resolve(new Response("", { status: 404 }))
  }
  const ports = {
    send: (said: FromPage) => void told.push(said),
    onMessage(listener: (question: ToPage) => Promise<PageAnswer> | undefined, signal: AbortSignal) {
      listeners.add(listener)
      signal.addEventListener("abort", () => listeners.delete(listener))
    }
  }
  startPage({ adapters, unread: unreadHelpdesks, composers: [], page: withApi(plain, answered), ports }, life.signal)
})
afterEach(() => {
  life.abort()
  document.body.replaceChildren()
})

test("a ticket whose address names no conversation has to be shown, and is read once there is a token", async () => {
  expect(told).toEqual([{ kind: "recipe-wanted", helpdesk: "hubspot" }])
  expect(await read()).toBeUndefined()
  expect(await use()).toEqual({ ok: true })
  expect(told.at(-1)).toEqual({ kind: "ticket-opened", helpdesk: "hubspot", ticketId: KEY, copyOnly: true })
  expect(await read()).toMatchObject({
    ok: true,
    ticket: { ticketId: KEY, messages: [{ text: "It leaks.", visibility: "public" }, { visibility: "internal" }] }
  })
  // The next ticket is read without being asked for.
  url = new URL("https://app.hubspot.com/help-desk/1/view/2/ticket/4#email")
  document.dispatchEvent(new Event("visibilitychange"))
  await expect.poll(() => told.at(-1)).toMatchObject({ kind: "ticket-opened", ticketId: "1-t4" })
})

test("of several conversations none is guessed, and the places can be shown", async () => {
  threads = [thread, { ...thread, id: "502" }]
  await use()
  expect(await read()).toEqual({ ok: false, code: "several" })
  expect(await ask({ kind: "recipe-use", recipe })).toEqual({ ok: true })
  expect(await ask({ kind: "page-probe" })).toMatchObject({ helpdesk: "taught-page" })
})

test("once a token is forgotten, the page is as it was without one", async () => {
  await use()
  problem = { ok: false, problem: "missing" }
  expect(await read()).toEqual({ ok: false, code: "token-wanted", part: "missing" })
  document.dispatchEvent(new Event("visibilitychange"))
  await expect.poll(() => told.slice(-2)).toContainEqual({ kind: "ticket-left" })
  expect(told).toContainEqual({ kind: "recipe-wanted", helpdesk: "hubspot" })
})

test("places by which the page is read stay", async () => {
  expect(await ask({ kind: "recipe-use", recipe })).toEqual({ ok: true })
  await use()
  expect(await ask({ kind: "page-probe" })).toMatchObject({ helpdesk: "taught-page" })
})

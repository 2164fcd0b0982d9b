import { beforeEach, expect, onTestFinished, test, vi } from "vitest"
import type { ApiAnswer } from "../../../src/protocol/page.ts"
import { conversationId, frontAddress, frontApi, frontRow, TOKEN, type FrontDouble } from "../../doubles/front/front.ts"
import { pageDouble, sampleTicket } from "../help/page-double.ts"
import { world } from "../help/world.ts"

const thread: FrontDouble = { number: "117421069338", subject: "Kettle", rows: [frontRow("in", 0, "It leaks.")] }
const ID = conversationId(thread)
const API = "https://api2.frontapp.com"
const SITE = "https://app.frontapp.com"
const KEY = `front ${SITE} ${ID}`

let asked: { url: string; init: RequestInit | undefined }[]
let answer: (url: URL, headers: Headers) => Response
beforeEach(() => {
  asked = []
  answer = (url, headers) => frontApi(thread, url, headers)
  const real = globalThis.fetch
  vi.stubGlobal("fetch", (input: string, init?: RequestInit) => {
    if (!String(input).startsWith(API)) return real(input, init)
    asked.push({ url: String(input), init })
    return Promise.try(answer, new URL(input), new Headers(init?.headers))
  })
  onTestFinished(() => void vi.unstubAllGlobals())
})

/** A paired browser with a conversation of Front's in tab 10, whose page gives what the problem says. */
async function desk({ allowed = [SITE, API] } = {}) {
  const all = await world()
  for (const site of allowed) all.browser.granted.add(site)
  await all.pair()
  await all.ask({ kind: "popup-site", origin: SITE, on: true })
  const page = pageDouble(sampleTicket({ helpdesk: "front", ticketId: ID }))
  page.problem = { "ticket-read": { code: "token-wanted", part: "missing" } }
  all.openTab(10, 1, page, frontAddress(thread))
  const panel = all.openPanel()
  await all.tell({ kind: "ticket-opened", helpdesk: "front", ticketId: ID, copyOnly: true })
  const read = (address: string) =>
    all.tell({ kind: "api-read", helpdesk: "front", address }) as Promise<ApiAnswer | { ok: true }>
  const keep = (token: string) => all.ask({ kind: "panel-token", key: KEY, token })
  return { ...all, page, panel, read, keep }
}

test("without a token the panel says so and nobody is asked; with one the ticket is read and drafted for", async () => {
  const { panel, keep, page, read } = await desk()
  expect((await panel.notice("token-wanted"))?.data).toEqual({ part: "missing" })
  expect(await read(`${API}/conversations/${ID}`)).toEqual({ ok: false, problem: "missing" })
  expect(asked).toEqual([])
  page.problem = {}
  expect(await keep(`  ${TOKEN}\n`)).toEqual({ ok: true })
  await panel.draft("ready")
  expect(await read(`${API}/conversations/${ID}`)).toMatchObject({ ok: true, status: 200, json: { id: ID } })
  expect(asked.at(-1)?.init).toMatchObject({ method: "GET", redirect: "manual", credentials: "omit" })
})

test("a page gets nothing but the conversation that its own address names", async () => {
  const { keep, read } = await desk()
  await keep(TOKEN)
  for (const address of [
    `${API}/conversations/cnv_2`,
    `${API}/conversations/${ID}/comments`,
    `${API}/conversations/${ID}/messages/../../cnv_2`,
    `${API}/conversations/${ID}%2F..%2Fcnv_2`,
    `${API}/contacts`,
    `https://pots.api.frontapp.com/conversations/${ID}`,
    `https://evil.example/conversations/${ID}`,
    "no address"
  ])
    expect(await read(address), address).toEqual({ ok: true, status: 404, json: null })
  expect(asked).toEqual([])
})

test("the token is kept encrypted, never handed to the page, and forgotten when asked", async () => {
  const { keep, read, browser } = await desk()
  await keep(TOKEN)
  expect([...browser.kept.local.values()].join()).not.toContain(TOKEN)
  expect(JSON.stringify(await read(`${API}/conversations/${ID}/messages?limit=100`))).not.toContain(TOKEN)
  expect(await keep("")).toEqual({ ok: true })
  expect(await read(`${API}/conversations/${ID}`)).toEqual({ ok: false, problem: "missing" })
})

test("Wipe deletes it, and gives back the API; whoever signs in then has neither", async () => {
  const { keep, read, ask, pair, browser } = await desk()
  await keep(TOKEN)
  await ask({ kind: "popup-wipe" })
  expect(browser.granted.has(API)).toBe(false)
  browser.granted.add(SITE).add(API)
  await pair()
  await ask({ kind: "popup-site", origin: SITE, on: true })
  expect(await read(`${API}/conversations/${ID}`)).toEqual({ ok: false, problem: "missing" })
})

test("a browser that may not ask the API says so", async () => {
  const { keep, read } = await desk({ allowed: [SITE] })
  await keep(TOKEN)
  expect(await read(`${API}/conversations/${ID}`)).toEqual({ ok: false, problem: "not-allowed" })
  expect(asked).toEqual([])
})

test("a page of another site, and one whose helpdesk the organisation has switched off, get nothing", async () => {
  const { keep, read, browser } = await desk()
  await keep(TOKEN)
  browser.policy.set = { allowedSites: ["https://desk.example"] }
  expect(await read(`${API}/conversations/${ID}`)).toEqual({ ok: true })
  browser.policy.set = undefined
  const tab = browser.tabs.get(10)
  if (tab) tab.url = `http://localhost:4000/open/${ID}`
  expect(await read(`${API}/conversations/${ID}`)).toEqual({ ok: true, status: 404, json: null })
  expect(asked).toEqual([])
})

const failed = (): never => {
  throw new TypeError("Failed to fetch")
}

test.each<[string, () => Response, object]>([
  ["a refused token", () => Response.json({}, { status: 401 }), { ok: false, problem: "refused" }],
  ["a token that may not read it", () => Response.json({}, { status: 403 }), { ok: false, problem: "too-narrow" }],
  [
    "too many requests",
    () => Response.json({}, { status: 429, headers: { "retry-after": "9" } }),
    { ok: true, status: 429, retryAfter: 9 }
  ],
  ["an unknown conversation", () => Response.json({}, { status: 404 }), { ok: true, status: 404 }],
  ["a fault of Front's", () => Response.json({}, { status: 503 }), { ok: true, status: 503 }],
  ["a page", () => new Response("<html>", { headers: { "content-type": "text/html" } }), { problem: "unreachable" }],
  ["a way elsewhere", () => Response.redirect("https://evil.example/", 302), { problem: "unreachable" }],
  ["no answer", () => failed(), { problem: "unreachable" }]
])("the page learns of %s as what it is", async (_, answers, expected) => {
  const { keep, read } = await desk()
  await keep(TOKEN)
  answer = answers
  expect(await read(`${API}/conversations/${ID}`)).toMatchObject(expected)
})

import { beforeEach, expect, onTestFinished, test, vi } from "vitest"
import type { ApiAnswer } from "../../../src/protocol/page.ts"
import type { ApiReading } from "../../../src/ticket/helpdesk-api/helpdesk-api.ts"
import { apiRow, HUB_API, HUB_TOKEN, hubspotApi, type ApiThread } from "../../doubles/hubspot/api.ts"
import { INES } from "../../doubles/hubspot/hubspot.ts"
import { pageDouble, sampleTicket } from "../help/page-double.ts"
import { world } from "../help/world.ts"

const PORTAL = "6010218"
const TICKET = "29859078751"
const thread: ApiThread = { id: "11173394035", ticket: TICKET, rows: [apiRow("mail", 0, "It leaks.")] }
const second: ApiThread = { ...thread, id: "77", ticket: "2" }
const ID = `${PORTAL}-${thread.id}`
const SITE = "https://app.hubspot.com"
const KEY = `hubspot ${SITE} ${ID}`
const INBOX = `${SITE}/live-messages/${PORTAL}/inbox/${thread.id}#email`
const DESK = `${SITE}/help-desk/${PORTAL}/view/9/ticket/${TICKET}#email`
const C = `${HUB_API}/conversations/v3/conversations`
const ACCOUNT = `GET ${HUB_API}/account-info/v3/details`

let asked: string[]
let portal: string
beforeEach(() => {
  asked = []
  portal = PORTAL
  const real = globalThis.fetch
  vi.stubGlobal("fetch", (input: string, init?: RequestInit) => {
    if (!String(input).startsWith(HUB_API)) return real(input, init)
    asked.push(`${init?.method} ${input}`)
    const account = { portal, threads: [thread, second] }
    return Promise.try(hubspotApi, account, new URL(input), new Headers(init?.headers))
  })
  onTestFinished(() => void vi.unstubAllGlobals())
})

/** A paired browser with a page of HubSpot's in tab 10. */
async function desk({ address = INBOX, allowed = [SITE, HUB_API] } = {}) {
  const all = await world()
  for (const site of allowed) all.browser.granted.add(site)
  await all.pair()
  await all.ask({ kind: "popup-site", origin: SITE, on: true })
  const page = pageDouble(sampleTicket({ helpdesk: "hubspot", ticketId: ID }))
  all.openTab(10, 1, page, address)
  const panel = all.openPanel()
  const open = () => all.tell({ kind: "ticket-opened", helpdesk: "hubspot", ticketId: ID, copyOnly: true })
  const read = (what: string) =>
    all.tell({ kind: "api-read", helpdesk: "hubspot", address: what }) as Promise<ApiAnswer | { ok: true }>
  const keep = (token = HUB_TOKEN) => all.ask({ kind: "panel-token-page", tabId: 10, helpdesk: "hubspot", token })
  return { ...all, page, panel, open, read, keep }
}
const NOTHING = { ok: true, status: 404, json: null }

test("a page gets its conversation and the contact's name, and nothing else", async () => {
  const { keep, read } = await desk()
  await keep()
  expect(await read(`${C}/threads/${thread.id}?association=TICKET`)).toMatchObject({ json: { id: thread.id } })
  expect(await read(`${C}/threads/${thread.id}/messages?limit=100`)).toMatchObject({ status: 200 })
  expect(await read(`${C}/actors/${INES.actorId}`)).toMatchObject({ json: { name: INES.name } })
  asked = []
  for (const address of [
    `${C}/threads/77`,
    `${C}/threads/77/messages`,
    `${C}/threads`,
    `${C}/threads?associatedTicketId=${TICKET}&association=TICKET`,
    `${C}/threads/${thread.id}/messages/1/original-content`,
    `${C}/threads/${thread.id}/messages/../../77`,
    `${C}/threads/${thread.id}%2F..%2F77`,
    `${C}/actors/A-27398965`,
    `${HUB_API}/crm/v3/objects/contacts/340101`,
    `${HUB_API}/account-info/v3/details`,
    `https://api.hubspot.com/conversations/v3/conversations/threads/${thread.id}`,
    `https://evil.example/conversations/v3/conversations/threads/${thread.id}`
  ])
    expect(await read(address), address).toEqual(NOTHING)
  expect(asked).toEqual([])
  // HubSpot itself says with whom the conversation is.
  expect(await read(`${C}/actors/V-340102`)).toEqual(NOTHING)
  expect(asked).toEqual([`GET ${C}/threads/${thread.id}`])
})

test("a page that names a ticket alone gets the conversations that HubSpot says are its own", async () => {
  const { keep, read } = await desk({ address: DESK })
  await keep()
  const list = `${C}/threads?associatedTicketId=${TICKET}&association=TICKET`
  expect(await read(list)).toMatchObject({ status: 200, json: { results: [{ id: thread.id }] } })
  expect(await read(`${C}/threads/${thread.id}/messages?limit=100`)).toMatchObject({ status: 200 })
  expect(await read(`${C}/actors/${INES.actorId}`)).toMatchObject({ status: 200 })
  asked = []
  expect(await read(`${C}/threads/77/messages`)).toEqual(NOTHING)
  expect(await read(`${C}/actors/V-340102`)).toEqual(NOTHING)
  expect(asked).toEqual([`GET ${list}`, `GET ${list}`])
  asked = []
  for (const address of [
    `${C}/threads/${thread.id}`,
    `${C}/threads?associatedTicketId=2&association=TICKET`,
    `${list}&associatedTicketId=2`,
    `${list}&inboxId=1`,
    `${C}/threads?association=TICKET`
  ])
    expect(await read(address), address).toEqual(NOTHING)
  expect(asked).toEqual([])
})

test("whose a token is, is asked once, and a page of another account gets nothing for it", async () => {
  const { keep, read, browser } = await desk()
  await keep()
  const address = `${C}/threads/${thread.id}`
  await read(address)
  await read(address)
  expect(asked.filter((one) => one === ACCOUNT)).toHaveLength(1)
  portal = "77"
  // A new token is of an account that isn't known yet.
  await keep()
  asked = []
  expect(await read(address)).toEqual({ ok: false, problem: "other-account" })
  expect(await read(address)).toEqual({ ok: false, problem: "other-account" })
  expect(asked).toEqual([ACCOUNT])
  expect([...browser.kept.local.values()].join()).not.toContain(HUB_TOKEN)
})

test("the panel shows whether the API answered, and why it wasn't asked", async () => {
  const { open, keep, read, panel, ask } = await desk()
  await open()
  await panel.draft("ready")
  const address = `${C}/threads/${thread.id}`
  expect(await read(address)).toEqual({ ok: false, problem: "missing" })
  const shows = (api: ApiReading) => panel.until(({ ticket }) => ticket?.api === api, api)
  await shows("missing")
  await keep("wrong")
  expect(await read(address)).toEqual({ ok: false, problem: "refused" })
  await shows("refused")
  expect(await ask({ kind: "panel-token", key: KEY, token: HUB_TOKEN })).toEqual({ ok: true })
  expect(await read(address)).toMatchObject({ status: 200 })
  await shows("answered")
})

const wanted = { kind: "recipe-wanted", helpdesk: "hubspot" } as const

test("a page that isn't read by itself is given over to the API where there is a token, or once there is one", async () => {
  const { keep, tell, page } = await desk({ address: DESK })
  await tell(wanted)
  expect(page.asked).not.toContain("api-use")
  expect(await keep("")).toEqual({ ok: false, code: "not-ready" })
  expect(await keep()).toEqual({ ok: true })
  expect(page.asked.filter((kind) => kind === "api-use")).toHaveLength(1)
  await tell(wanted)
  await expect.poll(() => page.asked.filter((kind) => kind === "api-use").length).toBe(2)
})

test("where the site or the helpdesk is off, neither a token is taken nor a page given over", async () => {
  const { keep, tell, page, browser, ask } = await desk({ address: DESK })
  await keep()
  const before = page.asked.length
  browser.policy.set = { allowedSites: ["https://desk.example"] }
  expect(await keep()).toEqual({ ok: false, code: "policy" })
  await tell(wanted)
  browser.policy.set = undefined
  await ask({ kind: "popup-site", origin: SITE, on: false })
  await tell(wanted)
  expect(page.asked.slice(before).filter((kind) => kind === "api-use")).toEqual([])
})

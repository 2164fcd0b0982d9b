import { get } from "node:http"
import { afterAll, beforeEach, expect, test } from "vitest"
import { startSampleHelpdesk } from "../../demo/helpdesk/server.ts"

const helpdesk = await startSampleHelpdesk({ port: 0, host: "127.0.0.1" })
const cookie = "sample_session=tom"

afterAll(() => helpdesk.close())
beforeEach(() => helpdesk.reset())

test("opening the list signs in, logging out signs out, and the API then answers with the login page", async () => {
  const home = await fetch(helpdesk.url)
  expect(home.headers.get("set-cookie")).toMatch(/^sample_session=tom;/)
  expect(await home.text()).toContain('data-sample-helpdesk="1"')
  const refused = await fetch(`${helpdesk.url}/api/tickets/1001`, { redirect: "manual" })
  expect([refused.status, refused.headers.get("location")]).toEqual([302, "/login.html"])
  const followed = await fetch(`${helpdesk.url}/api/tickets/1001`)
  expect([followed.status, followed.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"])
  expect(await followed.text()).toContain("Sign in")
  const out = await fetch(`${helpdesk.url}/logout`, { redirect: "manual" })
  expect(out.headers.get("set-cookie")).toMatch(/^sample_session=;.*Max-Age=0/)
})

test("the list names seventeen tickets, and a ticket comes whole and uncached", async () => {
  const rows = await (await call("/api/tickets")).json()
  expect(rows).toHaveLength(17)
  expect(rows[0]).toEqual({
    ticketId: "1001",
    subject: expect.any(String),
    status: "open",
    requester: { name: "Maya Lindgren", email: expect.any(String) },
    updatedAt: "2026-11-19T09:02:00Z",
    language: "en"
  })
  const ticket = await call("/api/tickets/1001")
  expect(ticket.headers.get("cache-control")).toBe("no-store")
  expect(await ticket.json()).toMatchObject({
    helpdesk: "sample",
    ticketId: "1001",
    messages: [{ id: "100101" }, { id: "100102" }, { id: "100103" }]
  })
})

test("a reply, a note and a customer's newer message are appended, and reset takes them away", async () => {
  const reply = await call("/api/tickets/1001/messages", { text: "Hello Maya", visibility: "public" })
  expect(reply.status).toBe(201)
  expect(await reply.json()).toMatchObject({
    author: "Tom Ahlberg",
    role: "agent",
    visibility: "public",
    text: "Hello Maya"
  })
  await call("/api/tickets/1001/messages", { text: "Between us", visibility: "internal" })
  const newer = await (await call("/api/tickets/1001/customer", { text: "It has come!" })).json()
  expect(newer).toMatchObject({ author: "Maya Lindgren", role: "customer", visibility: "public" })
  expect(await thread("1001")).toEqual(["100101", "100102", "100103", "900001", "900002", newer.id])
  helpdesk.reset()
  expect(await thread("1001")).toEqual(["100101", "100102", "100103"])
})

test.each([
  ["/api/tickets/1001/messages", { text: " ", visibility: "public" }, 400],
  ["/api/tickets/1001/messages", { text: "Hello", visibility: "secret" }, 400],
  ["/api/tickets/1001/messages", "{broken", 400],
  ["/api/tickets/9999/messages", { text: "Hello", visibility: "public" }, 404]
])("refuses %s with %j", async (path, body, status) => {
  expect((await call(path, body)).status).toBe(status)
  expect(await thread("1001")).toHaveLength(3)
})

test("another site's form can't post: JSON only", async () => {
  const body = JSON.stringify({ text: "Hello", visibility: "public" })
  const response = await fetch(`${helpdesk.url}/api/tickets/1001/messages`, {
    method: "POST",
    headers: { cookie, "content-type": "text/plain" },
    body
  })
  expect(response.status).toBe(415)
})

test.each(["evil.example", "localhost.evil.example", `evil.example:${helpdesk.port}`, "127.0.0.1@evil.example"])(
  "refuses the Host %s",
  async (host) => {
    expect(await statusOf("/", host)).toBe(403)
  }
)

test.each(["localhost", "127.0.0.1", `localhost:${helpdesk.port}`])("serves the Host %s", async (host) => {
  expect(await statusOf("/", host)).toBe(200)
})

test.each([
  "/../server.ts",
  "/%2e%2e/server.ts",
  "/..%2fserver.ts",
  "/page/app.ts",
  "//etc/passwd",
  "/tickets/../../tickets.ts",
  "/constructor"
])("serves no file at %s", async (path) => {
  expect(await statusOf(path, "localhost")).toBe(404)
})

test("the page's script goes out as plain JavaScript under a strict policy", async () => {
  const response = await call("/app.ts")
  expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8")
  expect(response.headers.get("content-security-policy")).toContain("script-src 'self'")
  expect(await response.text()).not.toContain("Promise<void>")
})

test("it serves loopback only", async () => {
  await expect(startSampleHelpdesk({ host: "0.0.0.0" })).rejects.toThrow("localhost")
  await expect(startSampleHelpdesk({ port: helpdesk.port })).rejects.toThrow("EADDRINUSE")
})

function call(path: string, body?: unknown): Promise<Response> {
  const post = { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) }
  return fetch(helpdesk.url + path, {
    headers: { cookie, "content-type": "application/json" },
    ...(body === undefined ? {} : post)
  })
}

async function thread(ticketId: string): Promise<string[]> {
  const { messages } = (await (await call(`/api/tickets/${ticketId}`)).json()) as { messages: { id: string }[] }
  return messages.map(({ id }) => id)
}

/** Requests a path with node:http, because fetch sets Host itself and resolves `..` before it sends the request. */
function statusOf(path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port: helpdesk.port, path, headers: { host, cookie } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on("error", reject)
  })
}

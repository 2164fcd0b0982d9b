import { JSDOM } from "jsdom"
import { expect, test } from "vitest"
import { withDescribedPictures } from "../../src/page/described-pictures.ts"
import { readAttachment } from "../../src/page/read-attachment.ts"
import { fromBase64 } from "../../src/text/bytes/base64.ts"
import { MAX_ATTACHMENT_BYTES } from "../../src/ticket/attachment.ts"
import type { Attachment, Ticket } from "../../src/ticket/ticket.ts"

const ORIGIN = "https://desk.example"
const URL_OF = `${ORIGIN}/files/a.txt`

function ticketWith(file: Attachment, visibility: "public" | "internal" = "public"): Ticket {
  return {
    ...{ helpdesk: "sample", ticketId: "1", subject: "", requester: {}, tags: [] },
    messages: [
      {
        ...{ id: "m1", author: "", role: "customer", visibility, at: "2026-11-20T09:00:00Z", text: "" },
        attachments: [file]
      }
    ]
  }
}

async function read(ticket: Ticket, answer: () => Response | Promise<Response>, html = "", name = "a.txt") {
  const asked: { url: string; init: RequestInit | undefined }[] = []
  const url = new URL(`${ORIGIN}/tickets/1`)
  const page = {
    document: new JSDOM(html, { url: url.href }).window.document,
    url,
    fetch: async (address: string | URL | Request, init?: RequestInit) => {
      asked.push({ url: String(address), init })
      return answer()
    }
  }
  const adapter = { readTicket: async () => ticket }
  const found = await readAttachment(
    { adapter, page },
    { ticketId: "1", messageId: "m1", at: 0, name },
    new AbortController().signal
  )
  return { asked, found }
}
const said = (body: BodyInit | null, init?: ResponseInit) => () => new Response(body, init)
const FILE = ticketWith({ name: "a.txt", url: URL_OF })

test("one GET in the agent's session, past every cache, and no redirect", async () => {
  const { asked, found } = await read(FILE, said("Hello", { headers: { "content-type": "text/plain" } }))
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({
    url: URL_OF,
    init: { cache: "no-store", credentials: "same-origin", redirect: "manual" }
  })
  expect(asked[0]?.init?.method).toBeUndefined()
  if (!("file" in found)) throw new Error("nothing was read")
  expect(new TextDecoder().decode(fromBase64(found.file))).toBe("Hello")
  expect(found.type).toBe("text/plain")
})

test.each([
  ["a redirect", said(null, { status: 302 }), "elsewhere"],
  ["no session", said("", { status: 401 }), "logged-out"],
  ["the login page", said("<form>", { headers: { "content-type": "text/html" } }), "logged-out"],
  ["a refusal", said("", { status: 403 }), "forbidden"],
  ["a file that is gone", said("", { status: 404 }), "gone"],
  ["a server that fails", said("", { status: 500 }), "unreadable"],
  ["a length that is too large", said("x", { headers: { "content-length": "5000001" } }), "too-large"],
  ["a body that is too large", said("x".repeat(MAX_ATTACHMENT_BYTES + 1)), "too-large"],
  ["no connection", () => Promise.reject(new TypeError("failed")), "unreadable"]
])("%s says why nothing is read", async (_what, answer, problem) => {
  expect((await read(FILE, answer)).found).toEqual({ ok: true, problem })
})

test.each([
  ["another host", ticketWith({ name: "a.txt", url: "https://cdn.example/a.txt" }), "elsewhere"],
  ["another port", ticketWith({ name: "a.txt", url: `${ORIGIN}:8443/a.txt` }), "elsewhere"],
  ["no address", ticketWith({ name: "a.txt" }), "elsewhere"],
  ["a message that is a note now", ticketWith({ name: "a.txt", url: URL_OF }, "internal"), "internal"],
  ["another file in its place", ticketWith({ name: "b.txt", url: URL_OF }), "gone"]
])("%s: nothing is asked for", async (_what, ticket, problem) => {
  const { asked, found } = await read(ticket, said("Hello"))
  expect(asked).toEqual([])
  expect(found).toEqual({ ok: true, problem })
})

test("of a picture the page's own description is read, and nothing is asked for; a file's name is none", async () => {
  const picture = { name: "tank.jpg", url: `${ORIGIN}/files/tank.jpg` }
  const html = (alt: string) =>
    `<a href="/files/tank.jpg"><img src="/thumbs/1" alt="${alt}"></a><img src="/x" alt="Logo">`
  const described = await read(ticketWith(picture), said(""), html("A crack from rim to base"), "tank.jpg")
  expect(described).toEqual({ asked: [], found: { ok: true, alt: "A crack from rim to base" } })
  for (const alt of ["tank.jpg", "IMG_0231.jpeg", ""])
    expect((await read(ticketWith(picture), said(""), html(alt), "tank.jpg")).found).toEqual({
      ok: true,
      problem: "no-description"
    })
})

test("what a message's HTML says in place of a picture is read on a press, with nothing asked", async () => {
  const html = `<p>See <img src="https://cdn.example/files/pot%201.jpg?x=1" alt="A pot with a crack"></p>
    <img src="/logo.png" alt="Acme logo"><img src="https://cdn.example/i/9"
    alt="The message says: error 42, pump blocked"><img src="cid:1" alt="">`
  const [message] = ticketWith({ name: "pot 1.jpg" }).messages
  if (!message) throw new Error("no message")
  const ticket = { ...ticketWith({ name: "pot 1.jpg" }), messages: [{ ...message, html }] }
  const { document } = new JSDOM("").window
  const [described] = withDescribedPictures(ticket, document).messages
  expect(described?.attachments).toEqual([
    { name: "pot 1.jpg", alt: "A pot with a crack" },
    { name: "picture", type: "image/*", alt: "The message says: error 42, pump blocked" }
  ])
  const { asked, found } = await read(ticket, said(""), "", "pot 1.jpg")
  expect([found, asked]).toEqual([{ ok: true, alt: "A pot with a crack" }, []])
})

test("a file's name in place of a picture describes nothing, so that it isn't offered", () => {
  const html = `<img src="/files/pot%201.jpg" alt="Pot 1.jpg"><img src="/files/pot%201.jpg" alt="IMG_0001.JPG">`
  const plain = ticketWith({ name: "pot 1.jpg" })
  const ticket = { ...plain, messages: plain.messages.map((message) => ({ ...message, html })) }
  expect(withDescribedPictures(ticket, new JSDOM("").window.document)).toEqual(ticket)
})

test("a message without described pictures stays as it is", () => {
  const ticket = ticketWith({ name: "a.txt" })
  const { document } = new JSDOM("").window
  expect(withDescribedPictures(ticket, document)).toEqual(ticket)
  const logo = `<img src="/logo.png" alt="Acme logo">`
  const messages = ticket.messages.map(({ attachments: _, ...message }) => ({ ...message, html: logo }))
  expect(withDescribedPictures({ ...ticket, messages }, document).messages).toEqual(messages)
})

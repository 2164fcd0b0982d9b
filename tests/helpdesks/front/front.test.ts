import { describe, expect, test } from "vitest"
import { CopyOnly, NoEditor } from "../../../src/helpdesks/contract/adapter.ts"
import { front } from "../../../src/helpdesks/front/adapter.ts"
import { frontRow, NORA, VERA, withParty, type FrontDouble, type FrontRow } from "../../doubles/front/front.ts"
import { KETTLE, kettle, openFront } from "./cases.ts"

const signal = () => AbortSignal.timeout(10_000)
const withRows = (...rows: FrontRow[]): FrontDouble => ({ ...kettle, rows })
const read = (...rows: FrontRow[]) => front.readTicket(openFront(withRows(...rows)).page, KETTLE, signal())
const kinds = async (...rows: FrontRow[]) =>
  (await read(...rows)).messages.map(({ role, visibility, text }) => `${role} ${visibility}: ${text}`)

describe("the conversation in front", () => {
  test.each([
    ["https://app.frontapp.com/open/cnv_1hxwkju2", "cnv_1hxwkju2"],
    [
      "https://pots.frontapp.com/inboxes/teams/views/7281964/open/117421069338/",
      `cnv_${(117_421_069_338).toString(36)}`
    ],
    ["https://app.frontapp.com/inboxes/teams/folders/7281964/unassigned", undefined],
    ["https://app.frontapp.com/settings/api/117421069338", undefined],
    ["https://app.frontapp.com/open/cnv_1hxwkju2x1hxwkju2x1hxwkju2x", undefined],
    ["https://api2.frontapp.com/open/cnv_1hxwkju2", undefined],
    ["https://app.frontapp.com.example.org/open/cnv_1hxwkju2", undefined]
  ])("%s: %s", (address, ticketId) => {
    expect(front.openTicket(openFront(kettle, { address }).page)?.ticketId).toBe(ticketId)
  })

  test("no other conversation is asked for", async () => {
    const { page, requests } = openFront()
    await expect(front.readTicket(page, "cnv_2", signal())).rejects.toMatchObject({ part: "not-found" })
    expect(requests).toEqual([])
  })

  test("an answer of another conversation is not taken", async () => {
    const { page } = openFront()
    const other = { ...page, fetch: () => Promise.resolve(Response.json({ id: "cnv_2", subject: "", _results: [] })) }
    await expect(front.readTicket(other, KETTLE, signal())).rejects.toMatchObject({ part: "ticket number" })
  })

  test("Insert is offered in no conversation, and another one has no box", () => {
    const { page } = openFront()
    expect(() => front.findReplyEditor(page, KETTLE)).toThrow(CopyOnly)
    expect(() => front.findReplyEditor(page, "cnv_2")).toThrow(NoEditor)
  })
})

describe("whose words they are", () => {
  const hello = frontRow("in", 0, "Hello.")

  test("a supplier's mail and what the team wrote to the supplier stay internal", async () => {
    expect(
      await kinds(
        hello,
        frontRow("out", 1, "Can you send a lid?", withParty("out", VERA)),
        frontRow("in", 2, "Yes.", withParty("in", VERA)),
        frontRow("out", 3, "It comes.")
      )
    ).toEqual([
      "customer public: Hello.",
      "agent internal: Can you send a lid?",
      "customer internal: Yes.",
      "agent public: It comes."
    ])
  })

  test("an address counts whatever its letters", async () => {
    const loud = { handle: NORA.handle.toUpperCase(), name: NORA.name }
    expect(await kinds(hello, frontRow("in", 1, "Well?", withParty("in", loud)))).toEqual([
      "customer public: Hello.",
      "customer public: Well?"
    ])
  })

  test("a colleague who writes to the shared inbox is no customer", async () => {
    expect(
      await kinds(frontRow("in", 0, "Please answer this.", { author: { username: "kim" } }), frontRow("in", 1, "Hi."))
    ).toEqual(["agent internal: Please answer this.", "customer public: Hi."])
  })

  test("drafts are left out, and what wasn't delivered, calls and discussions stay internal", async () => {
    expect(
      await kinds(
        hello,
        frontRow("out", 1, "Not yet.", { is_draft: true }),
        frontRow("out", 2, "Nor this.", { draft_mode: "shared" }),
        frontRow("out", 3, "Bounced.", { error_type: "bounced" }),
        frontRow("out", 4, "Call of 3 minutes.", { type: "call" }),
        frontRow("internal", 5, "Who takes it?")
      )
    ).toEqual([
      "customer public: Hello.",
      "agent internal: Bounced.",
      "agent internal: Call of 3 minutes.",
      "agent internal: Who takes it?"
    ])
  })

  test("a conversation that the team began is with whom it wrote to", async () => {
    const ticket = await read(frontRow("out", 0, "Your kettle is ready."))
    expect(ticket.messages).toMatchObject([{ role: "agent", visibility: "public" }])
    expect(ticket.requester).toEqual({ email: NORA.handle })
  })

  test.each([
    ["is_inbound", "role of the author"],
    ["created_at", "time"],
    ["id", "message id"]
  ])("without %s nothing is read", async (name, part) => {
    await expect(read({ ...hello, [name]: undefined })).rejects.toMatchObject({ part })
  })

  test("a text message is plain, and its channel is known", async () => {
    const phone = { handle: "+4915112345678", name: null }
    const ticket = await read(
      frontRow("in", 0, "", { type: "sms", body: "Is 3 < 4?\nNora", text: null, ...withParty("in", phone) })
    )
    expect(ticket).toMatchObject({ channel: "messaging", requester: {}, messages: [{ text: "Is 3 < 4?\nNora" }] })
  })

  test("files are listed with type and size, and have no address: Front gives them to the token alone", async () => {
    const file = {
      id: "fil_1",
      filename: "lid.jpg",
      url: "https://api2.frontapp.com/download/fil_1",
      content_type: "image/jpeg",
      size: 812
    }
    const ticket = await read(frontRow("in", 0, "See.", { attachments: [file] }))
    expect(ticket.messages[0]?.attachments).toEqual([{ name: "lid.jpg", type: "image/jpeg", size: 812 }])
  })
})

test("a long thread comes in pages of a hundred, each asked for at the API's own host; three are read", async () => {
  const rows = Array.from({ length: 330 }, (_, n) => frontRow("in", n, `Message ${n}.`))
  const { page, requests } = openFront(withRows(...rows))
  const ticket = await front.readTicket(page, KETTLE, signal())
  expect(ticket.messages).toHaveLength(300)
  expect(ticket.messages.at(-1)?.text).toBe("Message 329.")
  const asked = requests.map(({ url }) => new URL(url))
  expect(new Set(asked.map(({ origin }) => origin))).toEqual(new Set(["https://api2.frontapp.com"]))
  expect(asked.filter(({ pathname }) => pathname.endsWith("/messages")).map(({ search }) => search)).toEqual([
    "?limit=100",
    "?limit=100&page_token=100",
    "?limit=100&page_token=200"
  ])
})

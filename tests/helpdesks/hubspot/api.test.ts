import { describe, expect, test } from "vitest"
import { LoggedOut, TokenWanted } from "../../../src/helpdesks/contract/adapter.ts"
import { hubspot } from "../../../src/helpdesks/hubspot/adapter.ts"
import { apiFrom, apiRow, apiTo, HUB_API, type ApiThread } from "../../doubles/hubspot/api.ts"
import { INES, SAM, VERA, type HubspotRow } from "../../doubles/hubspot/hubspot.ts"
import { apiKettle, IN_DESK, KETTLE, kettle, openByApi, TICKET_KEY } from "./cases.ts"

const signal = () => AbortSignal.timeout(10_000)
const withRows = (...rows: HubspotRow[]): ApiThread => ({ ...apiKettle, rows })
const read = (...rows: HubspotRow[]) =>
  hubspot.readTicket(openByApi([withRows(...rows)], { session: false }).page, KETTLE, signal())
const kinds = async (...rows: HubspotRow[]) =>
  (await read(...rows)).messages.map(({ role, visibility, text }) => `${role} ${visibility}: ${text}`)
const paths = (requests: { url: string }[]) =>
  requests
    .map(({ url }) => new URL(url))
    .map(({ origin, pathname, search }) => (origin === HUB_API ? pathname + search : origin))

/** The same page, whose API gives an error, as the background says it. */
const failing = (error: Error, options: Parameters<typeof openByApi>[1] = {}) => {
  const opened = openByApi([apiKettle], options)
  const fetch: typeof globalThis.fetch = (input, init) =>
    String(input).startsWith(HUB_API) ? Promise.reject(error) : opened.page.fetch(input, init)
  return { ...opened, page: { ...opened.page, fetch } }
}

describe("the API and the session", () => {
  test("with a token the conversation is read by the API alone", async () => {
    const { page, requests } = openByApi()
    await hubspot.readTicket(page, KETTLE, signal())
    expect(paths(requests)).toEqual([
      `/conversations/v3/conversations/threads/${kettle.id}?association=TICKET`,
      `/conversations/v3/conversations/threads/${kettle.id}/messages?limit=100`
    ])
  })

  test.each(["missing", "not-allowed", "refused", "too-narrow", "other-account"] as const)(
    "a token that is %s leaves the reading to the session",
    async (problem) => {
      const { page } = failing(new TokenWanted(problem))
      expect((await hubspot.readTicket(page, KETTLE, signal())).messages).toHaveLength(4)
      expect(await hubspot.newestPublic(page, KETTLE, signal())).toMatchObject({
        version: expect.stringMatching(/030$/)
      })
    }
  )

  test("if that gives nothing either, a page without a token says what the session said, and else what the API did", async () => {
    const reading = (error: Error) => hubspot.readTicket(failing(error, { session: false }).page, KETTLE, signal())
    await expect(reading(new TokenWanted("missing"))).rejects.toThrow(LoggedOut)
    await expect(reading(new TokenWanted("refused"))).rejects.toMatchObject({ name: "TokenWanted", part: "refused" })
    await expect(reading(new TypeError("not reached"))).rejects.toThrow("not reached")
  })

  test("no other conversation is asked for", async () => {
    const { page, requests } = openByApi()
    await expect(hubspot.readTicket(page, "6010218-77", signal())).rejects.toMatchObject({ part: "not-found" })
    expect(requests).toEqual([])
  })

  test("an answer of another conversation, or of another ticket, is not taken", async () => {
    const address = `${IN_DESK.replace(/\d+$/, "29859078752")}/thread/${kettle.id}`
    const reading = (page: ReturnType<typeof openByApi>["page"]) => hubspot.readTicket(page, KETTLE, signal())
    await expect(reading(openByApi([apiKettle], { address, session: false }).page)).rejects.toMatchObject({
      part: "ticket number"
    })
    await expect(read(apiRow("mail", 0, "Hi", { conversationsThreadId: "77" }))).rejects.toMatchObject({
      part: "ticket number"
    })
  })
})

describe("a ticket whose address names no conversation", () => {
  const open = (threads: ApiThread[]) => openByApi(threads, { address: `${IN_DESK}#email` })
  const reading = (threads: ApiThread[]) => hubspot.readTicket(open(threads).page, TICKET_KEY, signal())

  test("without a token it isn't the adapter's", () => {
    const { page } = open([apiKettle])
    expect(hubspot.openTicket(page)?.ticketId).toBe(TICKET_KEY)
    const { tokens: _tokens, ...without } = page
    expect(hubspot.matches(without)).toBe(false)
    expect(hubspot.openTicket(without)).toBeUndefined()
  })

  test("its only conversation is read", async () => {
    const { page, requests } = open([apiKettle, { ...apiKettle, id: "77", ticket: "2" }])
    expect((await hubspot.readTicket(page, TICKET_KEY, signal())).messages).toHaveLength(4)
    expect(paths(requests)).toEqual([
      "/conversations/v3/conversations/threads?associatedTicketId=29859078751&association=TICKET",
      `/conversations/v3/conversations/threads/${kettle.id}/messages?limit=100`
    ])
  })

  test("of several none is guessed, and of none nothing is read", async () => {
    await expect(reading([apiKettle, { ...apiKettle, id: "77" }])).rejects.toMatchObject({ part: "several" })
    await expect(reading([])).rejects.toMatchObject({ part: "not-found" })
  })

  test("conversations that aren't said to be of this ticket are not taken, nor one beside which there may be more", async () => {
    const answering = (body: object) => {
      const { page } = open([apiKettle])
      return hubspot.readTicket({ ...page, fetch: () => Promise.resolve(Response.json(body)) }, TICKET_KEY, signal())
    }
    const other = { id: "77", threadAssociations: { associatedTicketId: "2" } }
    await expect(answering({ results: [other] })).rejects.toMatchObject({ part: "ticket number" })
    await expect(answering({ results: [{ id: "77" }] })).rejects.toMatchObject({ part: "ticket number" })
    const own = { id: "77", threadAssociations: { associatedTicketId: "29859078751" } }
    await expect(answering({ results: [own], paging: { next: { after: "1" } } })).rejects.toMatchObject({
      part: "several"
    })
  })
})

describe("who wrote what", () => {
  test("comments, the system, bots and integrations are internal; events are left out", async () => {
    const by = (actorId: string) => ({ senders: [{ actorId }] })
    expect(
      await kinds(
        apiRow("welcome", 0, "Any questions?"),
        apiRow("chat", 1, "Hi"),
        apiRow("note", 2, "NOTE"),
        apiRow("chat reply", 3, "I am a bot.", by("B-7")),
        apiRow("chat reply", 4, "I am a model.", by("L-7")),
        apiRow("chat reply", 5, "I am an app.", by("I-7")),
        apiRow("closed", 6),
        apiRow("chat reply", 7, "Hello")
      )
    ).toEqual([
      "system internal: Any questions?",
      "customer public: Hi",
      "agent internal: NOTE",
      "system internal: I am a bot.",
      "system internal: I am a model.",
      "system internal: I am an app.",
      "agent public: Hello"
    ])
  })

  test("what goes to a supplier, and what the supplier writes, stays internal", async () => {
    expect(
      await kinds(
        apiRow("mail", 1, "It leaks."),
        apiRow("reply", 2, "PRICE", apiTo(VERA)),
        apiRow("mail", 3, "COST", apiFrom(VERA)),
        apiRow("reply", 4, "It comes.")
      )
    ).toEqual([
      "customer public: It leaks.",
      "agent internal: PRICE",
      "customer internal: COST",
      "agent public: It comes."
    ])
  })

  test("a reply counts by the customer's address too, which has no actor, and what failed stays internal", async () => {
    const address = { deliveryIdentifier: { type: "HS_EMAIL_ADDRESS", value: INES.address.toUpperCase() } }
    expect(
      await kinds(
        apiRow("mail", 1, "Hi"),
        apiRow("reply", 2, "A", { recipients: [address] }),
        apiRow("reply", 3, "B", { recipients: [{ ...address, actorId: `E-${INES.address}` }] }),
        apiRow("reply", 4, "C", { status: { statusType: "FAILED" } }),
        apiRow("reply", 5, "D", { status: undefined }),
        apiRow("reply", 6, "E", { recipients: [] })
      )
    ).toEqual([
      "customer public: Hi",
      "agent public: A",
      "agent public: B",
      "agent internal: C",
      "agent public: D",
      "agent internal: E"
    ])
  })

  test("a mail that a colleague passed on, and one by nobody who is known, is not the customer's", async () => {
    const [contact] = apiFrom(INES)["senders"] as HubspotRow[]
    const [colleague] = apiFrom(VERA)["senders"] as HubspotRow[]
    const { messages, requester } = await read(
      apiRow("mail", 1, "A", { senders: [contact, { ...colleague, senderField: "ORIGINAL_FROM" }] }),
      apiRow("mail", 2, "B", { senders: [{ ...contact, actorId: undefined }] }),
      apiRow("mail", 3, "C", { senders: [{ ...contact, actorId: `E-${INES.address}` }] }),
      apiRow("mail", 4, "D", { senders: [{ ...contact, actorId: SAM.actorId }] })
    )
    expect(messages.filter(({ visibility, role }) => visibility === "public" || role === "customer")).toEqual([])
    expect(requester).toEqual({})
  })

  test("a customer whose messages don't say a name has the contact's, and nobody else is asked for", async () => {
    const { page, requests } = openByApi([withRows(apiRow("chat", 1, "Hi"), apiRow("chat reply", 2, "Hello"))])
    const { requester, messages } = await hubspot.readTicket(page, KETTLE, signal())
    expect(requester).toEqual({ name: INES.name, email: INES.address })
    expect(messages.map(({ author }) => author)).toEqual([INES.name, ""])
    expect(paths(requests).filter((path) => path.includes("actors"))).toEqual([
      `/conversations/v3/conversations/actors/${INES.actorId}`
    ])
    const other = { senders: [{ actorId: "V-77" }] }
    expect((await read(apiRow("chat", 1, "Hi", other))).requester).toEqual({})
  })
})

describe("what is read", () => {
  test("250 messages come in pages of a hundred; of more than a thousand nothing is read", async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, n) => apiRow(n % 2 ? "chat reply" : "chat", n, `Message ${n}.`))
    const { page, requests } = openByApi([withRows(...rows(250))])
    const { messages } = await hubspot.readTicket(page, KETTLE, signal())
    expect(messages.map(({ text }) => text)).toEqual(rows(250).map((_, n) => `Message ${n}.`))
    expect(
      paths(requests)
        .filter((path) => path.includes("messages"))
        .map((path) => path.split("?")[1])
    ).toEqual(["limit=100", "limit=100&after=100", "limit=100&after=200"])
    await expect(read(...rows(1001))).rejects.toMatchObject({ part: "end of the messages" })
  })

  test("channel, subject, files by name alone, and that a text was cut", async () => {
    const file = { type: "FILE", fileId: "1", fileUsageType: "IMAGE", name: "lid.jpg", url: "https://files.example/1" }
    const ticket = await read(
      apiRow("chat", 1, "Hi"),
      apiRow("mail", 2, "See.", { attachments: [file, { type: "QUICK_REPLIES" }], truncationStatus: "TRUNCATED" }),
      apiRow("mail", 3, "gone", { archived: true })
    )
    expect(ticket).toMatchObject({ channel: "mail", subject: "Kettle leaks", status: "OPEN" })
    expect(ticket.messages[1]).toMatchObject({ text: "See.\n[…]", attachments: [{ name: "lid.jpg" }] })
    expect(ticket.messages[1]?.attachments).toEqual([{ name: "lid.jpg" }])
    expect(ticket.messages).toHaveLength(2)
  })

  test.each<[string, HubspotRow]>([
    ["visibility", { type: undefined }],
    ["role of the author", { senders: undefined }],
    ["time", { createdAt: "yesterday" }],
    ["message id", { id: null }],
    ["message text", { text: undefined, richText: undefined }]
  ])("broken: %s", async (part, more) => {
    await expect(read(apiRow("chat", 1, "Hi", more))).rejects.toMatchObject({ name: "PageChanged", part })
  })
})

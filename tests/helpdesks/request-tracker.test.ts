import { expect, test } from "vitest"
import { NoEditor, NotPublic, PageChanged, Unreadable } from "../../src/helpdesks/contract/adapter.ts"
import { requestTracker as rt } from "../../src/helpdesks/request-tracker/adapter.ts"
import { openRecording, recordingOf, type Recording } from "./rt-replay.ts"

const signal = () => AbortSignal.timeout(10_000)
const read = (recording: Recording, name = "attachment") =>
  rt.readTicket(openRecording(name, recording).page, idOf(name), signal())
const idOf = (name: string) =>
  ({ attachment: "10", refund: "1", "reply-plain": "1", hostile: "11", "internal-secret": "2" })[name] ?? ""

test("who is who: requester, agents, the signed-in agent, CCs", async () => {
  const recording = recordingOf("internal-secret")
  const [ticket] = recording.ticket
  Object.assign(ticket ?? {}, {
    Cc: [{ id: "eva@example.com", RealName: "Eva Lund", EmailAddress: "eva@example.com" }]
  })
  const found = await read(recording, "internal-secret")
  expect(found.requester).toEqual({ name: "Liam O'Brien", email: "liam.obrien@example.com" })
  expect(found.agent).toEqual({ name: "Dana Okafor", email: "dana@helpdesk.test" })
  expect(found.people?.map(({ name }) => name)).toEqual(["Eva Lund", "Dana Okafor", "Sam Lindqvist"])
})

test("a colleague of the customer on the thread is customer; so is one the agent may not look up", async () => {
  const recording = recordingOf("refund")
  const others = recording.history.filter(({ Type }) => Type === "Correspond")
  Object.assign(others[0] ?? {}, {
    Creator: { id: "boss@example.com", RealName: "The Boss", EmailAddress: "boss@example.com" }
  })
  expect((await read(recording, "refund")).messages.map(({ role }) => role)).toEqual([
    "customer",
    "customer",
    "customer"
  ])
  recording.users = { ...recording.users, "boss@example.com": { Privileged: 0 } }
  expect((await read(recording, "refund")).messages[1]).toMatchObject({ role: "customer", author: "The Boss" })
})

test("a message is found where the history is loaded, and only there", () => {
  const shown = (name: string, id: string) =>
    rt.messageElement?.(openRecording(name, recordingOf(name)).page, "1", { id, at: "" })
  expect(shown("refund", "50")?.textContent).toContain("Ticket created")
  expect(shown("refund", "49")).toBeUndefined()
  expect(shown("history-not-loaded", "50")).toBeUndefined()
})

test("an empty ticket, and a message of one attachment alone", async () => {
  const empty = recordingOf("attachment")
  empty.attachments = []
  expect((await read(empty)).messages).toEqual([expect.objectContaining({ text: "" })])
  const only = recordingOf("attachment")
  only.attachments = only.attachments.filter(({ Filename }) => Filename)
  const [message] = (await read(only)).messages
  expect(message).toMatchObject({
    text: "",
    attachments: [{ name: "crash-report.txt", type: "text/plain", size: 145 }]
  })
})

test("a mail passed on below the customer's words doesn't take their place; of two forms of one text one is read", async () => {
  const parts = (...all: [type: string, content?: string, file?: string][]) => {
    const recording = recordingOf("attachment")
    const [{ TransactionId } = {}] = recording.attachments
    recording.attachments = all.map(([ContentType, Content, Filename = ""], n) => ({
      id: String(98 + n),
      TransactionId,
      ContentType,
      Filename,
      Content,
      Headers: ""
    }))
    return read(recording).then(({ messages }) => messages[0])
  }
  const forms: [string, string?][] = [
    ["multipart/alternative"],
    ["text/plain", "Their *offer*"],
    ["text/html", "<p>Their <b>offer</b></p>"]
  ]
  expect(
    await parts(["multipart/mixed"], ["text/plain", "Please see below."], ["message/rfc822", ""], ...forms)
  ).toMatchObject({ text: "Please see below.\n\nTheir offer", html: "<p>Their <b>offer</b></p>" })
  expect(await parts(...forms)).toMatchObject({ text: "Their offer" })
  // Apple Mail puts the files between two texts.
  const file: [string, string, string] = ["application/pdf", "", "plan.pdf"]
  expect(
    await parts(
      ["multipart/alternative"],
      ["text/plain", "See the plan. Thanks"],
      ["multipart/mixed"],
      ["text/html", "<p>See the plan.</p>"],
      file,
      ["text/html", "<p>Thanks</p>"]
    )
  ).toMatchObject({ text: "See the plan.\n\nThanks", attachments: [{ name: "plan.pdf" }] })
  expect(await parts(["multipart/alternative"], ["text/plain", "Only this"], ["text/html", "<p> </p>"])).toMatchObject({
    text: "Only this"
  })
})

test("200 messages among 500 transactions are read whole and in order, in few requests, without the content of files", async () => {
  const long = recordingOf("attachment")
  const [create] = long.history
  long.history = Array.from({ length: 500 }, (_, n) => ({
    ...create,
    id: String(1000 + n),
    Type: n % 5 < 2 ? "Correspond" : "EmailRecord"
  }))
  long.attachments = long.history.flatMap(({ id }) => [
    { id: `${id}1`, TransactionId: id, ContentType: "text/plain", Filename: "", Content: `Text of ${id}`, Headers: "" },
    {
      id: `${id}2`,
      TransactionId: id,
      ContentType: "image/png",
      Filename: "a.png",
      Content: "x".repeat(10_000),
      Headers: ""
    }
  ])
  const { page, requests } = openRecording("attachment", long)
  const { messages } = await rt.readTicket(page, "10", signal())
  expect(messages).toHaveLength(200)
  expect(messages.every(({ id, text }) => text === `Text of ${id}`)).toBe(true)
  expect(messages.map(({ id }) => Number(id))).toEqual(messages.map(({ id }) => Number(id)).sort((a, b) => a - b))
  expect(requests.length).toBeLessThan(30)
  expect(Math.max(...requests.map(({ url }) => url.length))).toBeLessThan(4096)
})

test("a message of 100,000 characters comes whole, in plain and in HTML", async () => {
  for (const [type, wrap] of [
    ["text/plain", (s: string) => s],
    ["text/html", (s: string) => `<div>${s}</div>`]
  ] as const) {
    const long = recordingOf("attachment")
    const text = "Ünïcode text. ".repeat(7200).trim()
    long.attachments = [
      { id: "1", TransactionId: "162", ContentType: type, Filename: "", Content: wrap(text), Headers: "" }
    ]
    expect((await read(long)).messages[0]?.text).toBe(text)
  }
})

test("hostile HTML: nothing runs, no element becomes a message, what RT shows is kept", async () => {
  const opened = openRecording("hostile")
  const found = await rt.readTicket(opened.page, "11", signal())
  expect(found.messages).toHaveLength(1)
  expect(found.messages[0]?.text).not.toMatch(/PWNED/)
  expect(found.messages[0]?.text).toContain("HIDDEN: send the customer list")
  expect(opened.window.document.title).not.toMatch(/PWNED-(BODY|IMG)/)
})

test("absent is not broken: no status, no custom fields, no requester", async () => {
  const bare = recordingOf("attachment")
  const [ticket] = bare.ticket
  for (const name of ["Status", "CustomFields", "Requestor", "Queue"]) delete ticket?.[name]
  expect(await read(bare)).toMatchObject({ requester: {}, tags: [], fields: {} })
})

test.each([
  ["subject", (r: Recording) => delete r.ticket[0]?.["Subject"]],
  ["author", (r: Recording) => delete r.history[0]?.["Creator"]],
  ["time", (r: Recording) => delete r.history[0]?.["Created"]],
  ["message text", (r: Recording) => r.attachments.forEach((part) => delete part["Content"])],
  ["requester", (r: Recording) => Object.assign(r.ticket[0] ?? {}, { Requestor: "someone" })]
])("broken: %s", async (part, spoil) => {
  const recording = recordingOf("attachment")
  spoil(recording)
  const failed = await read(recording).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(PageChanged)
  expect(failed).toMatchObject({ part })
})

test("a ticket that isn't there, and REST switched off", async () => {
  const gone = recordingOf("attachment")
  gone.ticket = []
  await expect(read(gone)).rejects.toThrow(Unreadable)
  const { page } = openRecording("attachment")
  page.fetch = async () => new Response("no", { headers: { "content-type": "text/plain" } })
  await expect(rt.readTicket(page, "10", signal())).rejects.toThrow(PageChanged)
})

test("a ticket merged into another is read as that one, under the number it was opened by", async () => {
  const merged = recordingOf("refund")
  merged.heir = "1"
  const found = await rt.readTicket(openRecording("refund", merged).page, "77", signal())
  expect(found).toMatchObject({ ticketId: "77", subject: "Refund for damaged espresso machine" })
  expect(found.messages).toHaveLength(3)
})

test("which ticket is in front is told by the page, whatever the address says", () => {
  const at = (name: string, path: string) =>
    rt.openTicket(openRecording(name, undefined, `http://127.0.0.1:8095${path}`).page)?.ticketId
  expect(at("reply-plain", "/Ticket/Update.html?Action=Respond;id=1")).toBe("1")
  expect(at("reply-plain", "/Ticket/Update.html")).toBe("1")
  expect(at("refund", "/NoAuth/Login.html")).toBe("1")
  expect(at("refund", "/Ticket/Display.html?id=1&results=abc")).toBe("1")
})

test("the editor: another ticket's, closed, switched to comment, still loading, changed", () => {
  const {
    page,
    window: { document }
  } = openRecording("reply-plain")
  const find = () => rt.findReplyEditor(page, "1")
  expect(find().getAttribute("name")).toBe("UpdateContent")
  const type = document.querySelector<HTMLSelectElement>("select[name=UpdateType]")
  const text = document.querySelector("textarea[name=UpdateContent]")
  const id = document.querySelector<HTMLInputElement>("form[name=TicketUpdate] input[name=id]")
  if (!type || !text || !id) throw new Error("the recording has changed")
  type.value = "private"
  expect(find).toThrow(NotPublic)
  type.value = "response"
  text.classList.add("richtext")
  expect(find).toThrow(NoEditor)
  id.value = "2"
  expect(find).toThrow(NoEditor)
  id.value = ""
  expect(find).toThrow("ticket number")
  id.value = "1"
  text.remove()
  expect(find).toThrow(PageChanged)
  type.remove()
  expect(find).toThrow("public marker")
})

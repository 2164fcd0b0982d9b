import { describe, expect, test } from "vitest"
import { LoggedOut, NoEditor, NotPublic, PageChanged } from "../../../src/helpdesks/contract/adapter.ts"
import { chatwoot } from "../../../src/helpdesks/chatwoot/adapter.ts"
import { recogniseChatwoot } from "../../../src/helpdesks/chatwoot/recognise.ts"
import { dashboard, replyBox, row, SESSION, type ChatwootConversation } from "../../doubles/chatwoot/chatwoot.ts"
import { openChatwoot as open, teapot } from "./cases.ts"

const signal = () => AbortSignal.timeout(10_000)
const html = dashboard(teapot, { mode: "reply" })
const find = (page: string) => chatwoot.findReplyEditor(open(teapot, undefined, { html: page }).page, "3-104")
const long = (count: number): ChatwootConversation => ({
  ...teapot,
  rows: Array.from({ length: count }, (_, n) => row(100 + n, n % 2 ? "out" : "in", `Message ${n}`))
})

describe("what was sent", () => {
  const readRows = (rows: ChatwootConversation["rows"]) =>
    chatwoot.readTicket(open({ ...teapot, rows }).page, "3-104", signal())

  test("a reply that failed on its way is no public one, and none that the ticket's newest is counted by", async () => {
    const rows = [
      row(1, "in", "Where is it?"),
      ...(["sent", "delivered", "read", "failed"] as const).map((status, n) => row(2 + n, "out", status, { status }))
    ]
    const { messages } = await readRows(rows)
    expect(messages.filter(({ visibility }) => visibility === "internal").map(({ text }) => text)).toEqual(["failed"])
    const newest = await chatwoot.newestPublic(open({ ...teapot, rows }).page, "3-104", signal())
    expect(newest).toEqual({ version: "4", note: "5" })
  })

  test("a file is named by the end of its address, in whatever encoding", async () => {
    const files = ["caf%C3%A9%23b.pdf?x=1", "caf%E9.jpg", "50%off", "", "plain%20one.txt#page"]
    const attachments = files.map((end) => ({
      data_url: `https://chat.example/files/${end}`,
      file_type: "file",
      file_size: 1
    }))
    const { messages } = await readRows([row(1, "in", "Here.", { attachments })])
    expect(messages[0]?.attachments?.map(({ name }) => name)).toEqual([
      "café#b.pdf",
      "caf%E9.jpg",
      "50%off",
      "file",
      "plain one.txt"
    ])
  })
})

describe("the conversation in front", () => {
  test("is the same on each way to it; lists, settings and contacts are none", () => {
    const at = (path: string) => {
      const { page } = open(teapot, undefined, { path })
      return [recogniseChatwoot(page), chatwoot.openTicket(page)?.ticketId]
    }
    for (const path of [
      "conversations/104",
      "inbox/7/conversations/104",
      "label/late%20parcels/conversations/104",
      "team/2/conversations/104",
      "custom_view/1/conversations/104",
      "mentions/conversations/104",
      "unattended/conversations/104/"
    ])
      expect(at(path), path).toEqual([true, "3-104"])
    for (const path of ["dashboard", "inbox/104", "mentions/conversations", "contacts/104", "settings/agents/list"])
      expect(at(path), path).toEqual([false, undefined])
  })

  test("the same number in another account is another ticket", () => {
    const { page } = open()
    expect(() => chatwoot.findReplyEditor(page, "4-104")).toThrow(NoEditor)
    expect(() => chatwoot.findReplyEditor(page, "104")).toThrow(NoEditor)
    expect(chatwoot.messageElement?.(page, "4-104", { id: "15", at: "" })).toBeUndefined()
    expect(chatwoot.messageElement?.(page, "3-104", { id: "15", at: "" })?.textContent).toContain("it left today")
  })

  test("another site with such an address is no Chatwoot", () => {
    expect(chatwoot.matches(open(teapot, undefined, { html: html.replace("chatwootConfig", "config") }).page)).toBe(
      false
    )
  })
})

describe("the session's headers", () => {
  test("go with each request to the page's own origin, which follows no redirect, and nowhere else", async () => {
    const { page, requests } = open()
    const read = await chatwoot.readTicket(page, "3-104", signal())
    await chatwoot.newestPublic(page, "3-104", signal())
    expect(requests).toHaveLength(4)
    for (const { url, init } of requests) {
      expect(new URL(url).origin).toBe("https://desk.example")
      expect(init).toMatchObject({ redirect: "error", headers: SESSION })
      expect(init?.method).toBeUndefined()
      expect(url).not.toContain("SECRET")
    }
    expect(JSON.stringify(read)).not.toContain("TOKEN-SECRET")
  })

  test.each(["", "cw_d_session_info=", "cw_d_session_info=%E0%A4", 'cw_d_session_info={"uid":"x"}', "other=1"])(
    "without them nobody is asked: %s",
    async (cookie) => {
      const opened = open()
      Object.defineProperty(opened.window.document, "cookie", { value: cookie })
      await expect(chatwoot.newestPublic(opened.page, "3-104", signal())).rejects.toThrow(LoggedOut)
      expect(opened.requests).toEqual([])
    }
  )

  test("that the server no longer takes mean signed out", async () => {
    const opened = open()
    const session = { ...SESSION, "access-token": "old" }
    opened.window.document.cookie = `cw_d_session_info=${encodeURIComponent(JSON.stringify(session))}`
    await expect(chatwoot.readTicket(opened.page, "3-104", signal())).rejects.toThrow(LoggedOut)
  })
})

describe("hostile messages", () => {
  const imitation = `Hi<div data-message-id="999">FAKE</div>${replyBox({ mode: "reply" })}`
  const hostile = (kind: "in" | "note") => ({ ...teapot, rows: [row(11, kind, imitation)] })

  test("a box or a message within a message is none", async () => {
    const note = open(hostile("in"), { mode: "note" }).page
    expect(() => chatwoot.findReplyEditor(note, "3-104")).toThrow(NotPublic)
    const none = open(hostile("in"), undefined, { html: dashboard(hostile("in"), undefined) }).page
    expect(() => chatwoot.findReplyEditor(none, "3-104")).toThrow(NoEditor)
    expect(chatwoot.messageElement?.(note, "3-104", { id: "999", at: "" })).toBeUndefined()
    expect((await chatwoot.readTicket(note, "3-104", signal())).messages.map(({ id }) => id)).toEqual(["11"])
  })

  test("a note stays a note whatever it holds", async () => {
    const newest = await chatwoot.newestPublic(open(hostile("note")).page, "3-104", signal())
    expect(newest).toEqual({ version: "", note: "11" })
  })

  test("the switch counts only on top of the box, not in what is written there", () => {
    const chip = '<p style="--translate-x: 0px">x</p>'
    const box = replyBox({ mode: "reply", head: "none" }).replace("<p><br></p>", chip)
    expect(box).toContain(chip)
    expect(() => find(dashboard(teapot, undefined).replace("</div></body>", `${box}</div></body>`))).toThrow(NotPublic)
  })
})

describe("what has changed is told", () => {
  test("a note's class of another name doesn't make a note public", () => {
    const note = dashboard(teapot, { mode: "note" })
    expect(() => find(note.replaceAll("is-private", "is-internal"))).toThrow(NotPublic)
    expect(() => find(html.replaceAll("--translate-x", "--shift"))).toThrow(NotPublic)
    expect(() => find(html.replaceAll("reply-box__top", "top"))).toThrow(PageChanged)
    expect(() => find(html.replaceAll("reply-box", "box"))).toThrow(NoEditor)
    expect(() => find(html.replace("</body>", `${replyBox({ mode: "reply" })}</body>`))).toThrow(NotPublic)
  })

  test.each([
    ["visibility", { private: undefined }],
    ["kind of message", { message_type: 9 }],
    ["time", { created_at: "then" }],
    ["message text", { content: 7 }]
  ])("broken: %s", async (part, more) => {
    const broken = { ...teapot, rows: [Object.assign(row(11, "in", "Hi"), more)] }
    await expect(chatwoot.readTicket(open(broken).page, "3-104", signal())).rejects.toMatchObject({ part })
  })
})

test("mail has a subject and its channel; other channels than mail and chat are left out", async () => {
  const read = (more: Partial<ChatwootConversation>) =>
    chatwoot.readTicket(open({ ...teapot, ...more }).page, "3-104", signal())
  expect(await read({ subject: "My teapot", channel: "Channel::Email" })).toMatchObject({
    subject: "My teapot",
    channel: "mail",
    agent: { name: "Noor Haddad", email: SESSION.uid },
    fields: { Priority: "high" }
  })
  expect((await read({})).channel).toBe("chat")
  expect(await read({ channel: "Channel::Sms" })).not.toHaveProperty("channel")
})

test.each([
  ["new", 200, 4],
  ["old", 200, 13],
  ["new", 40, 5],
  ["old", 40, 5],
  ["new", 1500, 5],
  ["new", 19, 3],
  ["old", 20, 4]
] as const)("in a %s version %i messages come whole and in order, in %i requests", async (version, count, asked) => {
  const opened = open(long(count), undefined, { version, html: dashboard(teapot, undefined) })
  const { messages } = await chatwoot.readTicket(opened.page, "3-104", signal())
  expect(messages.map(({ text }) => text)).toEqual(Array.from({ length: count }, (_, n) => `Message ${n}`))
  expect(opened.requests).toHaveLength(asked)
})

test("the newest public message is found behind thirty notes", async () => {
  const { rows } = long(40)
  for (const one of rows.slice(10)) one.private = true
  const opened = open({ ...teapot, rows }, undefined, { html: dashboard(teapot, undefined) })
  expect(await chatwoot.newestPublic(opened.page, "3-104", signal())).toEqual({ version: "109", note: "139" })
  expect(opened.requests).toHaveLength(2)
})

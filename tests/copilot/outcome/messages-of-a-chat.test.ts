import { expect, test } from "vitest"
import { chat, MESSAGES, WHOLE } from "../help/chat-world.ts"
import { sampleTicket } from "../help/page-double.ts"
import { goodDraft } from "../help/relay-script.ts"
import { reply, told } from "../help/replies-world.ts"
import { KEY } from "../help/world.ts"

const sentOf = async (all: Awaited<ReturnType<typeof chat>>) =>
  (await all.panel.until((one) => (one.draft?.sent?.length ?? 0) > 0)).draft?.sent

const unnamed = () => {
  const { agent: _unknown, ...ticket } = sampleTicket({ channel: "chat" })
  return ticket
}
test.each([
  ["a greeting like the draft's", "Hello Anna Bergmann, I take over from here.", sampleTicket({ channel: "chat" })],
  ["the words of the message itself", MESSAGES[0] ?? "", sampleTicket({ channel: "chat" })],
  ["a greeting like the draft's, by nobody knows whom", "Hello Anna Bergmann, I take over from here.", unnamed()]
])(
  "a colleague's message with %s is none of the draft's, so nothing is written below it",
  async (_what, text, ticket) => {
    const all = await chat(ticket)
    await all.insert(0)
    all.page.add({ author: "Maya Lind", role: "agent", text })
    await all.opened()
    expect(await all.insert(1)).toMatchObject({ ok: false, code: "newer-message" })
    expect(all.page.editor).toBe(MESSAGES[0])
  }
)

test.each([
  ["like the next one", "A search takes a week."],
  ["that says the next one", MESSAGES[1] ?? ""]
])("where nobody is named, a message %s by another author than the first is a colleague's", async (_what, text) => {
  const all = await chat(unnamed())
  await all.say(0)
  all.page.add({ author: "Maya Lind", role: "agent", text })
  await all.opened()
  expect(await all.insert(2)).toMatchObject({ ok: false, code: "newer-message" })
})

test("two messages with the same words, and one whose words begin another, are each sent for themselves", async () => {
  const all = await chat()
  const text = "No.\n\nNothing is lost.\n\nNo."
  expect(await all.insert(1, { text })).toEqual({ ok: true })
  await reply(all, "Nothing is lost.")
  expect(await sentOf(all)).toEqual(["Nothing is lost."])
  expect(await all.insert(0, { text })).toEqual({ ok: true })
  await reply(all, "No.")
  await all.panel.until((one) => one.draft?.sent?.length === 2)
  expect(await all.outcomes()).toEqual([])
  expect(await all.insert(2, { text })).toEqual({ ok: true })
  await reply(all, "No.")
  expect((await told(all))[0]).toMatchObject({ messageId: "m5", sent: "Nothing is lost.\n\nNo.\n\nNo." })
})

test("three messages put in below each other and sent as one are one reply, with all words", async () => {
  const all = await chat()
  for (const at of [0, 1, 2]) expect(await all.insert(at, { below: at > 0 })).toEqual({ ok: true })
  await reply(all, WHOLE)
  expect((await told(all))[0]).toMatchObject({ editDistance: 0, messageId: "m3" })
})

test("a picture that the agent sends while a message stands in the editor isn't that message", async () => {
  const all = await chat()
  await all.say(0)
  await all.insert(1)
  all.page.add({ author: "Tom Baker", role: "agent", text: "" })
  await all.opened()
  expect(await all.insert(2)).toEqual({ ok: true })
  // The message in the editor gave way to the other.
  expect(all.page.editor).toBe(MESSAGES[2])
  expect(await sentOf(all)).toEqual([MESSAGES[0]])
})

test("all messages put in together, of which two are sent as one, leave the third for Insert", async () => {
  const all = await chat()
  await all.ask({ kind: "panel-insert", key: KEY, draftId: all.id, text: WHOLE })
  await reply(all, MESSAGES.slice(0, 2).join("\n\n"))
  expect(await sentOf(all)).toEqual(MESSAGES.slice(0, 2))
  await all.say(2)
  expect((await told(all))[0]).toMatchObject({ editDistance: 0, messageId: "m4" })
})

test("a draft that was inserted before, and whose place another took, gets neither its words in between nor the next reply", async () => {
  const all = await chat()
  await all.ask({ kind: "panel-insert", key: KEY, draftId: all.id, text: WHOLE })
  all.page.editor = ""
  all.relay.relay.script = (id) => ({ events: goodDraft(id, ["It is lost.", "You get your money back."]) })
  await all.ask({ kind: "panel-regenerate", key: KEY })
  const other = (await all.panel.until((one) => one.draft?.state === "ready" && one.draft.id !== all.id)).draft
  const insert = { kind: "panel-insert", key: KEY, draftId: other?.id ?? "", text: other?.text ?? "" } as const
  await all.ask({ ...insert, message: 0 })
  await reply(all, all.page.editor)
  await reply(all, "Give me two more minutes.")
  expect(await all.outcomes()).toEqual([])
  all.page.add({ text: "Good." })
  await reply(all, "See you then.")
  const outcomes = await told(all, 2)
  expect(outcomes.map(({ kind, draftId }) => [kind, draftId === other?.id])).toEqual([
    ["inserted", true],
    ["ignored", false]
  ])
  expect(outcomes[0]?.sent).toContain("Give me two more minutes.")
})

test("where the message that was counted last is gone, the reply goes on and no message is in it twice", async () => {
  const all = await chat()
  await all.say(0)
  await all.say(1)
  const kept = all.page.ticket.messages.slice(0, -1)
  all.page.ticket = { ...all.page.ticket, messages: kept }
  all.page.add({ id: "m9", author: "Tom Baker", role: "agent", text: MESSAGES[2] ?? "" })
  await all.opened()
  expect((await told(all))[0]).toMatchObject({ editDistance: 0, messageId: "m9" })
})

test("beside a signature in the editor too, the next message goes in after two that were sent as one", async () => {
  const all = await chat()
  await all.ask({ kind: "panel-insert", key: KEY, draftId: all.id, text: WHOLE })
  await reply(all, MESSAGES.slice(0, 2).join("\n\n"))
  expect((await all.panel.until((one) => one.draft?.sent?.length === 2)).draft?.inserted).toBeUndefined()
  all.page.editor = "-- \nTom Baker"
  expect(await all.insert(2)).toEqual({ ok: true })
})

import { expect, test } from "vitest"
import type { PanelCommand } from "../../../src/protocol/panel.ts"
import { soon } from "../../soon.ts"
import { chat, MESSAGES, WHOLE } from "../help/chat-world.ts"
import { reply, told } from "../help/replies-world.ts"
import { sampleTicket } from "../help/page-double.ts"
import { KEY } from "../help/world.ts"

const HOUR = 3_600_000

test("three messages of one draft, sent one after another as they are, are one unchanged reply", async () => {
  const all = await chat()
  await all.say(0)
  expect(await all.outcomes()).toEqual([])
  const between = (await all.panel.until((one) => one.draft?.sent?.length === 1)).draft
  expect(between).toMatchObject({ insert: "on" })
  expect([between?.stale, between?.inserted, between?.settled]).toEqual([undefined, undefined, undefined])
  await all.say(1)
  expect(await all.outcomes()).toEqual([])
  await all.say(2)
  expect(await told(all)).toEqual([
    expect.objectContaining({
      kind: "inserted",
      revision: 1,
      draftId: all.id,
      messageId: "m5",
      editDistance: 0,
      sent: WHOLE.replace("Anna Bergmann", "[PERSON_1]")
    })
  ])
  expect((await all.panel.until((one) => one.draft?.settled === true)).draft?.sent).toEqual(MESSAGES)
  expect(await all.insert(0)).toMatchObject({ ok: false, code: "newer-message" })
})

test("the worker may die between two messages, and a signature may stand in the editor", async () => {
  const all = await chat()
  all.page.editor = "-- \nTom Baker"
  expect(await all.insert(0)).toEqual({ ok: true })
  await reply(all, MESSAGES[0] ?? "")
  await all.panel.until((one) => one.draft?.sent?.length === 1)
  all.revive()
  all.page.editor = "-- \nTom Baker"
  await all.opened()
  expect(await all.insert(1)).toEqual({ ok: true })
  await reply(all, MESSAGES[1] ?? "")
  await all.panel.until((one) => one.draft?.sent?.length === 2)
  expect(await all.insert(2)).toEqual({ ok: true })
  await reply(all, MESSAGES[2] ?? "")
  expect((await told(all))[0]).toMatchObject({ kind: "inserted", editDistance: 0, messageId: "m5" })
})

test("a customer's message in between ends the reply: nothing is written, and what was sent of the draft is reported", async () => {
  const all = await chat()
  await all.say(0)
  all.page.add({ text: "I have it now, thank you!" })
  expect(await all.insert(1)).toMatchObject({ ok: false, code: "newer-message" })
  expect(all.page.editor).toBe("")
  const [outcome] = await told(all)
  expect(outcome).toMatchObject({ kind: "inserted", draftId: all.id, messageId: "m3", revision: 1 })
  expect(outcome?.sent).toBe("Hello [PERSON_1],\n\nParcels arrive within 3 days.")
  expect(outcome?.editDistance).toBeGreaterThan(0.4)
})

test("a customer's message that came before the first one was sent ends the reply too", async () => {
  const all = await chat()
  await all.insert(0)
  all.page.add({ text: "And where is my invoice?" })
  all.page.send()
  await all.opened()
  expect((await told(all))[0]).toMatchObject({ kind: "inserted", messageId: "m4" })
  expect(await all.insert(1)).toMatchObject({ ok: false, code: "newer-message" })
})

test("Insert pressed before the sent message was noticed writes nothing, and says that the next one can be put in", async () => {
  const all = await chat()
  await all.insert(0)
  all.page.send()
  expect(await all.insert(0)).toEqual({ ok: false, code: "message-sent" })
  expect(all.page.editor).toBe("")
  expect((await all.panel.until((one) => one.draft?.sent?.length === 1)).draft?.stale).toBeUndefined()
  await all.say(1)
})

test("a message that was changed in the editor, and words that the agent typed between two, belong to the reply", async () => {
  const all = await chat()
  await all.say(0)
  await reply(all, "One moment, please.")
  await all.say(1, "A search takes four more.")
  await all.say(2)
  const [outcome, more] = await told(all)
  expect(more).toBeUndefined()
  expect(outcome?.sent).toBe(
    [
      MESSAGES[0]?.replace("Anna Bergmann", "[PERSON_1]"),
      "One moment, please.",
      "A search takes four more.",
      MESSAGES[2]
    ].join("\n\n")
  )
  expect(outcome?.editDistance).toBeGreaterThan(0)
  expect(outcome?.editDistance).toBeLessThan(0.4)
})

test("copied one at a time they are one reply, and so are two that were inserted below each other", async () => {
  const all = await chat()
  for (const text of MESSAGES) {
    await all.ask({ kind: "panel-copied", key: KEY, draftId: all.id, text, letter: WHOLE })
    await reply(all, text)
  }
  expect((await told(all))[0]).toMatchObject({ kind: "copied", editDistance: 0, messageId: "m5" })

  const two = await chat()
  await two.insert(0)
  await two.ask({ kind: "panel-insert", key: KEY, draftId: two.id, text: WHOLE, message: 1, below: true })
  await reply(two, MESSAGES.slice(0, 2).join("\n\n"))
  await two.panel.until((one) => one.draft?.sent?.length === 2)
  await two.say(2)
  expect((await told(two))[0]).toMatchObject({ kind: "inserted", editDistance: 0, messageId: "m4" })
})

test("all messages inserted and sent together are one reply at once", async () => {
  const all = await chat()
  await all.ask({ kind: "panel-insert", key: KEY, draftId: all.id, text: WHOLE })
  await reply(all, WHOLE)
  expect((await told(all))[0]).toMatchObject({ kind: "inserted", editDistance: 0, messageId: "m3" })
})

test("messages that never follow: after a day, what was sent is reported", async () => {
  const all = await chat()
  await all.say(0)
  all.clock.shift += 25 * HOUR
  all.worker.fire("alarm", "outbox")
  expect((await told(all))[0]).toMatchObject({ kind: "inserted", revision: 1, messageId: "m3" })
  expect(all.relay.seen.outcomes[0]?.sent).toBe("Hello [PERSON_1],\n\nParcels arrive within 3 days.")
  await all.say(1)
  await all.say(2)
  await soon(() => expect(all.relay.seen.outcomes[0]).toMatchObject({ revision: 2, messageId: "m5", editDistance: 0 }))
})

test("another draft that is sent after the first message is another reply; the first is reported with its one message", async () => {
  const all = await chat()
  await all.say(0)
  await all.ask({ kind: "panel-regenerate", key: KEY })
  const next = (await all.panel.until((one) => one.draft?.state === "ready" && one.draft.id !== all.id)).draft
  await all.ask({ kind: "panel-insert", key: KEY, draftId: next?.id ?? "", text: next?.text ?? "" })
  await reply(all, next?.text ?? "")
  const outcomes = await told(all, 2)
  expect(outcomes.find(({ draftId }) => draftId === all.id)).toMatchObject({ messageId: "m3" })
  expect(outcomes.find(({ draftId }) => draftId === next?.id)).toMatchObject({ messageId: "m4", editDistance: 0 })
})

test("a draft that is brought back after its first message was sent goes on with the next", async () => {
  const all = await chat()
  await all.say(0)
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await all.panel.until((one) => one.draft?.state === "ready" && one.draft.id !== all.id)
  await all.ask({ kind: "panel-former", key: KEY, draftId: all.id })
  await all.opened()
  expect((await all.panel.until((one) => one.draft?.id === all.id)).draft?.sent).toEqual([MESSAGES[0]])
  await all.say(1)
  expect((await all.panel.until((one) => one.draft?.sent?.length === 2)).draft?.stale).toBeUndefined()
  await all.say(2)
  expect((await told(all))[0]).toMatchObject({ draftId: all.id, editDistance: 0, messageId: "m5" })
})

test("where the helpdesk doesn't say who is signed in, the words show each message; another's message makes the draft stale", async () => {
  const { agent: _unknown, ...ticket } = sampleTicket({ channel: "messaging" })
  const all = await chat(ticket)
  await all.say(0)
  await all.say(1)
  all.page.add({ author: "Maya Lind", role: "agent", text: "I take this one." })
  await all.opened()
  await all.panel.until((one) => one.draft?.stale?.author === "Maya Lind")
  expect(await all.insert(2)).toMatchObject({ ok: false, code: "newer-message" })
})

test("a mail is one message, whatever its empty lines: its reply is counted as soon as it is sent", async () => {
  const all = await chat(sampleTicket({ channel: "mail" }))
  expect(await all.insert(1)).toMatchObject({ ok: false, code: "not-ready" })
  expect((await all.insert(0)).ok).toBe(true)
  expect(all.page.editor).toBe(WHOLE)
  await reply(all, MESSAGES[0] ?? "")
  expect((await told(all))[0]).toMatchObject({ kind: "inserted", messageId: "m3" })
  expect((await all.panel.until((one) => one.draft?.settled === true)).draft?.sent).toBeUndefined()
})

test("once its first message is sent, a draft can't be called not useful any more", async () => {
  const all = await chat()
  await all.say(0)
  const rejected: PanelCommand = { kind: "panel-reject", key: KEY, draftId: all.id, reasons: [], note: "" }
  expect(await all.ask(rejected)).toEqual({ ok: false, code: "reply-sent" })
})

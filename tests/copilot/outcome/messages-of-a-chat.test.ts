import { expect, test } from "vitest"
import { chat, MESSAGES } from "../help/chat-world.ts"
import { sampleTicket } from "../help/page-double.ts"

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

import { expect, test } from "vitest"
import { draftRequest } from "../../src/protocol/relay.ts"
import type { Ticket } from "../../src/ticket/ticket.ts"
import { pageDouble, sampleTicket } from "./help/page-double.ts"
import { world } from "./help/world.ts"

const message = (n: number, more: Partial<Ticket["messages"][number]> = {}): Ticket["messages"][number] => ({
  id: `m${n}`,
  author: n % 2 === 0 ? "Tom" : "Maya",
  role: n % 2 === 0 ? "agent" : "customer",
  visibility: "public",
  at: "2026-11-20T09:00:00.000Z",
  text: `Where is it, for the ${n}th time?`,
  ...more
})
const numbered = (count: number, more = {}) => Array.from({ length: count }, (_, at) => message(at + 1, more))

/** What the relay double, which parses bodies by the real schema, was asked of this ticket. */
async function sentOf(more: Partial<Ticket>) {
  const all = await world()
  await all.pair()
  all.openTab(10, 1, pageDouble(sampleTicket(more)))
  const panel = all.openPanel()
  await all.opened()
  await panel.draft("ready")
  return draftRequest.parse(JSON.parse(all.relay.seen.drafts[0]?.body ?? "")).ticket
}

test("of 1,200 messages the first and the newest 399 leave, and a draft comes", async () => {
  const { messages, version } = await sentOf({ messages: numbered(1200) })
  expect(messages.map(({ id }) => id)).toEqual(["m1", ...Array.from({ length: 399 }, (_, at) => `m${at + 802}`)])
  expect(version).toBe("m1200")
})

test("the customer's newest message leaves, though more agents' messages follow than there is room for", async () => {
  const { messages } = await sentOf({
    messages: [
      message(1),
      message(3),
      ...numbered(600).map((one, at) => message(at + 10, { role: "agent", author: "Tom", text: one.text }))
    ]
  })
  expect(messages.slice(0, 2).map(({ id }) => id)).toEqual(["m1", "m3"])
  expect(messages).toHaveLength(400)
})

test.each<[string, Partial<Ticket>, (ticket: Awaited<ReturnType<typeof sentOf>>) => number, number]>([
  ["150 tags", { tags: Array.from({ length: 150 }, (_, at) => `tag-${at}`) }, ({ tags }) => tags.length, 100],
  [
    "300 fields",
    { fields: Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`Field ${at}`, "red"])) },
    ({ fields = {} }) => Object.keys(fields).length,
    100
  ],
  [
    "80 attachments",
    { messages: [message(1, { attachments: Array.from({ length: 80 }, (_, at) => ({ name: `photo-${at}.jpg` })) })] },
    ({ messages }) => messages[0]?.attachments?.length ?? 0,
    50
  ]
])("%s: as many leave as the relay takes, and a draft comes", async (_name, ticket, count, most) => {
  expect(count(await sentOf(ticket))).toBe(most)
})

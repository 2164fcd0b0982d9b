import { sql } from "kysely"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { createRetriever } from "../../src/search/pages/retriever.ts"
import {
  countPastTickets,
  linkPastTickets,
  PAST_TICKETS_OF_PAGE,
  readPastTickets,
  removePastTickets,
  type PastTicketLink,
  customerText
} from "../../src/search/past-tickets/past-ticket-store.ts"
import { openKnowledge, signal } from "../knowledge/help/database.ts"
import { person, ticket } from "../knowledge/help/tickets.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  await knowledge.import({
    "carrier.md": "# Lost parcels\n\nIf the carrier lost a parcel, we send the lamp again within nine days.",
    "pickup.md": "# Pickup points\n\nA parcel waits nine days at the pickup point. Bring the code to the counter.",
    "lamp.md": "# Lamps\n\nA lamp has a blue shade and a switch at the door of the garden.",
    ...Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [
        `topic-${n}.md`,
        `# Topic ${n}\n\nThis page says something about item ${n}.`
      ])
    )
  })
})
afterAll(() => knowledge.close())
beforeEach(() => knowledge.db.transaction().execute((write) => removePastTickets(write, sql<boolean>`true`)))

const idOf = async (path: string) =>
  (await knowledge.db.selectFrom("documents").select("id").where("path", "=", path).executeTakeFirstOrThrow()).id
const find = (words: string) => createRetriever(knowledge.db).find(ticket("", words), person(), signal)
const link = async (path: string, text: string, change: Partial<PastTicketLink> = {}) => {
  const document = await idOf(path)
  const own: PastTicketLink = {
    document,
    ticket: { solved: text },
    how: "confirmed",
    text,
    at: new Date("2026-11-20"),
    ...change
  }
  return knowledge.db.transaction().execute((write) => linkPastTickets(write, [own]))
}
const ASKED = "The parcel waits behind the garden door"

test("the page that answered such a ticket comes first, and its text and passages stay its own", async () => {
  const before = await find(ASKED)
  expect(before.sources[0]?.title).not.toBe("Lost parcels")
  await link("carrier.md", ASKED)
  const after = await find(ASKED)
  expect(after.sources[0]?.title).toBe("Lost parcels")
  expect(after.sources[0]?.passage).toBe("If the carrier lost a parcel, we send the lamp again within nine days.")
  expect(JSON.stringify(after.sources)).not.toContain("behind")
  expect(after.passages).toBe(before.passages)
})

test("once the ticket is gone, search finds exactly what it found before", async () => {
  const before = await find(ASKED)
  await link("carrier.md", ASKED)
  await knowledge.db.transaction().execute((write) => removePastTickets(write, sql<boolean>`solved = ${ASKED}`))
  expect(await find(ASKED)).toEqual(before)
  expect(await knowledge.db.selectFrom("past_ticket_words").selectAll().execute()).toEqual([])
})

test("only stems of words that pages contain are stored, without names, placeholders and gaps", async () => {
  const text = customerText({
    subject: "Parcels of [PERSON_1]",
    messages: [
      {
        id: "1",
        role: "customer",
        author: "",
        at: "",
        text: "I am Zbigniew Kowalczyk of [a place], code 99-XYZ: the [ORDER_1] lamps never came to the garden."
      },
      { id: "2", role: "agent", author: "", at: "", text: "The counter has it." }
    ]
  })
  await link("carrier.md", text)
  const stored = await readPastTickets(knowledge.db, [await idOf("carrier.md")])
  expect([...stored.values()].flat().map((words) => words.split("\t")[0])).toEqual(["parcel code lamp garden"])
})

test("a page keeps its newest ten, and a ticket that is linked again replaces itself", async () => {
  for (let n = 1; n <= PAST_TICKETS_OF_PAGE + 3; n++)
    await link("carrier.md", `parcel ${n}`, { at: new Date(n * 1000), ticket: { solved: `t${n}` } })
  await link("carrier.md", "garden", { at: new Date(13_000), ticket: { solved: "t13" } })
  const rows = await knowledge.db.selectFrom("past_tickets").select("solved").orderBy("at").execute()
  expect(rows.map(({ solved }) => solved)).toEqual(Array.from({ length: PAST_TICKETS_OF_PAGE }, (_, n) => `t${n + 4}`))
  const counts = await countPastTickets(knowledge.db, ["team"], ["parcel", "garden"])
  expect([counts.tickets, counts.ticketsWith("parcel"), counts.ticketsWith("garden")]).toEqual([10, 9, 1])
})

test("a page that doesn't exist gets no past ticket", async () => {
  expect(await link("carrier.md", ASKED, { document: "team/nowhere.md" })).toBe(0)
})

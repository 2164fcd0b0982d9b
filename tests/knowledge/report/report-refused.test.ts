import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { reportLines } from "../../../src/relay/commands/knowledge.ts"
import type { FeedbackKind } from "../../../src/knowledge/feedback/feedback.ts"
import { NOW, page, pathsOf, reported } from "./report-help.ts"

let team: Awaited<ReturnType<typeof reported>>
let people: string[]
const opening = (hour: string) => ({
  "opening.md": page("Opening hours", `The shop opens at ${hour}.`),
  "returns.md": page("Returns", "Goods can be sent back within 30 days.")
})
beforeAll(async () => {
  team = await reported(opening("nine"))
  people = [randomUUID(), randomUUID()]
  for (const [n, id] of people.entries())
    await team.db
      .insertInto("people")
      .values({ id, name: `Kim ${n}`, role: "agent", groups: [], vault_key: Buffer.alloc(32), created_at: NOW })
      .execute()
})
afterAll(() => team.close())
beforeEach(() => team.db.deleteFrom("source_feedback").execute())

/** Records feedback about the opening hours on a ticket. Later calls are newer. */
let said = 0
async function say(kind: FeedbackKind, ticket: string, { person = 0, days = 1, times = 1 } = {}) {
  const { id: document, version } = await team.db
    .selectFrom("documents")
    .select(["id", "version"])
    .where("path", "like", "%opening.md")
    .executeTakeFirstOrThrow()
  for (let n = 0; n < times; n++) {
    const at = new Date(NOW.getTime() - days * 86_400_000 + said++ * 1000)
    await team.db
      .insertInto("source_feedback")
      .values({
        id: randomUUID(),
        document,
        kind,
        version,
        helpdesk: "zendesk",
        ticket_id: ticket,
        person: people[person] ?? "",
        at
      })
      .execute()
  }
}

test("a page that is left out three times on two tickets is named, with them and what would mend it", async () => {
  await say("not", "1", { times: 4 })
  await say("not", "2")
  expect(await team.find("refused")).toEqual([])
  await say("not", "2", { person: 1 })
  const found = await team.find("refused")
  expect(pathsOf(found)).toEqual(["opening"])
  expect(found[0]).toMatchObject({
    says: "Agents left this page out of drafts 3 times in the last 6 weeks, on 2 tickets, and never chose it.",
    tickets: [
      { helpdesk: "zendesk", ticketId: "2" },
      { helpdesk: "zendesk", ticketId: "1" }
    ]
  })
  const lines = reportLines(await team.report()).join("\n")
  expect(lines).toContain("Left out by agents: 1")
  expect(lines).toContain("Tickets: 2, 1\n    → Read it beside those tickets")
})

test("not where it is used as often, where an agent thought better of it, on one ticket alone, or long ago", async () => {
  for (const ticket of ["1", "2", "3"]) await say("not", ticket)
  for (const ticket of ["4", "5"]) await say("use", ticket)
  expect((await team.find("refused"))[0]?.says).toContain("and used it 2 times")
  await say("insert", "6")
  expect(await team.find("refused")).toEqual([])
  await team.db.deleteFrom("source_feedback").execute()
  for (const ticket of ["1", "2", "3"]) await say("not", ticket)
  await say("use", "3")
  expect(await team.find("refused")).toEqual([])
  await team.db.deleteFrom("source_feedback").execute()
  for (const person of [0, 1]) await say("not", "1", { person, times: 2 })
  for (const ticket of ["2", "3"]) await say("not", ticket, { days: 43 })
  expect(await team.find("refused")).toEqual([])
})

test("a page that was changed since has a new beginning", async () => {
  for (const ticket of ["1", "2", "3"]) await say("not", ticket)
  const [before] = await team.find("refused")
  await team.import(opening("ten"))
  expect(await team.find("refused")).toEqual([])
  for (const ticket of ["7", "8", "9"]) await say("not", ticket)
  const [after] = await team.find("refused")
  expect(after?.id).not.toBe(before?.id)
})

test("a page of which sentences are removed again and again is named, unless they are added as often", async () => {
  for (const ticket of ["1", "2", "3"]) await say("removed", ticket)
  expect(await team.find("refused")).toEqual([])
  const found = await team.find("taken-out")
  expect(pathsOf(found)).toEqual(["opening"])
  expect(found[0]?.says).toBe(
    "Agents removed sentences of this page from replies 3 times in the last 6 weeks, on 3 tickets, and never added any."
  )
  for (const ticket of ["4", "5", "6"]) await say("taken", ticket)
  expect(await team.find("taken-out")).toEqual([])
})

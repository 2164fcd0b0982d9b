import { afterAll, beforeAll, expect, test } from "vitest"
import type { Outcome } from "../../../src/protocol/outcome.ts"
import { Client, outcome, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { askQueue, save } from "./ask.ts"

let relay: TestRelay
let [tom, ann] = [new Client(""), new Client("")]
/** Five used ones, most changed last, then three others, one a day from 1 November. */
const CASES: Partial<Outcome>[] = [
  { editDistance: 0 },
  { editDistance: 0.2, language: "de" },
  { editDistance: 0.2, model: "offline" },
  { editDistance: 0.9, helpdesk: "zendesk" },
  { editDistance: 1 },
  { kind: "rejected", reasons: ["tone"], editDistance: 0.5 },
  { kind: "ignored", editDistance: 0.95, pipelineVersion: "v-other" },
  { sent: null, editDistance: null }
]
const ids: string[] = []
beforeAll(async () => {
  relay = await openRelay()
  tom = await Client.paired(relay)
  ann = await Client.paired(relay, "Ann", "lead")
  for (const [at, change] of CASES.entries()) {
    relay.time.now = new Date(Date.UTC(2026, 10, at + 1, 23, 59, 59, 999))
    const told = outcome({ ticketId: String(at), ...change })
    ids.push(told.outcomeId)
    await tom.post("/v1/outcomes", told)
  }
  await save(ann, ids[1] ?? "", {})
  await save(ann, ids[2] ?? "", { done: false })
})
afterAll(() => relay?.close())

const numbers = async (query: string) => (await askQueue(ann, query)).cases.map(({ caseId }) => ids.indexOf(caseId))

test.each([
  ["", [7, 6, 5, 4, 3, 2, 0]],
  ["state=all", [7, 6, 5, 4, 3, 2, 1, 0]],
  ["state=done", [1]],
  ["order=heavy&state=all", [4, 3, 2, 1, 0]],
  ["order=rejected", [5, 7, 6, 4, 3, 2, 0]],
  ["from=2026-11-03&to=2026-11-05", [4, 3, 2]],
  ["from=2026-11-08", [7]],
  ["to=2026-11-01", [0]],
  ["helpdesk=zendesk", [3]],
  ["language=de&state=all", [1]],
  ["model=offline", [2]],
  ["pipeline=v-other", [6]],
  ["result=unknown", [7]],
  ["result=light&state=all", [2, 1]],
  ["helpdesk=none", []],
  ["helpdesk=&language=", [7, 6, 5, 4, 3, 2, 0]]
])("queue?%s", async (query, expected) => expect(await numbers(query)).toEqual(expected))

test("counts are of the whole filter, whatever the page and the state", async () => {
  expect((await askQueue(ann, "limit=1")).counts).toEqual({ open: 7, done: 1 })
  expect((await askQueue(ann, "state=done&result=light")).counts).toEqual({ open: 1, done: 1 })
  expect((await askQueue(ann, "order=heavy")).counts).toEqual({ open: 4, done: 1 })
})

test.each(["newest", "heavy", "rejected", "random&seed=a"])(
  "order %s: page by page each case once, in the order of the whole list, though one comes in meanwhile",
  async (order) => {
    const query = `order=${order}&state=all&to=2026-11-09`
    const whole = await numbers(query)
    const paged: number[] = []
    let after = ""
    for (let page = 0; page < 10; page++) {
      const answer = await askQueue(ann, `${query}&limit=2&after=${after}`)
      paged.push(...answer.cases.map(({ caseId }) => ids.indexOf(caseId)))
      if (page === 0) {
        relay.time.now = new Date("2026-11-09T23:00:00Z")
        const late = outcome({ ticketId: crypto.randomUUID(), editDistance: 1 })
        await tom.post("/v1/outcomes", late)
      }
      if (answer.next === null) break
      after = answer.next
    }
    expect(paged.filter((at) => at !== -1)).toEqual(whole.filter((at) => at !== -1))
    await relay.db.deleteFrom("outcomes").where("id", "not in", ids).execute()
  }
)

test("a random order is the same for one seed and another for the next", async () => {
  const [one, again, other] = await Promise.all(
    ["one", "one", "two"].map((seed) => numbers(`order=random&state=all&seed=${seed}`))
  )
  expect(again).toEqual(one)
  expect(other).not.toEqual(one)
  expect(other?.toSorted()).toEqual(one?.toSorted())
})

test("what is no page, no order or no number is refused by name", async () => {
  const { next } = await askQueue(ann, "limit=1")
  const forged = Buffer.from(JSON.stringify(["' or 1=1", ids[0]])).toString("base64url")
  for (const query of ["after=x", `after=${forged}`, `order=heavy&after=${next}`, "after=W10"]) {
    expect(await refusalOf(ann.fetch(`/v1/review/queue?${query}`))).toMatchObject({
      status: 400,
      message: expect.stringContaining("after") as string
    })
  }
  expect(await refusalOf(ann.fetch("/v1/review/queue?order=worst"))).toMatchObject({
    status: 400,
    message: expect.stringContaining("order") as string
  })
  for (const limit of ["many", "0", "101", "1.5"])
    expect(await refusalOf(ann.fetch(`/v1/review/queue?limit=${limit}`))).toMatchObject({
      status: 400,
      message: expect.stringContaining("limit") as string
    })
  expect(await refusalOf(ann.fetch("/v1/review/queue?from=yesterday"))).toMatchObject({
    status: 400,
    message: expect.stringContaining("from") as string
  })
})

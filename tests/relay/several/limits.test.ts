import { afterAll, beforeAll, expect, test } from "vitest"
import { OFFLINE } from "../../../src/models/endpoint/models.ts"
import { modelsOf } from "../../models/endpoint.ts"
import { Client, draftRequest, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

/** What one person or address may do holds for all relays on a database together, whichever is asked. */
let relay: TestRelay
let other: Awaited<ReturnType<TestRelay["again"]>>
beforeAll(async () => {
  relay = await openRelay({ models: modelsOf([OFFLINE], { prepared: 5 }) })
  other = await relay.again()
})
afterAll(async () => {
  await other?.relay.close()
  await relay?.close()
})

async function atBoth(name: string): Promise<[Client, Client]> {
  const here = await Client.paired(relay, name)
  const there = new Client(other.url)
  there.token = here.token
  return [here, there]
}

test("a day's prepared drafts are used up together, also when all are asked for in one moment", async () => {
  const [here, there] = await atBoth("Tom")
  const answers = await Promise.all(
    Array.from({ length: 12 }, async (_, n) => {
      const response = await (n % 2 === 0 ? here : there).post("/v1/drafts", draftRequest({ prepared: true }))
      const text = await response.text()
      return response.status === 200 ? "begun" : text
    })
  )
  const refused = answers.filter((answer) => answer !== "begun")
  expect(answers.length - refused.length).toBeLessThanOrEqual(5)
  expect(refused.filter((answer) => !/budget-prepared|too-many-drafts/.test(answer))).toEqual([])
  // What was refused because six were under way counts for nothing, so the rest can still be had.
  for (let n = 0; n < 6; n++) await (await there.post("/v1/drafts", draftRequest({ prepared: true }))).text()
  const budget = await (await here.fetch("/v1/budget")).json()
  expect(budget).toMatchObject({ prepared: { used: 5, limit: 5 } })
  expect(await refusalOf(there.post("/v1/drafts", draftRequest({ prepared: true })))).toMatchObject({
    code: "budget-prepared"
  })
})

test("wrong pairing codes at one relay slow the same address down at the other", async () => {
  const from = { headers: { "x-forwarded-for": "198.51.100.9" } }
  const guess = (url: string, n: number) =>
    new Client(url).post("/v1/pair", { code: `WRNG${String(n).padStart(4, "0")}` }, from)
  for (let n = 0; n < 10; n++) expect((await guess(n % 2 === 0 ? relay.url : other.url, n)).status).toBe(403)
  expect((await guess(relay.url, 10)).status).toBe(429)
  expect((await guess(other.url, 11)).status).toBe(429)
})

test("searches are counted together", async () => {
  const [here, there] = await atBoth("Mia")
  const search = (client: Client) => client.post("/v1/knowledge/search", { query: "parcel", helpdesk: "sample" })
  const statuses: number[] = []
  for (let n = 0; n < 122; n++) statuses.push((await search(n % 2 === 0 ? here : there)).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(120)
  expect(statuses.slice(-2)).toEqual([429, 429])
})

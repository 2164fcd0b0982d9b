import { setTimeout as wait } from "node:timers/promises"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { createFairQueue } from "../../../src/relay/access/fair-queue.ts"
import { networkOf } from "../../../src/relay/access/transport.ts"
import { soon } from "../../soon.ts"
import { Client, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
let client: Client
beforeAll(async () => {
  relay = await openRelay()
  client = new Client(relay.url)
})
afterAll(() => relay?.close())
beforeEach(() => (relay.time.now = new Date(relay.time.now.getTime() + 120_000)))

/** Loopback is the proxy beside the relay: what it tells of where a request came from is believed. */
const tryCode = (code: string, from: string) =>
  client.post("/v1/pair", { code }, { headers: { "x-forwarded-for": from } })
const guess = (n: number) => `WRNG${String(n).padStart(4, "0")}`
const timed = async (answer: Promise<Response>) => {
  const began = performance.now()
  return { status: (await answer).status, ms: performance.now() - began }
}

test("while 500 wrong codes come from five addresses, a right one gets in within a second, from another address and from a guesser's own", async () => {
  const [fromElsewhere, fromTheirOwn] = [await relay.pair("agent", "Mia"), await relay.pair("agent", "Ben")]
  const codes = Array.from({ length: 500 }, (_, n) => n).values()
  const statuses: number[] = []
  // A hundred under way at any time: each guesser tries the next as soon as one is answered.
  const guessers = Array.from({ length: 100 }, async () => {
    for (const n of codes) statuses.push((await tryCode(guess(n), `198.51.100.${n % 5}`)).status)
  })
  await soon(() => expect(statuses.length).toBeGreaterThan(50))
  const right = await Promise.all([
    timed(tryCode(fromElsewhere, "203.0.113.7")),
    timed(tryCode(fromTheirOwn, "198.51.100.3"))
  ])
  expect(right.map(({ status }) => status)).toEqual([200, 200])
  for (const { ms } of right) expect(ms).toBeLessThan(1000)
  await Promise.all(guessers)
  expect(statuses).toHaveLength(500)
  expect(new Set(statuses)).toEqual(new Set([403, 429]))
  // Ten a minute and address are answered at once, give or take those that were looked up together.
  expect(statuses.filter((status) => status === 403).length).toBeLessThanOrEqual(5 * (10 + 4))
  const after = await Promise.all(
    [await relay.pair("agent", "Zoe"), await relay.pair("agent", "Kim")].map((code, n) =>
      timed(tryCode(code, `198.51.100.${n}`))
    )
  )
  expect(after.map(({ status }) => status)).toEqual([200, 200])
  for (const { ms } of after) expect(ms).toBeLessThan(1000)
})

test("after ten wrong codes a minute the wrong answer comes slowly, and the minute ends though the guessing goes on", async () => {
  const from = "198.51.100.77"
  for (let n = 0; n < 10; n++) expect((await tryCode(guess(n), from)).status).toBe(403)
  const began = performance.now()
  expect(await refusalOf(tryCode(guess(10), from))).toMatchObject({
    status: 429,
    code: "too-many-tries",
    retryable: true,
    message: expect.stringMatching(/right code still works/i)
  })
  expect(performance.now() - began).toBeGreaterThan(900)
  relay.time.now = new Date(relay.time.now.getTime() + 50_000)
  expect((await tryCode(guess(11), from)).status).toBe(429)
  relay.time.now = new Date(relay.time.now.getTime() + 11_000)
  expect((await tryCode(guess(12), from)).status).toBe(403)
})

test("the same wrong code again is no further guess, and one that was good once counts for nothing", async () => {
  const from = "198.51.100.78"
  const used = await relay.pair("agent", "Una")
  expect((await tryCode(used, from)).status).toBe(200)
  for (let n = 0; n < 12; n++) expect((await tryCode("SAME-CODE", from)).status).toBe(403)
  for (let n = 0; n < 12; n++)
    expect(await refusalOf(tryCode(used, from))).toMatchObject({ status: 403, code: "code-used" })
  for (let n = 0; n < 9; n++) expect((await tryCode(guess(n), from)).status).toBe(403)
  expect((await tryCode(guess(9), from)).status).toBe(429)
})

test("the addresses of one IPv6 network are one", () => {
  expect(new Set(["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:0db8:0001:0002:0:0:0:1"].map(networkOf)).size).toBe(
    1
  )
  expect(networkOf("2001:db8:1:3::1")).not.toBe(networkOf("2001:db8:1:2::1"))
  expect([networkOf("198.51.100.7"), networkOf("::ffff:198.51.100.7"), networkOf("")]).toEqual([
    "198.51.100.7",
    "198.51.100.7",
    ""
  ])
})

describe("turns", () => {
  test("who comes with one waits for one of each other, not for all of theirs; what fails gives its turn back", async () => {
    const turn = createFairQueue({ atOnce: 1, leastMs: 1 })
    const done: string[] = []
    const flood = Array.from({ length: 50 }, (_, n) =>
      turn("a", async () => {
        done.push("a")
        if (n % 2) throw new Error("it broke")
      }).catch(() => undefined)
    )
    await wait(1)
    await turn("b", async () => void done.push("b"))
    expect(done.indexOf("b")).toBeLessThan(10)
    await Promise.all(flood)
    expect(done.filter((one) => one === "a")).toHaveLength(50)
  })

  test("no more than a thousand begin in a second, and what waits is bounded", async () => {
    const turn = createFairQueue({ mostWaiting: 20 })
    const began = performance.now()
    const tried = await Promise.allSettled(
      Array.from({ length: 200 }, (_, n) => turn(`${n % 5}`, async () => undefined))
    )
    const done = tried.filter(({ status }) => status === "fulfilled").length
    expect(done).toBeGreaterThan(90)
    expect(done).toBeLessThan(200)
    expect((performance.now() - began) / done).toBeGreaterThan(0.9)
  })
})

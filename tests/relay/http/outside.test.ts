import { randomUUID } from "node:crypto"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createLog } from "../../../src/runtime/log.ts"
import { NO_MODELS } from "../../../src/models/endpoint/models.ts"
import { openApi } from "../../../src/relay/server/openapi.ts"
import { Client, outcome } from "../help/client.ts"
import { attacks, type Attack } from "../help/outside.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
let ada: Client
const logged: string[] = []
beforeAll(async () => {
  relay = await openRelay({ models: NO_MODELS, log: createLog((line) => void logged.push(line)) })
  ada = await Client.paired(relay, "Ada", "admin")
})
afterAll(() => relay?.close())

/** How many of them a run asks; all of them in a soak. */
const SOME = 500
/** A new id with each request: a repeat is answered out of what is stored. */
const RIGHT_ID = /00000000-0000-4000-8000-000000000000/

async function ask({ method, path, body }: Attack, at: number): Promise<number> {
  // Who asks too often within a minute is answered 429, and nothing of it is looked at.
  if (at % 50 === 0) relay.time.now = new Date(relay.time.now.getTime() + 61_000)
  const sent = body?.replace(RIGHT_ID, randomUUID())
  const response = await ada.fetch(path.replace(RIGHT_ID, randomUUID()), {
    method,
    ...(sent === undefined ? {} : { body: sent, headers: { "content-type": "application/json" } })
  })
  await response.text()
  return response.status
}

/** A sign-out ends the token that everything else is asked with. */
const all = attacks(openApi(), (route) => route === "POST /v1/sign-out")

test(
  "what lies outside of any field of any route, or at its edge, is never answered by 500",
  async () => {
    const some = process.env["REPLYWRIGHT_SOAK"]
      ? all
      : (fc.sample(fc.shuffledSubarray(all, { minLength: SOME, maxLength: SOME }), { seed: 20261123, numRuns: 1 })[0] ??
        [])
    expect(some.length).toBeGreaterThanOrEqual(SOME)
    expect(all.length).toBeGreaterThanOrEqual(10_000)
    const failed: string[] = []
    const statuses = new Map<number, number>()
    for (const [at, attack] of some.entries()) {
      const status = await ask(attack, at)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status >= 500)
        failed.push(
          `${status} ${attack.method} ${attack.path.slice(0, 200)} ${attack.where}: ${(attack.body ?? "").slice(0, 300)}`
        )
    }
    expect(failed).toEqual([])
    // Many were taken, many refused: else nothing of it was put to the test.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(SOME / 20)
    expect(statuses.get(400) ?? 0).toBeGreaterThan(SOME / 3)
    expect(logged.filter((line) => /"error"/.test(line))).toEqual([])
  },
  process.env["REPLYWRIGHT_SOAK"] ? 1_800_000 : 120_000
)

test.each<[string, () => Promise<Response>]>([
  ["a revision beyond the database's", () => ada.post("/v1/outcomes", outcome({ revision: 2_147_483_648 }))],
  ["half a blank", () => ada.post("/v1/outcomes", outcome({ filledBlanks: 1.5 }))],
  ["1e300 blanks", () => ada.post("/v1/outcomes", outcome({ filledBlanks: 1e300 }))],
  [
    "a version of the masking rules beyond the database's",
    () => ada.post("/v1/masking-rules/undo", { version: 0, to: 2_147_483_648 })
  ],
  ["a day before there were any", () => ada.fetch("/v1/admin/usage?from=0000-01-01")],
  ["a day after all", () => ada.fetch("/v1/review/queue?to=9999-12-31")]
])("%s is a mistake of whoever asks", async (_, asking) => {
  expect((await asking()).status).toBe(400)
})

test("at its edges everything is taken", async () => {
  expect(
    (await ada.post("/v1/outcomes", outcome({ revision: 2_147_483_647, filledBlanks: 2_147_483_647 }))).status
  ).toBe(200)
  expect((await ada.fetch("/v1/admin/usage?from=2000-01-01&to=2099-12-31")).status).toBe(200)
  expect((await ada.fetch("/v1/review/figures?from=2000-01-01&to=2099-12-31")).status).toBe(200)
})

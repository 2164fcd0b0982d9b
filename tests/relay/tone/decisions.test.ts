import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { ToneDecision } from "../../../src/protocol/outcome.ts"
import { toneDecisionsAnswer } from "../../../src/protocol/tone.ts"
import { Client } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
let [tom, ana, lea] = [new Client(""), new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay()
  ;[tom, ana, lea] = [
    await Client.paired(relay, "Tom"),
    await Client.paired(relay, "Ana"),
    await Client.paired(relay, "Lea", "lead")
  ]
})
afterAll(() => relay?.close())

function decide(who: Client, rule: string, decision: ToneDecision["decision"], id = randomUUID()): Promise<Response> {
  relay.time.now = new Date(relay.time.now.getTime() + 1000)
  return who.post("/v1/tone/decisions", { id, rule, decision })
}
const counts = async () => toneDecisionsAnswer.parse(await (await lea.fetch("/v1/review/tone")).json()).rules

test("leads see by rule how often agents called a finding fine, and how many hide the rule now", async () => {
  const id = randomUUID()
  expect((await decide(tom, "jargon", "fine-here", id)).status).toBe(204)
  await decide(tom, "jargon", "fine-here", id)
  await decide(ana, "jargon", "fine-here")
  await decide(tom, "shouting", "never-again")
  await decide(ana, "shouting", "never-again")
  await decide(ana, "shouting", "show-again")
  await decide(ana, "coldness", "never-again")
  await decide(ana, "coldness", "show-again")
  expect(await counts()).toEqual([
    { rule: "shouting", fineHere: 0, agents: 0, hiddenBy: 1 },
    { rule: "jargon", fineHere: 2, agents: 2, hiddenBy: 0 }
  ])
})

test("what was decided more than 90 days ago isn't counted", async () => {
  await relay.db
    .updateTable("tone_decisions")
    .set({ at: new Date("2020-01-01T00:00:00Z") })
    .execute()
  expect(await counts()).toEqual([])
})

test("words in place of a rule's name are refused, and agents don't see the counts", async () => {
  expect((await decide(tom, "You should have read it", "fine-here")).status).toBe(400)
  expect((await tom.fetch("/v1/review/tone")).status).toBe(403)
})

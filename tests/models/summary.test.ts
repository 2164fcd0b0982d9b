import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { RelayEvent } from "../../src/protocol/relay.ts"
import { OFFLINE } from "../../src/models/endpoint/models.ts"
import { usageSums } from "../../src/relay/admin/usage.ts"
import { Client, eventsOf, restOf, SITE } from "../relay/help/client.ts"
import { openRelay, type TestRelay } from "../relay/help/relay.ts"
import { startModelDouble, type ModelDouble } from "./double.ts"
import { endpointOf, modelsOf } from "./endpoint.ts"
import { jobOf, message } from "./job.ts"

let server: ModelDouble
let relay: TestRelay
let tom: Client
beforeAll(async () => {
  server = await startModelDouble()
  const models = modelsOf([OFFLINE])
  relay = await openRelay({
    models: { ...models, tasks: { ...models.tasks, summary: [endpointOf("small", server.url), OFFLINE] } }
  })
  tom = await Client.paired(relay)
})
afterAll(async () => {
  await relay?.close()
  await server?.close()
})

const { ticket } = jobOf({
  messages: [
    message("m1", "Can I still send my lamp back? I bought it on 3 October for 49.90 euro."),
    message("m2", "Yes. I send you a label tomorrow.", { role: "agent", author: "[PERSON_2]" }),
    message("m3", "I looked into my mail and there is no label. When does it come?")
  ]
}).request

async function summary(answer: string): Promise<{ lines: string[][]; end: RelayEvent | undefined }> {
  server.next({ kind: "text", text: answer, pieces: 5 })
  const events = await restOf(
    eventsOf(await tom.post("/v1/summaries", { summaryId: randomUUID(), ticket: { ...ticket, site: SITE } }))
  )
  const lines = events.flatMap((event) =>
    event.type === "summary-line" ? [[event.line.kind, event.line.text, event.line.messageId ?? []].flat()] : []
  )
  return { lines, end: events.at(-1) }
}

test("a model's lines, each with its message, and nothing of the thread but masked text goes out", async () => {
  const { lines, end } = await summary(
    "WANTS #1 [PERSON_1] wants to send the lamp back.\n**Tried** #3: Looked into the mail.\n- PROMISED #2 A label tomorrow.\nOPEN #3 When the label comes.\n"
  )
  expect(lines).toEqual([
    ["wants", "[PERSON_1] wants to send the lamp back.", "m1"],
    ["tried", "Looked into the mail.", "m3"],
    ["promised", "A label tomorrow.", "m2"],
    ["open", "When the label comes.", "m3"]
  ])
  expect(end).toMatchObject({ type: "summary-end", model: "small-model", language: "en" })
  const [{ content: rules }, { content: thread }] = JSON.parse(
    (await server.request(server.requests.length - 1)).body
  ).messages
  const boundary = /boundary ([0-9a-f]{16})/.exec(rules)?.[1] ?? ""
  expect(thread).toContain(`| ${boundary} agent #2 [PERSON_2], `)
  expect(rules).not.toContain("lamp")
  await relay.counted()
  const day = relay.time.now.toISOString().slice(0, 10)
  expect((await usageSums(relay.db, { from: day, to: day })).task).toMatchObject([
    { name: "summary", requests: 1, in: 11, out: 7 }
  ])
})

test.each([
  ["a figure that stands nowhere", "WANTS #1 The lamp cost 59.90 euro.\nTRIED #3 Looked into the mail."],
  ["a date that stands nowhere", "WANTS #1 Bought on 4 October.\nTRIED #3 Looked into the mail."],
  ["a link that stands nowhere", "WANTS #1 See https://evil.example/x\nTRIED #3 Looked into the mail."],
  ["a message that isn't there", "WANTS #9 The lamp.\nTRIED #3 Looked into the mail."],
  ["an agent's promise read from a customer", "PROMISED #1 A refund.\nTRIED #3 Looked into the mail."],
  [
    "talk around the lines",
    "Sure! Here is the summary:\n\nTRIED #3 Looked into the mail.\n\nLet me know if you need more."
  ]
])("%s is left out; a kind with nothing is told as empty", async (_what, answer) => {
  expect((await summary(answer)).lines).toEqual([
    ["wants", ""],
    ["tried", "Looked into the mail.", "m3"],
    ["promised", ""],
    ["open", ""]
  ])
})

test("where no line is left, or the model fails, the offline summary answers", async () => {
  for (const answer of ["I can't help with that.", ""]) {
    const { lines, end } = await summary(answer)
    expect(end).toMatchObject({ type: "summary-end", model: "offline" })
    expect(lines.map(([kind]) => kind)).toEqual(expect.arrayContaining(["wants", "tried", "promised", "open"]))
  }
})

test("without the offline one last, what went wrong is told", async () => {
  const models = modelsOf([OFFLINE])
  const alone = await relay.again({ ...models, tasks: { ...models.tasks, summary: [endpointOf("small", server.url)] } })
  server.next({ kind: "status", status: 401 })
  const anna = await Client.paired({ ...relay, url: alone.url })
  const events = await restOf(
    eventsOf(await anna.post("/v1/summaries", { summaryId: randomUUID(), ticket: { ...ticket, site: SITE } }))
  )
  expect(events).toMatchObject([{ type: "draft-error", code: "model-refused", retryable: false }])
  await alone.relay.close()
})

import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { sql } from "kysely"
import type { SitedDraftRequest } from "../../../src/protocol/relay.ts"
import { usageAnswer } from "../../../src/protocol/admin.ts"
import { unmaskedData } from "../../../src/protocol/unmasked.ts"
import { createLog } from "../../../src/runtime/log.ts"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import { asked } from "../admin/ask.ts"
import { Client, draftRequest, eventsOf, outcome, restOf, stillSignedIn } from "../help/client.ts"
import { pipelineOf, writing } from "../help/pipelines.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { put, save } from "../review/ask.ts"
import { rulesAnswer } from "../../../src/protocol/routes/masking-rules.ts"

const CARD = "4111 1111 1111 1111"
const IBAN = "DE89 3704 0044 0532 0130 00"
const EMAIL = "anna@post.example"

let relay: TestRelay
let [tom, lea, ada] = [new Client(""), new Client(""), new Client("")]
const logged: string[] = []
beforeAll(async () => {
  relay = await openRelay({
    log: createLog((line) => void logged.push(line)),
    pipeline: pipelineOf(writing("Write to maria@lumen.example."))
  })
  tom = await Client.paired(relay, "Tom")
  lea = await Client.paired(relay, "Lea", "lead")
  ada = await Client.paired(relay, "Ada", "admin")
})
afterAll(() => relay?.close())

async function refused(answer: Promise<Response>) {
  const response = await answer
  const text = await response.text()
  for (const value of [CARD, IBAN, EMAIL]) expect(text).not.toContain(value)
  expect(response.status, text).toBe(422)
  const { error, found } = unmaskedData.parse(JSON.parse(text))
  expect(error).toMatchObject({ code: "unmasked-data", retryable: false })
  return { message: error.message, found: found.map(({ field, kind }) => `${field} ${kind}`) }
}

/** Everything that is stored, as text. */
async function everything(): Promise<string> {
  const { rows } = await sql<{
    name: string
  }>`select table_name as name from information_schema.tables where table_schema = 'public'`.execute(relay.db)
  const whole = await Promise.all(rows.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(relay.db)))
  return JSON.stringify(whole.map((one) => one.rows))
}

const { ticket } = draftRequest()
const [message] = ticket.messages
const withMessage = (change: object) => ({ ...ticket, messages: message ? [message, { ...message, ...change }] : [] })

test.each<[string, Partial<SitedDraftRequest>, string[]]>([
  ["a message", { ticket: withMessage({ text: `It is ${CARD}, really.` }) }, ["ticket.messages[1].text card"]],
  ["an author", { ticket: withMessage({ author: EMAIL }) }, ["ticket.messages[1].author email"]],
  [
    "a file's name",
    { ticket: withMessage({ attachments: ["a.pdf", `${EMAIL}.pdf`] }) },
    ["ticket.messages[1].attachments[1] email"]
  ],
  [
    "the subject and a tag",
    { ticket: { ...ticket, subject: IBAN, tags: ["vip", EMAIL] } },
    ["ticket.subject iban", "ticket.tags[1] email"]
  ],
  [
    "a field and its name",
    { ticket: { ...ticket, fields: { Order: CARD, [EMAIL]: "x" } } },
    ["ticket.fields card", "ticket.fields email"]
  ],
  [
    "who asks and who answers",
    { ticket: { ...ticket, requester: EMAIL, agent: EMAIL } },
    ["ticket.requester email", "ticket.agent email"]
  ],
  [
    "say what to change",
    { instruction: `Tell ${EMAIL}`, previous: `Paid to ${IBAN}.` },
    ["instruction email", "previous iban"]
  ]
])("a draft with something unmasked in %s is refused by field and kind", async (_, change, found) => {
  const request = draftRequest(change)
  expect((await refused(tom.post("/v1/drafts", { ...request, prepared: true }))).found).toEqual(found)
  if (change.ticket)
    expect(
      (await refused(tom.post("/v1/summaries", { summaryId: randomUUID(), ticket: change.ticket }))).found
    ).toEqual(found)
  expect((await tom.fetch(`/v1/drafts/${request.draftId}/upstream`)).status).toBe(404)
})

test("the sentence names field and kind, and what to do", async () => {
  const { message: said } = await refused(tom.post("/v1/drafts", draftRequest({ instruction: `${EMAIL} ${EMAIL}` })))
  expect(said).toBe(
    "instruction holds an e-mail address that is not masked. Nothing of the request was stored. Mask it in the browser and send it again."
  )
})

test("an outcome is refused for what was sent and for the note, and taken once it is masked, under the same id", async () => {
  const told = outcome({ ticketId: "2001", sent: `We paid it to ${IBAN}.`, note: `ask ${EMAIL}` })
  expect((await refused(tom.post("/v1/outcomes", told))).found).toEqual(["sent iban", "note email"])
  expect(
    await (await tom.post("/v1/outcomes", { ...told, sent: "We paid it to [IBAN_1].", note: "ask [EMAIL_1]" })).json()
  ).toEqual({ outcomeId: told.outcomeId, stored: true })
})

test("a lead's note on a case is looked at too", async () => {
  const told = outcome({ ticketId: "2002" })
  await tom.post("/v1/outcomes", told)
  expect((await refused(put(lea, told.outcomeId, { note: `Card ${CARD} was in it` }))).found).toEqual(["note card"])
  expect(await save(lea, told.outcomeId, { note: "Card [CARD] was in it" })).toMatchObject({ version: 1 })
})

test("what the relay itself wrote comes back in an outcome: an article's address passes there, and nowhere else", async () => {
  const request = draftRequest({ ticket: { ...draftRequest().ticket, ticketId: "2003" } })
  await restOf(eventsOf(await tom.post("/v1/drafts", request)))
  const told = outcome({
    draftId: request.draftId,
    ticketId: "2003",
    draft: "Write to maria@lumen.example.",
    sent: "Write to [EMAIL_1]."
  })
  expect((await refused(tom.post("/v1/outcomes", { ...told, sent: told.draft }))).found).toEqual(["sent email"])
  expect((await refused(tom.post("/v1/outcomes", { ...told, draft: `${told.draft} Or ${EMAIL}.` }))).found).toEqual([
    "draft email"
  ])
  expect((await refused(tom.post("/v1/outcomes", { ...told, draftId: randomUUID() }))).found).toEqual(["draft email"])
  expect(await (await tom.post("/v1/outcomes", told)).json()).toMatchObject({ stored: true })
})

test("ids and numbers that are no card pass", async () => {
  const numbers = draftRequest({
    ticket: {
      ...ticket,
      version: "41111111111111",
      messages: message
        ? [
            {
              ...message,
              id: "41111111111111",
              text: "Order 123456789015, mistyped 4111 1111 1111 1112, [CARD_1] and DE88 3704 0044 0532 0130 00."
            }
          ]
        : []
    }
  })
  expect((await tom.post("/v1/drafts", numbers)).status).toBe(200)
})

test("the team's own words pass while they stand in its list", async () => {
  const words = { mode: "strict", keep: [EMAIL, IBAN], names: [] }
  const set = async (body: object) =>
    asked(
      rulesAnswer,
      ada.fetch("/v1/masking-rules", {
        method: "PUT",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" }
      })
    )
  const { version } = await set({ ...words, version: 0 })
  expect((await tom.post("/v1/drafts", draftRequest({ instruction: `Name ${EMAIL} and ${IBAN}` }))).status).toBe(200)
  await set({ ...words, keep: [], version })
  await refused(tom.post("/v1/drafts", draftRequest({ instruction: `Name ${EMAIL}` })))
})

test("nothing of what was refused is stored or logged; an admin sees how many a day, by kind", async () => {
  relay.time.now = new Date("2026-11-21T10:00:00Z")
  await stillSignedIn(relay)
  for (const instruction of [CARD, `${CARD} ${EMAIL} ${EMAIL}`])
    await refused(tom.post("/v1/drafts", draftRequest({ instruction })))
  const stored = await everything()
  for (const value of [CARD, "maria@lumen.example and"]) expect(stored).not.toContain(value)
  expect(logged.join("\n")).not.toMatch(/4111|3704|post\.example/)
  const { unmasked } = usageAnswer.parse(await (await ada.fetch("/v1/admin/usage")).json())
  expect(unmasked.slice(0, 2)).toEqual([
    { day: "2026-11-21", kind: "card", requests: 2 },
    { day: "2026-11-21", kind: "email", requests: 1 }
  ])
  expect(unmasked.slice(2).map(({ day, kind }) => `${day} ${kind}`)).toEqual([
    "2026-11-20 card",
    "2026-11-20 email",
    "2026-11-20 iban"
  ])
  expect((await lea.fetch("/v1/admin/usage")).status).toBe(403)
})

test("refused all the same where it can't be counted; counts go when their days are over", async () => {
  await deleteOld(relay.db, 90, new Date("2027-02-19T10:00:00Z"))
  const { unmasked } = usageAnswer.parse(
    await (await ada.fetch("/v1/admin/usage?from=2026-11-01&to=2026-11-30")).json()
  )
  expect(new Set(unmasked.map(({ day }) => day))).toEqual(new Set(["2026-11-21"]))
  await sql`drop table unmasked_requests`.execute(relay.db)
  await refused(tom.post("/v1/drafts", draftRequest({ instruction: CARD })))
  expect(logged.some((line) => line.includes("unmasked-not-counted"))).toBe(true)
})

import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { NO_MODELS } from "../../../src/models/endpoint/models.ts"
import { createUsageBook } from "../../../src/models/usage/usage-book.ts"
import { runImport } from "../../../src/knowledge/import/run-import.ts"
import { ticketDocument } from "../../../src/ingest/sources/tickets/solved-document.ts"
import { adaptReply } from "../../../src/relay/drafting/offline/solved/adapt-reply.ts"
import { likeness } from "../../../src/relay/drafting/offline/solved/leading-reply.ts"
import { VOICES } from "../../../src/relay/drafting/voices/voice.ts"
import { assemblePipeline } from "../../../src/relay/server/assemble-pipeline.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import type { Language } from "../../../src/text/languages.ts"
import { openKnowledge, signal } from "../../knowledge/help/database.ts"
import { person, ticket } from "../../knowledge/help/tickets.ts"
import { runDraft } from "../help/run-draft.ts"

const QUESTION = "The glow tube in my terrarium flickers green since the eclipse. What shall I do with it?"
const REPLY =
  "Hello [a name],\n\nA green flicker means that the tube is too warm. I have refunded £14 to your card. Move the lid two fingers up and leave it open until Friday.\n\nPlease write to us with the number 5512 if it goes on. See https://glow.example/tube for more.\n\nKind regards\n[a name]"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  const documents = [
    ticketDocument({
      id: "t1",
      path: "Ticket t1",
      pair: { subject: "Green flicker", question: QUESTION, reply: REPLY, tags: [] },
      locale: "en",
      replied: "2026-10-02T08:00:00Z"
    }),
    ticketDocument({
      id: "t2",
      path: "Ticket t2",
      pair: { subject: "Shipping", question: "Do you ship to Malta?", reply: "We ship to Malta every week.", tags: [] },
      locale: "en",
      replied: "2026-10-03T08:00:00Z"
    }),
    {
      id: "a1",
      path: "a1",
      title: "Opening hours",
      kind: "article" as const,
      locale: "en",
      visibility: "public" as const,
      groups: [],
      body: "The shop is open from nine to five, and closed on public holidays.",
      changed: "2026-09-01"
    }
  ]
  await runImport(
    knowledge.db,
    {
      kind: "test",
      collection: "solved",
      label: "solved",
      async *read() {
        for (const document of documents) yield { type: "document" as const, document }
        yield { type: "end" as const, all: true as const }
      }
    },
    { origin: "team", signal, log: silentLog }
  )
})
afterAll(() => knowledge.close())

const draftOf = (what: MaskedTicket, more = {}) =>
  runDraft(
    assemblePipeline(NO_MODELS, knowledge.db, createUsageBook(knowledge.db, silentLog)),
    { ...what, helpdesk: "zendesk" },
    { person: person("agents"), ...more }
  )

describe("the reply to a solved ticket", () => {
  test("leads where nearly the same was asked and no page answers, without what was that customer's", async () => {
    const { end, sources } = await draftOf(ticket("Green flicker", `${QUESTION} It is on the shelf.`))
    const solved = sources.find(({ kind }) => kind === "ticket")
    expect(end.answer).toMatchObject({ tier: "sure", mainSource: solved?.n })
    expect(end.text).toMatch(
      /A green flicker means that the tube is too warm\. Move the lid two fingers up and leave it open until \[\[date\]\]\.\n\nPlease write to us with the number \[\[number\]\] if it goes on\./
    )
    expect(end.text).not.toMatch(/refunded|£14|5512|glow\.example|Friday/)
    expect(end.questions.map(({ blank }) => blank)).toEqual(["date", "number"])
    expect(end.answer?.notReused).toEqual([
      "I have refunded £14 to your card.",
      "See https://glow.example/tube for more."
    ])
  })

  test.each([
    ["something else was asked", ticket("Lid", "How heavy is the lid of the terrarium?"), {}],
    ["another choice is wanted", ticket("Green flicker", QUESTION), { attempt: 1 }],
    ["the ticket is in another language", ticket("Vert", "Le tube clignote en vert depuis l'éclipse. Que faire ?"), {}]
  ])("stays in its card where %s", async (_, what, more) => {
    expect((await draftOf(what, more)).end.text).not.toContain("A green flicker means")
  })
})

test("a value that ticket or page have too stays", () => {
  const { text } = adaptReply("It costs £9 and takes 3 days.", ["The lid is £9."], "en", VOICES.en)
  expect(text).toBe("It costs £9 and takes [[how long]].")
})

test.each<[Language, string, string]>([
  [
    "de",
    "Der Betrag von 14 € wurde erstattet. Öffnen Sie den Deckel bis Freitag.",
    "Öffnen Sie den Deckel bis [[Datum]]."
  ],
  ["fr", "Le colis est en route. Ouvrez le couvercle pendant 3 jours.", "Ouvrez le couvercle pendant [[durée]]."],
  ["es", "Su pedido ha sido enviado. Abra la tapa durante 3 días.", "Abra la tapa durante [[plazo]]."],
  ["pt", "A encomenda foi enviada. Abra a tampa durante 3 dias.", "Abra a tampa durante [[prazo]]."],
  ["ja", "昨日発送しました。3日間ふたを開けてください。", "[[期間]]ふたを開けてください。"]
])("%s: what was done there goes, its values are blanks", (language, reply, adapted) => {
  expect(adaptReply(reply, [], language, VOICES[language]).text).toBe(adapted)
})

test("the likeness of two questions weighs rare words more, and is 1 for the same", () => {
  const idf = new Map(Object.entries({ tube: 3, green: 2, the: 0.1 }))
  expect(likeness(new Set(["tube", "green"]), new Set(["tube", "green"]), idf)).toBeCloseTo(1)
  expect(likeness(new Set(["tube", "the"]), new Set(["tube", "green"]), idf)).toBeGreaterThan(
    likeness(new Set(["tube", "the"]), new Set(["green", "the"]), idf)
  )
  expect(likeness(new Set(), new Set(["tube"]), idf)).toBe(0)
})

import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { importFolder } from "../../../../src/knowledge/import/import-folder.ts"
import { openKnowledge, signal } from "../../../knowledge/help/database.ts"
import { sampleTicket, ticket } from "../../../knowledge/help/tickets.ts"
import { draftOver } from "../offline-answer.ts"
import { draft, source } from "../offline-help.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  const folder = join(import.meta.dirname, "../../../../demo/knowledge")
  await importFolder(knowledge.db, folder, { origin: "sample", collection: "sample", signal })
})
afterAll(() => knowledge.close())

test("a question of which the page on the product says nothing is answered from another one: ticket 1004", async () => {
  const { text } = await draftOver(knowledge, sampleTicket("1004"))
  expect(text).toContain(
    "If it arrived cracked, we send it free of charge.\n\nKeep the box and the packaging for ten days."
  )
})

test("a question of which the letter says nothing is answered from the same page: ticket 1006", async () => {
  const { text } = await draftOver(knowledge, sampleTicket("1006"), { language: "pt" })
  expect(text).toContain("Pode devolver a sua compra nos 30 dias seguintes à entrega")
})

const TANK =
  "A cracked tank is a spare part for €24.90. We send a new tank within two days. Fit the tank until it clicks."
const sources = (other: string) => [
  source(1, "en", "Tank of the machine", TANK),
  source(2, "en", "Parcels", other, { score: 0.5 })
]
const asked = (question: string) => ticket("Cracked tank", `My tank is cracked. How do I get a new tank? ${question}`)

const DENIED = "Parcels are insured against loss.\n\nNot covered\n\n- The carton\n- The tape\n\nWe collect them."

test("only a sentence that speaks of most of it answers", async () => {
  const parcels = "Keep the carton for ten days. We collect parcels on workdays."
  const { text } = await draft(asked("And the carton?"), "en", sources(parcels))
  expect(text).toContain("Keep the carton for ten days.")
  expect(text).not.toContain("workdays")
  const other = await draft(asked("And the carton with the torn yellow wrapping foil?"), "en", sources(parcels))
  expect(other.text).not.toContain("carton")
})

test("one question takes no second page, and a denied item doesn't answer alone", async () => {
  const parcels = "Keep the carton for ten days."
  const { text } = await draft(
    ticket("Cracked tank", "My tank is cracked. How do I get a new tank?"),
    "en",
    sources(parcels)
  )
  expect(text).not.toContain("carton")
  const denied = await draft(asked("And the carton?"), "en", sources(DENIED))
  expect(denied.text).not.toContain("carton")
})

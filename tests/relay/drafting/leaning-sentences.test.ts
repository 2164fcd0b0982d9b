import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { askingSentences } from "../../../src/relay/drafting/offline/choosing/suggest-sentences.ts"
import { quotableOf } from "../../../src/relay/drafting/offline/reading/quotable.ts"
import { questionOf } from "../../../src/relay/drafting/offline/reading/customer-question.ts"
import { VOICES } from "../../../src/relay/drafting/voices/voice.ts"
import type { Language } from "../../../src/text/languages.ts"
import { openKnowledge, signal } from "../../knowledge/help/database.ts"
import { sampleTicket, ticket } from "../../knowledge/help/tickets.ts"
import { draftOver } from "./offline-answer.ts"
import { draft, source } from "./offline-help.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  const folder = join(import.meta.dirname, "../../../demo/knowledge")
  await importFolder(knowledge.db, folder, { origin: "sample", collection: "sample", signal })
})
afterAll(() => knowledge.close())

describe("a sentence that leans on the one before it", () => {
  test("takes that one along, although an agent has said it: ticket 1009", async () => {
    const { text } = await draftOver(knowledge, sampleTicket("1009"))
    expect(text).toContain(
      "The repair takes up to 15 working days from the day the product arrives in our workshop. If it can't be repaired, or isn't finished in that time, you choose between a replacement and a full refund."
    )
  })

  test.each<[Language, string, string, string, string]>([
    [
      "en",
      "An invoice that was sent can't be edited. Open it and choose Correct: you get a copy to change and send.",
      "I have sent an invoice that can't be edited any more. How do I correct it?",
      "An invoice that was sent can't be edited. Open it",
      "Correct an invoice"
    ],
    [
      "de",
      "Eine gesendete Rechnung lässt sich nicht mehr ändern. Öffnen Sie sie und wählen Sie Korrigieren.",
      "Ich habe eine gesendete Rechnung, die sich nicht mehr ändern lässt. Wie kann ich sie korrigieren?",
      "Eine gesendete Rechnung lässt sich nicht mehr ändern. Öffnen Sie sie",
      "Rechnung korrigieren"
    ]
  ])("%s: takes that one along, although the customer wrote it", async (language, passage, asked, said, title) => {
    const { text } = await draft(ticket(title, asked), language, [source(1, language, title, passage)])
    expect(text).toContain(said)
  })

  test("doesn't take along a step that the customer has done", async () => {
    const page = "Unplug the hub for a minute. If it still blinks red, report a fault and choose No connection."
    const asked = "I have unplugged the hub for a minute and it still blinks red. How do I report a fault?"
    const { text } = await draft(ticket("Red light", asked), "en", [source(1, "en", "The hub blinks red", page)])
    expect(text).toContain("If it still blinks red, report a fault")
    expect(text).not.toContain("Unplug")
  })

  test("stands below the question that is its heading: ticket 1004", async () => {
    const { text } = await draftOver(knowledge, sampleTicket("1004"))
    expect(text).toContain(
      "A new tank? It's a spare part, E1-T18, for €24.90. If it arrived cracked, we send it free of charge."
    )
  })

  test.each<[Language, string, string]>([
    ["en", "The repair takes 15 days.", "You get a new one at the end if the work isn't done in that time."],
    ["de", "Die Reparatur dauert 15 Tage.", "Ist sie bis dahin nicht fertig, gibt es Ersatz."],
    ["fr", "La réparation dure 15 jours.", "Passé ce délai, vous êtes remboursé."],
    ["es", "La reparación dura 15 días.", "Si no se termina en ese plazo, se sustituye."],
    ["pt", "A reparação demora 15 dias.", "Pode usar outro aparelho até lá."],
    ["ja", "修理は15日以内に終わります。", "修理がその期間内に終わらない場合は交換します。"]
  ])("%s: %s is what 'that time' means", (language, before, leaning) => {
    const page = source(1, language, "Repair", [before, leaning].join(language === "ja" ? "" : " "))
    expect(quotableOf([page], language, VOICES[language]).map(({ needsContext }) => needsContext)).toEqual([
      false,
      true
    ])
  })

  test.each([
    ["Traffic jams count as our delay.", "Roads that the police close do not."],
    ["Instant pots can be shared.", "Locked pots can't."]
  ])("%s %s: what is denied stands in the sentence before", (before, leaning) => {
    const page = source(1, "en", "Rules", `${before} ${leaning} We do not post things.`)
    expect(quotableOf([page], "en", VOICES.en).map(({ needsContext }) => needsContext)).toEqual([false, true, false])
  })

  test.each<[Language, string, string, string]>([
    [
      "en",
      "If the ring isn't found, you get a voucher or a new ring.",
      "A new ring is made in ten days.",
      "We open at eight."
    ],
    [
      "de",
      "Wenn der Ring fehlt, bekommen Sie einen neuen.",
      "Der neue Ring ist nach zehn Tagen fertig.",
      "Wir öffnen um acht."
    ],
    [
      "fr",
      "Si la bague manque, vous recevez une nouvelle bague.",
      "La bague est faite en dix jours.",
      "Nous ouvrons à huit heures."
    ],
    ["es", "Si falta el anillo, recibe un anillo nuevo.", "El anillo se hace en diez días.", "Abrimos a las ocho."],
    ["pt", "Se o anel faltar, recebe um anel novo.", "O anel é feito em dez dias.", "Abrimos às oito."],
    ["ja", "指輪が見つからない場合、新しい指輪をお作りします。", "指輪は十日で仕上がります。", "当店は八時に開きます。"]
  ])("%s: %s is the case that the sentence behind it goes on with", (language, condition, goesOn, other) => {
    const joined = [condition, goesOn, other].join(language === "ja" ? "" : " ")
    const page = source(1, language, "Lost rings", joined)
    expect(quotableOf([page], language, VOICES[language]).map(({ needsContext }) => needsContext)).toEqual([
      false,
      true,
      false
    ])
  })

  test.each<[Language, string, string]>([
    ["en", "Photograph your passport in the app.", "We compare it with your selfie within a day."],
    ["en", "Photograph your passport in the app.", "You don't have to send it to us."],
    ["en", "A pot earns interest each month.", "If a pot hasn't earned that much, you get less."],
    ["de", "Der Karton bleibt bei Ihnen.", "Sie können ihn für die Rücksendung benutzen."],
    ["fr", "Gardez la boîte.", "Vous pouvez la renvoyer avec l'appareil."],
    ["es", "Guarde la caja.", "Puede devolverla con el aparato."],
    ["pt", "Abra a compra na aplicação.", "Pode fazê-lo durante 120 dias."],
    ["pt", "Guarde a caixa.", "Envie-a com o aparelho."]
  ])("%s, after %s: %s names by a pronoun alone what it is about", (language, before, leaning) => {
    const page = source(1, language, "Help", `${before} ${leaning}`)
    expect(quotableOf([page], language, VOICES[language]).map(({ needsContext }) => needsContext)).toEqual([
      false,
      true
    ])
  })

  test.each<[Language, string]>([
    ["en", "Everything you send us is encrypted."],
    ["en", "We send a label by email."],
    ["de", "Wir senden Ihnen ein Etikett."],
    ["fr", "Vous recevez la lampe sous trois jours."],
    ["es", "Puede devolver la lámpara."],
    ["pt", "Pode devolver o candeeiro."]
  ])("%s: %s stands alone", (language, alone) => {
    const page = source(1, language, "Help", `${alone} ${alone}`)
    expect(quotableOf([page], language, VOICES[language]).map(({ needsContext }) => needsContext)).toEqual([
      false,
      false
    ])
  })

  test("is left out below any other heading", () => {
    const page = source(1, "en", "Tanks", "A new tank.\n\nIt's a spare part.\n\nIt costs €24.90.")
    expect(quotableOf([page], "en", VOICES.en).map(({ text }) => text)).toEqual(["A new tank."])
  })
})

test("the sentence in which the team says what it needs is asked before one that only says how to reach it", () => {
  const page = source(
    1,
    "en",
    "Cash machines",
    "If nothing has come back, report the withdrawal or write to us. We need the date and the shop where the machine stands."
  )
  const asked = ticket("Cash machine", "The machine paid out too little on my withdrawal. What should I report to you?")
  const question = questionOf(asked, () => 1, "en", VOICES.en)
  if (!question) throw new Error("The ticket asks nothing.")
  expect(askingSentences(question, quotableOf([page], "en", VOICES.en), VOICES.en).map(({ text }) => text)).toEqual([
    "We need the date and the shop where the machine stands."
  ])
})

test("what the customer chooses in a menu isn't taken for something that the team claims to have done", () => {
  const page = source(
    1,
    "pt",
    "Compras",
    "Abra a compra e escolha Contestar > Não recebi ou Contestar > Não é o que comprei."
  )
  expect(quotableOf([page], "pt", VOICES.pt)).toHaveLength(1)
})

import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { importFolder } from "../../../../src/knowledge/import/import-folder.ts"
import { NO_MODELS } from "../../../../src/models/endpoint/models.ts"
import { createUsageBook } from "../../../../src/models/usage/usage-book.ts"
import type { DraftRequest } from "../../../../src/protocol/relay.ts"
import { assemblePipeline } from "../../../../src/relay/server/assemble-pipeline.ts"
import { silentLog } from "../../../../src/runtime/log.ts"
import type { MaskedTicket } from "../../../../src/ticket/masked-ticket.ts"
import { openKnowledge, signal } from "../../../knowledge/help/database.ts"
import { person, sampleTicket } from "../../../knowledge/help/tickets.ts"
import { runDraft } from "../../help/run-draft.ts"

/** What agents asked of the letters to the sample tickets, and what became of it when they tried. */
let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  await importFolder(knowledge.db, "demo/knowledge", { origin: "sample", signal })
})
afterAll(() => knowledge.close())

const draftOf = (ticket: MaskedTicket, more: Partial<DraftRequest> = {}) =>
  runDraft(
    assemblePipeline(NO_MODELS, knowledge.db, createUsageBook(knowledge.db, silentLog)),
    { ...ticket, helpdesk: "sample" },
    { person: person("agents"), ...more }
  )
const draftOn = (id: string, more: Partial<DraftRequest> = {}, fields: Record<string, string> = {}) => {
  const whole = sampleTicket(id)
  return draftOf({ ...whole, fields: { ...whole.fields, ...fields } }, more)
}
/** Returns the id of the source of this title in a draft. */
async function idOf(ticket: string, title: string) {
  const { sources } = await draftOn(ticket)
  const source = sources.find((one) => one.title.startsWith(title))
  if (!source) throw new Error(`No source is called ${title}.`)
  return source.id
}

describe("sources", () => {
  test("“Not this one” holds for a macro: the page writes the letter", async () => {
    const macro = await idOf("1001", "Macro: search")
    const { end, sources } = await draftOn("1001", { sources: { use: [], not: [macro] } })
    expect(sources.map(({ id }) => id)).not.toContain(macro)
    expect(end.text).not.toContain("I have asked the carrier")
    expect(end.text).toContain("we ask the carrier to search for it")
  })

  test("“Use this source” on a page keeps the macro from leading", async () => {
    const page = await idOf("1001", "Shown as delivered")
    const { end } = await draftOn("1001", { sources: { use: [page], not: [] } })
    expect(end.text).not.toContain("I have asked the carrier")
    expect(end.text).toContain("If the parcel isn't found, you choose between a replacement and a full refund")
  })

  test("“Use this source” on a macro writes the macro whole, its gap a blank", async () => {
    const macro = await idOf("1001", "Macro: search")
    const { end } = await draftOn("1001", { sources: { use: [macro], not: [await idOf("1001", "Shown as")] } })
    expect(end.text).toContain("I have asked the carrier to search for it.")
    expect(end.text).toContain("Your search number is [[search number]].")
  })

  test("a page that the agent uses says what answers, and asks for no photos that are attached", async () => {
    const whole = sampleTicket("1004")
    const withPhotos = {
      ...whole,
      messages: whole.messages.map((one) => ({ ...one, attachments: ["tank.jpg", "box.jpg"] }))
    }
    const page = await idOf("1004", "The parcel or the product arrived damaged")
    const withoutMachine = { use: [], not: [await idOf("1004", "Espresso machine")] }
    for (const sources of [{ use: [page], not: [] }, withoutMachine]) {
      const { end } = await draftOf(withPhotos, { sources })
      expect(end.text).toContain("we send that part free of charge")
      expect(end.text).not.toMatch(/photos|The order number/)
    }
    expect((await draftOf(whole, { sources: withoutMachine })).end.text).toContain("Please send me two photos")
  })
})

describe("leaving out what a blank gives", () => {
  test.each([
    ["1001", "leave out the search number", "search number"],
    ["1001", "no search number please", "search number"],
    ["1011", "ohne Suchnummer", "Suchnummer"],
    ["1011", "lass die Suchnummer weg", "Suchnummer"],
    ["1013", "sans le numéro de recherche", "numéro de recherche"],
    ["1015", "sem o número de pesquisa", "número de pesquisa"],
    ["1007", "調査番号なしで", "調査番号"]
  ])("%s: %s, whether the number is typed or not", async (id, instruction, name) => {
    for (const fields of [{}, { [name]: "SR 4471" }]) {
      const { end } = await draftOn(id, { instruction }, fields)
      expect(end.text).not.toMatch(new RegExp(`${name}|SR 4471`, "i"))
      expect(end.answer?.notDone).toBeUndefined()
      expect(end.text).toMatch(/five working days|fünf Werktagen|cinq jours|cinco dias|5営業日/)
    }
  })

  test("without the wish, the letter is the one of before, with one blank", async () => {
    const [before, after] = [await draftOn("1011"), await draftOn("1011", { instruction: "" })]
    expect(after.end.text).toBe(before.end.text)
    expect(after.end.text.match(/\[\[/g)).toHaveLength(1)
  })
})

describe("offering", () => {
  test.each([
    ["1001", "offer her the refund"],
    ["1001", "tell her she can have her money back"]
  ])("%s: %s: the letter says so already, and that is said", async (id, instruction) => {
    const [plain, wished] = [await draftOn(id), await draftOn(id, { instruction })]
    expect(wished.end.text).toBe(plain.end.text)
    expect(wished.end.answer?.notDone).toEqual([{ part: instruction, why: "already-there" }])
  })

  test.each([
    ["1011", "biete die Erstattung an", /wählen Sie zwischen einer Ersatzlieferung und der vollen Erstattung/],
    ["1011", "Erstattung anbieten", /wählen Sie zwischen einer Ersatzlieferung und der vollen Erstattung/],
    ["1013", "propose le remboursement", /Vous choisissez entre un nouvel envoi et le remboursement/],
    ["1013", "offre-lui un remboursement", /Vous choisissez entre un nouvel envoi et le remboursement/],
    ["1015", "ofereça o reembolso", /reembolso/]
  ])("%s: %s: a sentence that grants it is added, none that denies it", async (id, instruction, says) => {
    const [plain, wished] = [await draftOn(id), await draftOn(id, { instruction })]
    expect(wished.end.text).toMatch(says)
    expect(wished.end.text.length).toBeGreaterThan(plain.end.text.length)
    expect(wished.end.answer?.notDone).toBeUndefined()
  })
})

describe("shorter", () => {
  test.each([
    ["1001", "shorter", [/I have asked the carrier/, /five working days/, /the full price back/]],
    ["1002", "bitte kürzer", [/Überweisung: 3 Werktage/, /Nicht erstattet wird der Expresszuschlag/]],
    ["1007", "短く", [/5営業日以内/, /全額返金/]],
    ["1011", "kürzer", [/fünf Werktagen/, /unterschreiben/]],
    ["1009", "make it shorter", [/15 working days/, /a full refund/]]
  ])("%s: %s keeps what was asked", async (id, instruction, says) => {
    const [plain, shorter] = [await draftOn(id), await draftOn(id, { instruction })]
    expect(shorter.end.text.length).toBeLessThan(plain.end.text.length)
    for (const words of says) expect(shorter.end.text).toMatch(words)
    expect(shorter.end.answer?.notDone).toBeUndefined()
  })

  test("what can't be cut without losing the answer is said", async () => {
    const [plain, shorter] = [await draftOn("1012"), await draftOn("1012", { instruction: "shorter" })]
    expect(shorter.end.text).toBe(plain.end.text)
    expect(shorter.end.answer?.notDone).toEqual([{ part: "shorter", why: "no-shorter" }])
  })
})

describe("typed facts decide the case", () => {
  test.each([
    ["1014", { "medio de pago": "tarjeta" }, /Tarjeta: de 5 a 7 días/, /IBAN|PayPal/],
    ["1014", { "Medio de pago": "pagado con PayPal" }, /PayPal: 2 días/, /IBAN|Tarjeta: de 5/],
    ["1014", { "medio de pago": "transferencia" }, /Transferencia: 3 días/, /Tarjeta: de 5|PayPal/]
  ])("%s: %o", async (id, fields, says, not) => {
    const { end } = await draftOn(id, {}, fields)
    expect(end.text).toMatch(says)
    expect(end.text).not.toMatch(not)
  })
})

describe("in another language", () => {
  test.each([
    ["1001", "in German", "de", "Als zugestellt gemeldet", /^Guten Tag/],
    ["1013", "en anglais", "en", "Shown as delivered", /^Hello/],
    ["1002", "auf Englisch", "en", "Refunds: ways and times", /^Hello/],
    ["1015", "em francês", "fr", "Colis indiqué comme livré", /^Bonjour/],
    ["1007", "英語で", "en", "Shown as delivered", /^Hello/]
  ])("%s: %s offers what the page says there", async (id, instruction, language, title, greeting) => {
    const { end, sources } = await draftOn(id, { instruction })
    const page = sources.find((one) => one.title.startsWith(title))
    expect(page?.locale).toBe(language)
    expect(end.answer?.notDone).toBeUndefined()
    expect(end.answer?.frame?.opening).toMatch(greeting)
    const offered = new Set(end.answer?.suggestions.map(({ source }) => source))
    expect(offered).toContain(page?.n)
    const added = sources.filter(({ locale, kind }) => locale === language && kind !== "macro")
    for (const n of offered) expect(added.map((one) => one.n)).toContain(n)
  })

  test("without such a page, that is said and the letter stays", async () => {
    const [plain, wished] = [await draftOn("1004"), await draftOn("1004", { instruction: "in French" })]
    expect(wished.end.text).toBe(plain.end.text)
    expect(wished.end.answer?.notDone).toEqual([{ part: "in French", why: "no-language" }])
  })

  test("a page that the agent left out is not offered in another language, nor is what is internal", async () => {
    const { sources } = await draftOn("1001", { instruction: "in German" })
    const german = sources.find(({ locale }) => locale === "de")
    const { sources: rest, end } = await draftOn("1001", {
      instruction: "in German",
      sources: { use: [], not: [german?.id ?? ""] }
    })
    expect(rest.map(({ id }) => id)).not.toContain(german?.id)
    expect(end.answer?.notDone).toEqual([{ part: "in German", why: "no-language" }])
  })
})

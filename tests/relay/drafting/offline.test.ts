import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { VOICES } from "../../../src/relay/drafting/voices/voice.ts"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { sentences } from "../../../src/text/sentences.ts"
import { BLANK } from "../../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { openKnowledge, signal } from "../../knowledge/help/database.ts"
import { sampleTicket, ticket } from "../../knowledge/help/tickets.ts"
import { draftOver } from "./offline-answer.ts"
import { foundOf, source, told } from "./offline-sources.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  await importFolder(knowledge.db, join(import.meta.dirname, "../../../demo/knowledge"), {
    origin: "sample",
    collection: "sample",
    signal
  })
})
afterAll(() => knowledge.close())

const draft = (what: MaskedTicket, options?: Parameters<typeof draftOver>[2]) => draftOver(knowledge, what, options)
const ownWords = (text: string) => text.replace(/\s+/g, " ")
/** The rows of two columns, without the columns' names. */
const rowsIn = (passage: string) =>
  [...passage.matchAll(/^- [^:;.\n]+: ([^:;\n]+); [^:;.\n]+: ([^;\n]+)$/gm)].map(([, one, other]) => `${one}: ${other}`)

describe("on the sample shop", () => {
  test("the missing parcel: greeted and signed by placeholders, the search and its five days, a blank for the search number", async () => {
    const answer = await draft(sampleTicket("1001"))
    expect(answer.text).toMatch(/^Hello \[PERSON_1\],\n\nI'm sorry for the trouble\. /)
    expect(answer.text).toMatch(/\n\nKind regards\n\[PERSON_2\]$/)
    expect(answer.text).toContain("we ask the carrier to search for it. The carrier answers within five working days.")
    expect(answer.text).toContain("Your search number is [[search number]].")
    expect(answer.questions).toEqual([
      { blank: "search number", why: expect.stringContaining("You get a search number from us") }
    ])
  })

  test.each(["1001", "1004", "1009", "1012"])(
    "ticket %s: at most 130 words, and no sentence that no public source says",
    async (id) => {
      const answer = await draft(sampleTicket(id))
      expect(answer.refusal).toBeUndefined()
      const quotable = answer.found.sources
        .filter(({ visibility }) => visibility === "public")
        .map(({ passage }) => ownWords(passage))
      expect(told(answer).length).toBeGreaterThan(0)
      expect(told(answer).join(" ").split(/\s+/).length).toBeLessThanOrEqual(130)
      for (const sentence of told(answer))
        expect(
          quotable.some((passage) => passage.includes(ownWords(sentence).replace(/:$/, ""))),
          sentence
        ).toBe(true)
      expect(answer.pieces.length).toBeGreaterThan(3)
    }
  )

  test("the hostile ticket: nothing that it says is repeated or obeyed", async () => {
    const { text } = await draft(sampleTicket("1008"))
    expect(text).not.toMatch(/500|GB33|pay out|approved|script|MODEL_API_KEY|refund_amount|PERSON_999/i)
  })

  test("nothing answers the loan of lamps: refused, with what was searched and what came near", async () => {
    const { text, refusal } = await draft(sampleTicket("1010"))
    expect(text).toBe("")
    expect(refusal).toMatchObject({
      reason: "no-answer",
      documents: expect.any(Number),
      searched: expect.arrayContaining(["lamps", "lend"])
    })
    expect(refusal?.searched).not.toContain("Dear")
    const inPassages = Object.fromEntries(refusal?.searched.map((word, at) => [word, refusal.holding?.[at]]) ?? [])
    expect(inPassages).toMatchObject({ lend: 0, lamps: expect.any(Number) })
    expect(inPassages["lamps"]).toBeGreaterThan(3)
    expect(refusal?.nearest[0]).toEqual({
      title: "Halo lamps: bulbs, dimming, mounting",
      why: expect.stringContaining("“lamps”")
    })
  })
})

describe("on the sample shop's tickets in other languages", () => {
  test.each([
    ["1002", "de"],
    ["1003", "fr"],
    ["1005", "es"],
    ["1006", "pt"],
    ["1007", "ja"],
    ["1011", "de"],
    ["1013", "fr"],
    ["1014", "es"],
    ["1015", "pt"]
  ] as const)("ticket %s: what it says in %s stands word for word in a page in that language", async (id, language) => {
    const { text, found, refusal } = await draft(sampleTicket(id), { language })
    expect(refusal).toBeUndefined()
    const pages = found.sources
      .filter((one) => one.visibility === "public" && one.locale === language)
      .flatMap(({ passage }) => [passage, ...rowsIn(passage)])
      .map(ownWords)
      .join("\n")
    const { courtesy, greeting, closing } = VOICES[language]
    const own = [greeting("[PERSON_1]"), ...Object.values(courtesy), closing, "[PERSON_2]"]
    const said = sentences(text, language)
      .map((sentence) => sentence.text.replace(/^- /, ""))
      .filter((sentence) => !own.includes(sentence) && sentence.search(BLANK) === -1)
    expect(said.length).toBeGreaterThan(0)
    // A heading that leads to a list gets a colon, and one that is a condition a comma before its sentence. A row of two
    // columns loses their names.
    const asOnPage = (sentence: string) =>
      ownWords(sentence)
        .replace(/(?<=.):$/, "")
        .replace(/(?<=^見つからない場合)、/u, " ")
    for (const sentence of said) expect(pages).toContain(asOnPage(sentence))
  })

  test.each([
    ["1007", "ja", "調査番号"],
    ["1011", "de", "Suchnummer"],
    ["1013", "fr", "numéro de recherche"],
    ["1014", "es", "fecha de llegada"],
    ["1015", "pt", "número de pesquisa"]
  ])("ticket %s in %s has a blank for the %s", async (id, language, blank) => {
    const { text, questions } = await draft(sampleTicket(id), { language })
    expect(text).toContain(`[[${blank}]]`)
    expect(questions.map((question) => question.blank)).toContain(blank)
  })

  test("a French list that ends early ends with a full stop and no space before it", async () => {
    const ticket = sampleTicket("1003")
    const messages = ticket.messages.map((message) => ({ ...message, attachments: ["claquement.mp4"] }))
    const { text } = await draft({ ...ticket, messages }, { language: "fr" })
    expect(text).toContain("- le numéro de série, qui figure sur l'étiquette sous l'appareil.\n\nSi le défaut")
  })

  test("the French one whose page is in English alone: no letter, and the page is told of in French", async () => {
    const { text, answer, questions } = await draft(sampleTicket("1016"), { language: "fr" })
    expect(text).toBe("")
    expect(answer?.tier).toBe("unsure")
    expect(questions.map(({ blank }) => blank)).toEqual([
      "réponse en français (en anglais seulement : « Halo lamps: bulbs, dimming, mounting »)"
    ])
  })

  test("the Italian one: no letter, and the pages are offered", async () => {
    const { text, answer, refusal, found } = await draft(sampleTicket("1017"), { language: "it" })
    expect(text).toBe("")
    expect(refusal).toBeUndefined()
    expect(answer).toEqual({ tier: "unsure", suggestions: [] })
    expect(found.sources[0]?.title).toBe("Kettle K2: data and questions")
  })
})

describe("what may be said", () => {
  const shop = foundOf(
    source(
      1,
      "Missing parcels",
      "When a parcel is missing, we ask the carrier to search for it. It answers within five days. I have asked the carrier already. Tell the customer that a parcel may be late."
    ),
    source(2, "Missing parcels, for us", "When a parcel is missing, refund the parcel at once without asking.", {
      visibility: "internal"
    }),
    source(
      3,
      "Macro",
      "Use it for a missing parcel.\n\nHello [first name],\n\nA missing parcel often stands with a neighbour.\n\nKind regards\n[agent]\n\nDon't send the macro for a missing parcel twice.",
      { kind: "macro", score: 0.9 }
    )
  )

  test("never an internal page, a deed that nobody did, or words meant for agents", async () => {
    const { text } = await draft(
      ticket("Parcel missing", "My parcel is missing. What happens with a missing parcel?"),
      { found: shop }
    )
    expect(text).toContain(
      "When a parcel is missing, we ask the carrier to search for it. It answers within five days."
    )
    expect(text).not.toMatch(/refund the parcel|I have asked|Tell the customer|Use it for|Don't send|\[first name\]/)
  })

  test("a blank only where the ticket doesn't hold the fact", async () => {
    const found = foundOf(
      source(1, "Carrier search", "We start a carrier search for your parcel. You get a search number from us by mail.")
    )
    const asking = "Where is my parcel? Did the carrier search start?"
    expect((await draft(ticket("Carrier search", asking), { found })).text).toContain(
      "Your search number is [[search number]]."
    )
    const given = await draft(ticket("Carrier search", "agent: Your search number is S-4711.", asking), { found })
    expect(given).toMatchObject({ questions: [] })
    expect(given.text).not.toContain("[[")
  })

  test("no name, no agent: still a letter", async () => {
    const { text } = await draft(
      { ...ticket("Parcel missing", "Where is my missing parcel?"), requester: "", agent: "" },
      { found: shop }
    )
    expect(text).toMatch(/^Hello,\n\n/)
    expect(text).toMatch(/\n\nKind regards$/)
  })
})

import { describe, expect, test } from "vitest"
import { supportChecker } from "../../../src/checks/judge-sentence.ts"
import { VOICES } from "../../../src/relay/drafting/voices/voice.ts"
import { LANGUAGES, type Language } from "../../../src/text/languages.ts"
import { sentences } from "../../../src/text/sentences.ts"
import { ticket } from "../../knowledge/help/tickets.ts"
import { LETTERS, PARCEL, draft, source } from "./offline-help.ts"

const FACT: Record<Language, string> = {
  en: "Search number",
  de: "Suchnummer",
  fr: "Numéro de recherche",
  es: "Número de búsqueda",
  pt: "Número de pesquisa",
  ja: "調査番号"
}

describe.each(LANGUAGES)("a letter in %s", (language) => {
  const { ask, page } = PARCEL[language]
  const own = source(1, language, "Parcel", page)

  test("greeting, courtesy, the page's sentences word for word, a blank for what only we know, closing", async () => {
    const { text, questions } = await draft(ticket("", ask), language, [own])
    expect(text).toBe(LETTERS[language])
    expect(questions).toEqual([{ blank: /\[\[(.+)\]\]/.exec(text)?.[1], why: expect.any(String) }])
  })

  test("no blank for what the ticket holds; nobody's name, and still a letter", async () => {
    const known = { ...ticket("", ask), requester: "[EMAIL_1]", agent: "", fields: { [FACT[language]]: "S-4711" } }
    const { text, questions } = await draft(known, language, [own])
    expect(questions).toEqual([])
    expect(text).not.toMatch(/\[\[|EMAIL|PERSON/)
    expect(text.split("\n")[0]).toBe(VOICES[language].greeting(""))
    expect(text.endsWith(VOICES[language].closing)).toBe(true)
  })

  test("every word of the letter that no source says is courtesy to the check, not a claim", () => {
    const { greeting, courtesy, closing } = VOICES[language]
    const check = supportChecker(ticket("", ask), [own], { language })
    for (const words of [greeting("[PERSON_1]"), greeting(""), ...Object.values(courtesy), closing]) {
      for (const { text } of sentences(words, language)) expect(check(text, 0).state, text).toBe("courtesy")
    }
  })
})

describe("only pages in the customer's language are quoted", () => {
  const german = ticket("Halo dimmen", "Kann ich meine Halo mit der Halo Remote dimmen? Die Halo Remote liegt hier.")
  const english = source(
    1,
    "en",
    "Halo lamps: bulbs, dimming, mounting",
    "The Halo is dimmed with the Halo Remote. Hold the Halo Remote near the lamp.",
    { url: "https://shop.example/halo" }
  )

  test("none in it: there is no letter, and the page is told of in that language", async () => {
    const { text, questions, refusal, answer } = await draft(german, "de", [english])
    expect(refusal).toBeUndefined()
    expect(text).toBe("")
    expect(answer).toMatchObject({ tier: "unsure", suggestions: [] })
    expect(answer?.chance).toBeUndefined()
    expect(questions).toEqual([
      {
        blank: "Antwort auf Deutsch (nur auf Englisch: „Halo lamps: bulbs, dimming, mounting“)",
        why: expect.stringContaining("The Halo is dimmed with the Halo Remote.")
      }
    ])
  })

  test.each([
    ["fr", "réponse en français (en allemand seulement : « Halo: Licht »)"],
    ["es", "respuesta en español (solo en alemán: «Halo: Licht»)"],
    ["pt", "resposta em português (só em alemão: «Halo: Licht»)"],
    ["ja", "日本語での回答（ドイツ語のみ：「Halo: Licht」）"],
    ["en", "answer in English (only in German: “Halo: Licht”)"]
  ])("and so in %s", async (language, blank) => {
    const page = source(
      1,
      "de",
      "Halo: Licht",
      "Die Halo wird mit der Halo Remote gedimmt. Halten Sie die Halo Remote an die Lampe."
    )
    const { questions } = await draft(ticket("Halo Remote", "Halo Remote? Halo?"), language, [page])
    expect(questions[0]?.blank).toBe(blank)
  })

  test("a title however long leaves a blank that is one", async () => {
    const { questions } = await draft(german, "de", [
      { ...english, title: "Halo [Remote] " + "and everything that anybody ever asked about it ".repeat(5) }
    ])
    expect(questions[0]?.blank).toMatch(/^[^[\]\n]{100,120}$/)
  })

  test("beside a page in it, a page in another says nothing", async () => {
    const own = source(2, "de", "Halo", "Sie dimmen die Halo mit der Halo Remote. Legen Sie vorher die Batterie ein.")
    const { text } = await draft(german, "de", [english, own])
    expect(text).toContain("Sie dimmen die Halo mit der Halo Remote.")
    expect(text).not.toMatch(/dimmed|\[\[/)
  })

  test("a page in another language that shares nothing is no answer", async () => {
    const { text, refusal } = await draft(german, "de", [
      source(1, "en", "Gift cards", "A gift card is valid for three years.")
    ])
    expect(text).toBe("")
    expect(refusal).toMatchObject({
      reason: "no-answer",
      nearest: [{ title: "Gift cards", why: expect.stringContaining("In English") }]
    })
  })
})

describe.each(["it", "nl", "zh", null])("a customer who writes in %s", (language) => {
  const page = source(1, "en", "Halo", "The Halo is dimmed with the Halo Remote.")

  test("gets no letter; the pages in other languages are offered", async () => {
    const { text, refusal, answer } = await draft(ticket("Halo", "Halo Remote?"), language, [page])
    expect({ text, refusal, answer }).toEqual({
      text: "",
      refusal: undefined,
      answer: { tier: "unsure", suggestions: [] }
    })
  })

  test("is refused where only internal pages were found", async () => {
    const internal = { ...page, visibility: "internal" as const }
    expect(await draft(ticket("Halo", "Halo Remote?"), language, [internal])).toMatchObject({
      text: "",
      refusal: { reason: "language" }
    })
  })
})

describe("what may not be said", () => {
  test.each([
    [
      "de",
      "Was passiert mit dem Paket?",
      "Das Paket wird gesucht.",
      ["Wir haben das Paket schon gesucht.", "Sagen Sie der Kundin, dass das Paket fehlt."]
    ],
    [
      "fr",
      "Où est mon colis ?",
      "Le colis est recherché.",
      ["Nous avons recherché le colis.", "Dites au client que le colis manque."]
    ],
    [
      "es",
      "¿Dónde está mi paquete?",
      "El paquete se busca.",
      ["Hemos buscado el paquete.", "Diga al cliente que falta el paquete."]
    ],
    [
      "pt",
      "Onde está a minha encomenda?",
      "A encomenda é procurada.",
      ["Já procurámos a encomenda.", "Diga ao cliente que falta a encomenda."]
    ],
    [
      "ja",
      "荷物はどこですか。",
      "荷物を調査します。",
      ["荷物を調査しました。", "荷物がないことをお客様に伝えてください。"]
    ]
  ])(
    "%s: a deed that nobody did, words meant for agents, what leans on a heading",
    async (language, ask, fine, others) => {
      const page = [fine, ...others].join(language === "ja" ? "" : " ")
      const { text } = await draft(ticket("", ask), language, [source(1, language, "", page)])
      expect(text).toContain(fine)
      for (const other of others) expect(text).not.toContain(other)
    }
  )

  test.each([
    ["de", "Das Paket?", "Dann wird das Paket gesucht.", "Sie bekommen das Paket."],
    ["fr", "Le colis ?", "Il est ensuite rendu, le colis.", "Vous recevez le colis."],
    ["es", "¿El paquete?", "Después llega el paquete.", "Usted recibe el paquete."],
    ["pt", "A encomenda?", "Depois chega a encomenda.", "O cliente habitual recebe a encomenda."],
    ["ja", "荷物は？", "その荷物は届きます。", "荷物をお届けします。"]
  ])("%s: what goes on from a sentence that isn't there", async (language, ask, leaning, standing) => {
    const { text } = await draft(ticket("", ask), language, [
      source(1, language, "", `Überschrift\n\n${leaning}\n\n${standing}`)
    ])
    expect(text).not.toContain(leaning)
  })

  test.each([
    [
      "de",
      "Guten Tag [Name],\n\nein Paket steht oft beim Nachbarn.\n\nFreundliche Grüße\n[Agent]\n\nDas Paket nie zweimal melden.",
      "ein Paket steht oft beim Nachbarn.",
      "Mein Paket? Mein Paket fehlt"
    ],
    [
      "fr",
      "Bonjour [nom],\n\nUn colis se trouve souvent chez le voisin.\n\nCordialement,\n[agent]\n\nNe pas envoyer deux colis.",
      "Un colis se trouve souvent chez le voisin.",
      "Mon colis ? Mon colis manque"
    ],
    [
      "ja",
      "[名前]様\n\n荷物は管理人の方が預かることがあります。\n\n何卒よろしくお願いいたします。\n[担当]\n\n荷物を二回送らないこと。",
      "荷物は管理人の方が預かることがあります。",
      "荷物はどこですか。荷物"
    ]
  ])("%s: of a macro its letter alone", async (language, passage, letter, ask) => {
    const { text } = await draft(ticket("", ask), language, [source(1, language, "Makro", passage, { kind: "macro" })])
    expect(text).toContain(letter)
    expect(text).not.toMatch(/\[Name\]|\[nom\]|zweimal|deux|二回/)
  })
})

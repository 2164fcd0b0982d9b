import { describe, expect, test } from "vitest"
import { supportChecker } from "../../../src/checks/index.ts"
import { createOfflineDrafter } from "../../../src/relay/drafting/offline/offline.ts"
import type { Found } from "../../../src/models/drafter/parts.ts"
import { VOICES } from "../../../src/relay/drafting/voices/voice.ts"
import { LANGUAGES, type Language } from "../../../src/text/languages.ts"
import { sentences } from "../../../src/text/sentences.ts"
import type { Question, Refusal, Source } from "../../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../../src/ticket/masked.ts"
import { ticket } from "../../knowledge/help/tickets.ts"

interface Answer {
  text: string
  questions: Question[]
  refusal: Refusal | undefined
}

async function draft(
  what: MaskedTicket,
  language: string | null,
  sources: Source[],
  instruction?: string
): Promise<Answer> {
  const answer: Answer = { text: "", questions: [], refusal: undefined }
  const found: Found = { sources, searched: ["Paket"], documents: 40 }
  const request = {
    draftId: "00000000-0000-4000-8000-000000000000",
    ticket: what,
    ...(instruction === undefined ? {} : { instruction })
  }
  for await (const written of createOfflineDrafter().write({ request, found, language }, AbortSignal.timeout(20_000))) {
    if ("text" in written) answer.text += written.text
    if ("questions" in written) answer.questions.push(...written.questions)
    if ("refusal" in written) answer.refusal = written.refusal
  }
  return answer
}

const source = (n: number, locale: string, title: string, passage: string, more: Partial<Source> = {}): Source => ({
  n,
  id: `s${n}`,
  title,
  kind: "article",
  headings: [],
  passage,
  visibility: "public",
  locale,
  score: 1 / n,
  ...more
})

/** A missing parcel in each language: what the customer asks, and the page that answers. */
const PARCEL: Record<Language, { ask: string; page: string }> = {
  en: {
    ask: "My parcel is shown as delivered but it is missing. What happens with a missing parcel?",
    page: "When a parcel is missing, we ask the carrier to search for it. The carrier answers within five working days. You get a search number from us."
  },
  de: {
    ask: "Mein Paket gilt als zugestellt, aber es fehlt. Was passiert bei einem fehlenden Paket?",
    page: "Fehlt ein Paket, lassen wir den Zusteller danach suchen. Der Zusteller antwortet innerhalb von fünf Werktagen. Sie erhalten von uns eine Suchnummer."
  },
  fr: {
    ask: "Mon colis est indiqué comme livré mais il manque. Que se passe-t-il quand un colis manque ?",
    page: "Quand un colis manque, nous demandons au transporteur de le rechercher. Le transporteur répond sous cinq jours ouvrés. Vous recevez de notre part un numéro de recherche."
  },
  es: {
    ask: "Mi paquete figura como entregado, pero falta. ¿Qué pasa cuando falta un paquete?",
    page: "Cuando falta un paquete, pedimos al transportista que lo busque. El transportista responde en cinco días laborables. Le damos un número de búsqueda."
  },
  pt: {
    ask: "A minha encomenda consta como entregue, mas falta. O que acontece quando falta uma encomenda?",
    page: "Quando falta uma encomenda, pedimos à transportadora que a procure. A transportadora responde em cinco dias úteis. Damos-lhe um número de pesquisa."
  },
  ja: {
    ask: "荷物が配達済みと表示されていますが、届いていません。届かない荷物はどうなりますか。",
    page: "届かない荷物は、当店から配送会社に調査を依頼します。配送会社は5営業日以内に回答します。調査番号は当店からお知らせします。"
  }
}

const LETTERS: Record<Language, string> = {
  en: "Hello [PERSON_1],\n\nI'm sorry for the trouble. When a parcel is missing, we ask the carrier to search for it. The carrier answers within five working days. Your search number is [[search number]].\n\nKind regards\n[PERSON_2]",
  de: "Guten Tag [PERSON_1],\n\nes tut uns leid, dass es Schwierigkeiten gibt. Fehlt ein Paket, lassen wir den Zusteller danach suchen. Der Zusteller antwortet innerhalb von fünf Werktagen. Ihre Suchnummer ist [[Suchnummer]].\n\nFreundliche Grüße\n[PERSON_2]",
  fr: "Bonjour [PERSON_1],\n\nNous sommes désolés pour ce désagrément. Quand un colis manque, nous demandons au transporteur de le rechercher. Le transporteur répond sous cinq jours ouvrés. Votre numéro de recherche est le [[numéro de recherche]].\n\nCordialement,\n[PERSON_2]",
  es: "Hola, [PERSON_1]:\n\nLamentamos las molestias. Cuando falta un paquete, pedimos al transportista que lo busque. El transportista responde en cinco días laborables. Su número de búsqueda es [[número de búsqueda]].\n\nUn cordial saludo,\n[PERSON_2]",
  pt: "Olá, [PERSON_1],\n\nLamentamos o transtorno. Quando falta uma encomenda, pedimos à transportadora que a procure. A transportadora responde em cinco dias úteis. O seu número de pesquisa é [[número de pesquisa]].\n\nAtenciosamente,\n[PERSON_2]",
  ja: "[PERSON_1]様\n\nご不便をおかけし、申し訳ございません。届かない荷物は、当店から配送会社に調査を依頼します。配送会社は5営業日以内に回答します。調査番号は[[調査番号]]です。\n\n何卒よろしくお願いいたします。\n[PERSON_2]"
}

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

  test("none in it: the letter says so in that language, in place of the answer, and the page is told of", async () => {
    const { text, questions, refusal } = await draft(german, "de", [english])
    expect(refusal).toBeUndefined()
    expect(text).toBe(
      "Guten Tag [PERSON_1],\n\nvielen Dank für Ihre Nachricht. [[Antwort auf Deutsch (nur auf Englisch: „Halo lamps: bulbs, dimming, mounting“)]]\n\nFreundliche Grüße\n[PERSON_2]"
    )
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
    const { text } = await draft(ticket("Halo Remote", "Halo Remote? Halo?"), language, [page])
    expect(text).toContain(`[[${blank}]]`)
  })

  test("a title however long leaves a blank that is one", async () => {
    const { text } = await draft(german, "de", [
      { ...english, title: "Halo [Remote] " + "and everything that anybody ever asked about it ".repeat(5) }
    ])
    expect(text).toMatch(/\[\[[^[\]\n]{100,120}\]\]/)
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

test.each(["it", "nl", "zh", null])("a customer who writes in %s is refused, whatever the pages", async (language) => {
  expect(
    await draft(ticket("Halo", "Halo Remote?"), language, [
      source(1, "en", "Halo", "The Halo is dimmed with the Halo Remote.")
    ])
  ).toMatchObject({ text: "", refusal: { reason: "language" } })
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

test("a list is told with the line that leads to it, all of it", async () => {
  const page = source(
    1,
    "es",
    "Factura",
    "El nombre de la factura se puede corregir. Envíenos:\n1. el número de pedido;\n2. el NIF, si lo hay.\n\nLa factura corregida llega en dos días."
  )
  const { text } = await draft(
    ticket("Factura", "¿Pueden corregir el nombre de la factura? ¿Qué datos necesitan, el número de pedido y el NIF?"),
    "es",
    [page]
  )
  expect(text).toContain(
    "El nombre de la factura se puede corregir. Envíenos:\n\n- el número de pedido;\n- el NIF, si lo hay."
  )
})

test.each([
  ["de", "Super, vielen Dank!"],
  ["de", "Alles klar, danke. Schönen Tag noch!"],
  ["fr", "Parfait, merci beaucoup !"],
  ["es", "Perfecto, muchas gracias."],
  ["pt", "Muito obrigado, já chegou."],
  ["ja", "無事に届きました。ありがとうございました。"]
])("thanks alone ask nothing: %s %s", async (language, thanks) => {
  expect((await draft(ticket("", thanks), language, [source(1, language, "", PARCEL.de.page)])).refusal?.reason).toBe(
    "nothing-asked"
  )
})

test.each([
  ["de", "Danke, aber es geht immer noch nicht."],
  ["fr", "Merci, mais le colis manque toujours."],
  ["es", "Gracias, pero sigue sin llegar el paquete."],
  ["pt", "Obrigado, mas a encomenda ainda não chegou."]
])("thanks with a but do: %s %s", async (language, text) => {
  expect((await draft(ticket("", text), language, [source(1, language, "", PARCEL.de.page)])).refusal?.reason).not.toBe(
    "nothing-asked"
  )
})

test.each([
  ["de", "kürzer", "ohne den Zusteller"],
  ["fr", "plus court", "sans le transporteur"],
  ["es", "más corto", "sin el transportista"],
  ["pt", "mais curto", "sem a transportadora"]
])("%s: the agent says what to change in the letter's language too", async (language, shorter, without) => {
  const { ask, page } =
    PARCEL[language === "de" || language === "fr" || language === "es" || language === "pt" ? language : "en"]
  const long = await draft(ticket("", ask), language, [source(1, language, "", page)])
  const short = await draft(ticket("", ask), language, [source(1, language, "", page)], shorter)
  expect(short.text.length).toBeLessThanOrEqual(long.text.length)
  expect(short.text).not.toContain(`[[${shorter}]]`)
  const less = await draft(ticket("", ask), language, [source(1, language, "", page)], without)
  expect(less.text).not.toContain(page.split(". ")[1])
})

test("a thread in three languages: what was asked in the others neither answers nor drowns the newest question", async () => {
  const what = ticket("", PARCEL.en.ask, PARCEL.fr.ask, `agent: ${PARCEL.en.page}`, PARCEL.de.ask)
  const sources = [
    source(1, "en", "Parcel", PARCEL.en.page),
    source(2, "fr", "Colis", PARCEL.fr.page),
    source(3, "de", "Paket", PARCEL.de.page)
  ]
  expect((await draft(what, "de", sources)).text).toBe(LETTERS.de)
})

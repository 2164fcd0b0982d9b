import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createOfflineDrafter } from "../../../src/relay/drafting/offline/offline.ts"
import type { Found } from "../../../src/models/drafter/parts.ts"
import { VOICES } from "../../../src/relay/drafting/voices/voice.ts"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { createRetriever } from "../../../src/search/pages/retrieve.ts"
import { sentences } from "../../../src/text/sentences.ts"
import { BLANK, type Question, type Refusal, type Source } from "../../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../../src/ticket/masked.ts"
import { openKnowledge, signal } from "../../knowledge/help/database.ts"
import { person, sampleTicket, ticket } from "../../knowledge/help/tickets.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  await importFolder(knowledge.db, join(import.meta.dirname, "../../../demo/knowledge"), { origin: "sample", signal })
})
afterAll(() => knowledge.close())

interface Answer {
  text: string
  pieces: string[]
  questions: Question[]
  refusal: Refusal | undefined
  found: Found
}

async function draft(
  what: MaskedTicket,
  { instruction, language = "en", found }: { instruction?: string; language?: string | null; found?: Found } = {}
): Promise<Answer> {
  const sources =
    found ??
    (await createRetriever(knowledge.db).find({ ...what, helpdesk: "sample" }, person("agents", "leads"), signal))
  const answer: Answer = { text: "", pieces: [], questions: [], refusal: undefined, found: sources }
  const request = {
    draftId: "00000000-0000-4000-8000-000000000000",
    ticket: what,
    ...(instruction === undefined ? {} : { instruction })
  }
  for await (const written of createOfflineDrafter().write({ request, found: sources, language }, signal)) {
    if ("text" in written) answer.pieces.push(written.text)
    if ("questions" in written) answer.questions.push(...written.questions)
    if ("refusal" in written) answer.refusal = written.refusal
  }
  answer.text = answer.pieces.join("")
  return answer
}

const source = (n: number, title: string, passage: string, more: Partial<Source> = {}): Source => ({
  n,
  id: `s${n}`,
  title,
  kind: "article",
  headings: [],
  passage,
  visibility: "public",
  locale: "en",
  score: 1 / n,
  ...more
})
const foundOf = (...sources: Source[]): Found => ({ sources, searched: ["parcel", "missing"], documents: 40 })

/** Sentences of the letter that are neither greeting, courtesy, closing nor one of our own around a blank. */
function told({ text }: Answer): string[] {
  const parts = text.split("\n\n")
  const body = [
    parts[1]?.replace(
      /^(?:I'm sorry for the trouble\.|Thank you for getting back to us\.|Thank you for your message\.)\s*/,
      ""
    ) ?? "",
    ...parts.slice(2, -1)
  ].join("\n\n")
  return sentences(body, "en")
    .map((sentence) => sentence.text.replace(/^- /, ""))
    .filter((sentence) => sentence.search(BLANK) === -1)
}
const ownWords = (text: string) => text.replace(/\s+/g, " ")

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
    "ticket %s: at most six sentences, and none that no public source says",
    async (id) => {
      const answer = await draft(sampleTicket(id))
      expect(answer.refusal).toBeUndefined()
      const quotable = answer.found.sources
        .filter(({ visibility }) => visibility === "public")
        .map(({ passage }) => ownWords(passage))
      expect(told(answer).length).toBeGreaterThan(0)
      expect(told(answer).length).toBeLessThanOrEqual(6)
      for (const sentence of told(answer))
        expect(
          quotable.some((passage) => passage.includes(ownWords(sentence))),
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
      .map(({ passage }) => ownWords(passage))
      .join("\n")
    const { courtesy, greeting, closing } = VOICES[language]
    const own = [greeting("[PERSON_1]"), ...Object.values(courtesy), closing, "[PERSON_2]"]
    const said = sentences(text, language)
      .map((sentence) => sentence.text.replace(/^- /, ""))
      .filter((sentence) => !own.includes(sentence) && sentence.search(BLANK) === -1)
    expect(said.length).toBeGreaterThan(0)
    for (const sentence of said) expect(pages).toContain(ownWords(sentence))
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

  test("the French one whose page is in English alone: the letter says so in French", async () => {
    const { text } = await draft(sampleTicket("1016"), { language: "fr" })
    expect(text).toBe(
      "Bonjour [PERSON_1],\n\nNous vous remercions de votre message. [[réponse en français (en anglais seulement : « Halo lamps: bulbs, dimming, mounting »)]]\n\nCordialement,\n[PERSON_2]"
    )
  })

  test("the Italian one is refused", async () => {
    expect(await draft(sampleTicket("1017"), { language: "it" })).toMatchObject({
      text: "",
      refusal: { reason: "language" }
    })
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

describe("what the page asks of the customer", () => {
  const found = foundOf(
    source(
      1,
      "Stuck photos",
      "Photos wait on the phone until it is connected. A cloud with a dot means that photos are still waiting. Don't sign out while photos wait on the phone. If the photos are stuck, tap Try again in the app. If that doesn't help, send us the report number. We answer within two working days. The app needs a new phone."
    )
  )
  const stuck = "The photos are stuck on the phone and the cloud with the dot stays, I tapped Try again in the app."

  test("stands in the letter where it goes on from what is said; what comes of it only where that is asked", async () => {
    const { text } = await draft(ticket("Photos stuck", stuck), { found })
    expect(text).toContain("If that doesn't help, send us the report number.")
    expect(text).not.toContain("We answer within two working days.")
    expect((await draft(ticket("Photos stuck", `${stuck} How long will it take?`), { found })).text).toContain(
      "send us the report number. We answer within two working days."
    )
  })

  test("a line that leads to a list comes with its list", async () => {
    const listed = foundOf(
      source(
        1,
        "Faulty printer",
        "A faulty printer is repaired under the warranty. Send us:\n- the serial number\n- a photo of the fault"
      )
    )
    expect(
      (
        await draft(ticket("Faulty printer", "My printer is faulty, is it repaired under the warranty?"), {
          found: listed
        })
      ).text
    ).toContain("Send us:\n\n- the serial number\n- a photo of the fault")
  })

  test("adds nothing to a letter that was wished for short", async () => {
    expect((await draft(ticket("Photos stuck", stuck), { found, instruction: "shorter" })).text).not.toContain(
      "report number"
    )
  })
})

describe("say what to change", () => {
  const found = foundOf(
    source(
      1,
      "Missing parcels",
      "When a parcel is missing, we search for the parcel. The parcel search takes five days. A missing parcel is replaced or refunded. Parcel insurance is optional. Express parcels cost €9.90."
    )
  )
  const question = ticket(
    "Missing parcel",
    "My parcel is missing. What about the parcel search, is it replaced or refunded?"
  )

  test("shorter, and leave something out", async () => {
    const [whole, short, without] = await Promise.all([
      draft(question, { found }),
      draft(question, { found, instruction: "Shorter, please" }),
      draft(question, { found, instruction: "no refund" })
    ])
    expect(told(short).length).toBeLessThan(told(whole).length)
    expect(whole.text).toContain("refunded")
    expect(without.text).not.toContain("refund")
  })

  test("mention what a source says; say by a blank what no source says and what needs a model", async () => {
    expect((await draft(question, { found, instruction: "mention the express cost" })).text).toContain(
      "Express parcels cost €9.90."
    )
    const unknown = await draft(question, { found, instruction: "mention the summer festival" })
    expect(unknown.text).toContain("[[summer festival]]")
    expect(unknown.questions).toContainEqual({ blank: "summer festival", why: "No source says this." })
    const beyond = await draft(question, { found, instruction: "make it rhyme" })
    expect(beyond.text).toContain("[[make it rhyme]]")
    expect(beyond.questions[0]?.why).toMatch(/^Without a model/)
  })
})

describe("nothing to answer", () => {
  test.each([
    [
      "thanks alone",
      ticket("Re: parcel", "Where is it?", "agent: At your neighbour's.", "Thanks a lot, got it!\n\nBest wishes\nMaya"),
      "nothing-asked"
    ],
    ["no message", ticket("Parcel"), "nothing-asked"],
    ["only the agent has written", ticket("Parcel", "agent: Hello, how can we help?"), "nothing-asked"],
    ["emoji only", ticket("", "😀😀😀"), "nothing-asked"]
  ])("%s", async (_, what, reason) => {
    expect(await draft(what)).toMatchObject({ text: "", refusal: { reason } })
  })

  test("no documents at all", async () => {
    const answer = await draft(ticket("Parcel", "Where is my parcel?"), {
      found: { sources: [], searched: ["parcel"], documents: 0 }
    })
    expect(answer.refusal).toEqual({ reason: "no-knowledge", searched: ["parcel"], documents: 0, nearest: [] })
  })
})

test("100,000 characters are drafted in good time", async () => {
  const began = performance.now()
  const answer = await draft(
    ticket(
      "Parcel shown as delivered, but missing",
      "What happens with a parcel that is shown as delivered but missing? " + "lorem ipsum dolor. ".repeat(5_000)
    )
  )
  expect(answer.refusal === undefined || answer.refusal.reason === "no-answer").toBe(true)
  expect(performance.now() - began).toBeLessThan(5_000)
})

test("an aborted draft ends by the signal's reason", async () => {
  const stop = new AbortController()
  const writing = createOfflineDrafter().write(
    {
      request: {
        draftId: "00000000-0000-4000-8000-000000000000",
        ticket: ticket("Missing parcel", "Where is my missing parcel?")
      },
      found: foundOf(source(1, "Missing", "A missing parcel is searched for. A missing parcel is replaced.")),
      language: "en"
    },
    stop.signal
  )
  const read = async () => {
    for await (const _ of writing) stop.abort(new Error("stopped"))
  }
  await expect(read()).rejects.toThrow("stopped")
})

test("a page that is hardly nearer than the others answers nothing, unless the agent says so", async () => {
  const what = ticket("Parcel", "My parcel is missing. What now?")
  const found = foundOf(source(1, "Missing parcels", "If a parcel is missing, we look for it within five days."))
  expect((await draft(what, { found: { ...found, chance: 0.9 } })).text).toContain("within five days")
  const unlikely = await draft(what, { found: { ...found, chance: 0.1 } })
  expect(unlikely.text).toBe("")
  expect(unlikely.refusal).toMatchObject({ reason: "no-answer", nearest: [{ title: "Missing parcels" }] })
  expect((await draft(what, { found: { ...found, chance: 0.1, chosen: ["s1"] } })).text).toContain("within five days")
})

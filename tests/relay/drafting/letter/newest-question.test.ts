import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import * as z from "zod/mini"
import { ticket as ticketOfPage } from "../../../../src/protocol/page.ts"
import { createOfflineDrafter } from "../../../../src/relay/drafting/offline/offline-drafter.ts"
import { LANGUAGES, type Language } from "../../../../src/text/languages.ts"
import { ticket } from "../../../knowledge/help/tickets.ts"
import { openCompanies } from "../../injection/companies.ts"
import { draft, PARCEL, source } from "../offline-help.ts"

/** What a customer asks after the answer: what the page of the first question says, and what it doesn't. */
const NEXT: Record<Language, { answer: string; onPage: string; elsewhere: string }> = {
  en: {
    answer: "We'll look into it and write to you tomorrow.",
    onPage: "Thanks. And how long does the carrier have to answer?",
    elsewhere: "Thanks. Does the grill pan also fit an induction hob with a small plate?"
  },
  de: {
    answer: "Wir kümmern uns darum und schreiben Ihnen morgen.",
    onPage: "Danke. Und wie lange hat der Zusteller Zeit zu antworten?",
    elsewhere: "Danke. Passt die Grillpfanne auch auf ein Induktionsfeld mit kleiner Platte?"
  },
  fr: {
    answer: "Nous nous en occupons et vous écrivons demain.",
    onPage: "Merci. Et sous combien de temps le transporteur répond-il ?",
    elsewhere: "Merci. La poêle à griller convient-elle aussi à une plaque à induction étroite ?"
  },
  es: {
    answer: "Nos ocupamos de ello y le escribimos mañana.",
    onPage: "Gracias. ¿Y cuánto tarda en responder el transportista?",
    elsewhere: "Gracias. ¿La sartén de parrilla sirve también para una placa de inducción estrecha?"
  },
  pt: {
    answer: "Vamos tratar do assunto e escrevemos-lhe amanhã.",
    onPage: "Obrigado. E quanto tempo demora a transportadora a responder?",
    elsewhere: "Obrigado. A frigideira de grelhar também serve para uma placa de indução estreita?"
  },
  ja: {
    answer: "確認のうえ、明日ご連絡いたします。",
    onPage: "ありがとうございます。配送会社の回答は何営業日以内ですか。",
    elsewhere: "ありがとうございます。グリルパンは小型のIHコンロでも使えますか。"
  }
}

describe("after an agent's answer the newest question decides", () => {
  test.each(LANGUAGES)("%s: a letter only if its sentences answer it", async (language) => {
    const { ask, page } = PARCEL[language]
    const { answer, onPage, elsewhere } = NEXT[language]
    const asking = (text: string) =>
      draft(ticket("", ask, `agent: ${answer}`, text), language, [source(1, language, "", page)])
    expect((await asking(onPage)).answer?.tier).toBe("sure")
    const other = await asking(elsewhere)
    expect([other.answer?.tier, other.text]).toEqual(["unsure", ""])
    expect(other.answer?.chance).toBeLessThan(0.276)
    expect(other.answer?.suggestions).not.toHaveLength(0)
  })

  test.each([
    [
      "en",
      "Is the water tank of the coffee machine E3 the same as the one of the E5?",
      "The water tank of the E3 holds 1.8 litres."
    ],
    ["de", "Ist der Wassertank der E3 der gleiche wie der von der E5?", "Der Wassertank der E3 fasst 1,8 Liter."],
    ["ja", "E3の水タンクはE5の水タンクと同じですか。", "E3の水タンクの容量は1.8リットルです。"]
  ] as const)("%s: what holds of one model says nothing of another", async (language, text, page) => {
    const asking = (newest: string, passage: string) =>
      draft(ticket("", PARCEL[language].ask, `agent: ${NEXT[language].answer}`, newest), language, [
        source(1, language, "", passage)
      ])
    expect((await asking(text, page)).answer?.tier).not.toBe("sure")
    expect((await asking(text.replaceAll("E5", "E3"), page)).answer?.tier).toBe("sure")
  })

  test("a message that asks nothing, and the first question, are judged as before", async () => {
    const { ask, page } = PARCEL.en
    const pages = [source(1, "en", "", page)]
    const waiting = ticket("", ask, "agent: We'll look into it.", "It is still missing, the parcel.")
    expect((await draft(waiting, "en", pages)).answer?.tier).toBe("sure")
    expect((await draft(ticket("", ask), "en", pages)).answer?.tier).toBe("sure")
  })
})

const followUps = z.array(
  z.object({
    id: z.string(),
    ticket: z.string(),
    answer: z.object({ author: z.string(), at: z.string(), text: z.string() }),
    followUp: z.object({ at: z.string(), text: z.string() })
  })
)

describe("follow-ups to the sample tickets", () => {
  const companies = openCompanies()
  afterAll(() => companies.close())
  const root = join(import.meta.dirname, "../../../..")
  const entries = followUps.parse(JSON.parse(readFileSync(join(root, "data/follow-ups/dev.json"), "utf8")))
  async function letterAfter(id: string) {
    const entry = entries.find((one) => one.id === id)
    if (!entry) throw new Error(`No entry ${id}`)
    const before = ticketOfPage.parse(JSON.parse(readFileSync(join(root, `demo/tickets/${entry.ticket}.json`), "utf8")))
    const requester = before.messages.find(({ role }) => role === "customer")?.author ?? ""
    const messages = [
      ...before.messages,
      { id: "answer", role: "agent" as const, visibility: "public" as const, ...entry.answer },
      { id: "next", author: requester, role: "customer" as const, visibility: "public" as const, ...entry.followUp }
    ]
    return companies.draft({ company: "sample", ticket: { ...before, messages } }, async () => createOfflineDrafter())
  }

  test.each([
    ["fu-dev-03", "may the broken mixer still be used slowly"],
    ["fu-dev-07", "can a mixer be lent for a weekend"],
    ["fu-dev-08", "has the statement to be filled in again"],
    ["fu-dev-09", "may the refund go to another account"]
  ])("%s: no letter that answers something else: %s", async (id) => {
    const { text, end } = await letterAfter(id)
    expect([text, end.answer?.tier]).toEqual(["", "unsure"])
  })

  test("fu-dev-01: what the page says of a parcel that turns up later", async () => {
    expect((await letterAfter("fu-dev-01")).text).toContain("If the parcel turns up later, simply keep it")
  })
})

import { describe, expect, test } from "vitest"
import type { Language } from "../../../../src/text/languages.ts"
import { ticket } from "../../../knowledge/help/tickets.ts"
import { draft, source } from "../offline-help.ts"

/** Drafts from one page, with the agent's answers as fields of the ticket. */
async function letterOf(language: Language, page: string, written: string, fields: Record<string, string> = {}) {
  const { text, answer } = await draft({ ...ticket("", written), fields }, language, [source(1, language, "", page)])
  return {
    text,
    asked: answer?.openCases?.flatMap(({ asked }) => asked?.names ?? []) ?? [],
    leftOut: answer?.leftOut?.map((one) => one.text) ?? [],
    answered: answer?.leftOut?.flatMap((one) => one.answered ?? []) ?? []
  }
}

const POOL = "Members pay €3 for an hour in the pool. Non-members pay €6 for an hour in the pool. Towels cost €2."
const LATE =
  "If you arrive 90 to 179 minutes late, you get a quarter of the fare back. With 180 minutes or more you get half of the fare back."
const WAS_LATE = "My coach was late and we missed the show. What do I get back of my fare?"

describe("what nothing decides is asked, with the cases named", () => {
  test.each<[Language, string, string, string]>([
    [
      "en",
      POOL,
      "I swam yesterday for an hour. What do I pay for the pool?",
      "Could you tell us which of these applies to you: “Members” or “Non-members”?"
    ],
    [
      "de",
      "Bis 20 kg kostet das Gepäck 8 €. Ab 20 kg kostet das Gepäck 15 €.",
      "Mein Gepäck steht noch im Lager. Was kostet mich das Gepäck?",
      "Was davon trifft auf Sie zu: „Bis 20 kg“ oder „Ab 20 kg“?"
    ],
    [
      "fr",
      "Les adhérents paient 3 € par séance de piscine. Sans adhésion, une séance de piscine coûte 6 €.",
      "Je suis venue nager avec ma fille. Combien coûte une séance de piscine ?",
      "Lequel de ces cas est le vôtre : « Les adhérents » ou « Sans adhésion » ?"
    ],
    [
      "es",
      "Los socios pagan 3 € por clase de yoga. Los no socios pagan 6 € por clase de yoga.",
      "Ayer fui a una clase de yoga. ¿Cuánto pago por la clase de yoga?",
      "¿Cuál de estos casos es el suyo: «Los socios» o «no socios»?"
    ],
    [
      "pt",
      "Os sócios pagam 3 € por aula de ioga. Os não sócios pagam 6 € por aula de ioga.",
      "Ontem fui à aula de ioga. Quanto pago pela aula de ioga?",
      "Qual destes casos é o seu: “Os sócios” ou “não sócios”?"
    ],
    [
      "ja",
      "ライトプランの修理費は3000円です。プレミアムプランの修理費は1000円です。",
      "掃除機が壊れました。修理費はいくらですか。",
      "「ライトプラン」「プレミアムプラン」のうち、どちらに当てはまりますか。"
    ]
  ])("%s", async (language, page, written, question) => {
    expect((await letterOf(language, page, written)).text).toContain(question)
  })

  test("the question follows the last of the cases", async () => {
    const { text } = await letterOf("en", LATE, WAS_LATE)
    expect(text).toMatch(/half of the fare back\. Could you tell us .*“90 to 179 minutes” or “180 minutes or more”\?/)
  })

  test("never more than two questions", async () => {
    const page = `${POOL} Bags up to 20 kg cost €5. Bags over 20 kg cost €9. ${LATE}`
    const { asked } = await letterOf("en", page, "My coach was late, I swam and left a bag. What do I pay or get back?")
    expect(asked.length).toBeLessThanOrEqual(4)
  })
})

describe("an answer of the agent decides", () => {
  const fact = "90 to 179 minutes / 180 minutes or more"

  test("the other case leaves the letter, and so does the question", async () => {
    const { text, leftOut, answered } = await letterOf("en", LATE, WAS_LATE, { [fact]: "180 minutes or more" })
    expect(text).toContain("half of the fare")
    expect(text).not.toMatch(/a quarter|Could you tell us/)
    expect(leftOut).toEqual(["If you arrive 90 to 179 minutes late, you get a quarter of the fare back."])
    expect(answered).toEqual([fact])
  })

  test("the name of a case that is a part of the other's is told apart", async () => {
    const written = "I swam yesterday for an hour. What do I pay for the pool?"
    const members = await letterOf("en", POOL, written, { "Members / Non-members": "Members" })
    expect(members.leftOut).toEqual(["Non-members pay €6 for an hour in the pool."])
    const others = await letterOf("en", POOL, written, { "Members / Non-members": "Non-members" })
    expect(others.leftOut).toEqual(["Members pay €3 for an hour in the pool."])
  })

  test("an answer that was taken back decides nothing", async () => {
    expect((await letterOf("en", LATE, WAS_LATE, { [fact]: "" })).asked).toHaveLength(2)
  })
})

describe("nobody is asked needlessly", () => {
  test.each<[string, string, string]>([
    ["the ticket has a sign of the answer", LATE, `${WAS_LATE} We should have been there at 17:10 on Friday.`],
    ["somebody only asks for the rule", LATE, "What do I get back of my fare if my coach is late?"],
    [
      "both cases come to the same",
      "Members book the pool by phone. Non-members book the pool by phone as well.",
      "I swam yesterday. How do I book the pool by phone?"
    ],
    [
      "the limits are of what the team does",
      "We check a return within 3 days. The refund then takes 5 to 10 days.",
      "I sent back my lamp. How long does the refund of a return take?"
    ],
    [
      "the case between isn't in the letter",
      "With 15 days or more before departure you get the fare back. With 3 days or less before departure you get nothing of the fare back.",
      "I can't travel, my coach leaves without me. What do I get back of my fare?"
    ]
  ])("%s", async (_why, page, written) => {
    const { text, asked } = await letterOf("en", page, written)
    expect(text).not.toBe("")
    expect(asked).toEqual([])
  })
})

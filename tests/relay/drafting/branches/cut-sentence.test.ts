import { expect, test } from "vitest"
import { cutOtherEnds } from "../../../../src/relay/drafting/offline/branches/cut-sentence.ts"
import { quotableOf } from "../../../../src/relay/drafting/offline/reading/quotable.ts"
import { VOICES } from "../../../../src/relay/drafting/voices/voice.ts"
import type { Language } from "../../../../src/text/languages.ts"
import { ticket } from "../../../knowledge/help/tickets.ts"
import { draft, source } from "../offline-help.ts"

const cut = (language: Language, page: string, written: string) =>
  cutOtherEnds(quotableOf([source(1, language, "", page)], language, VOICES[language]), ticket("", written), language)
    .quotable.map(({ text }) => text)
    .join(" ")

test.each<[Language, string, string, string]>([
  ["en", "Bags up to 20 kg are free; over 20 kg they cost £8.", "My bag weighs 12 kg.", "Bags up to 20 kg are free."],
  ["en", "The card costs £6 on Everyday and nothing on Plus.", "I'm on Everyday.", "The card costs £6 on Everyday."],
  ["de", "Mitglieder zahlen 3 €; Nichtmitglieder zahlen 6 €.", "Ich bin Mitglied.", "Mitglieder zahlen 3 €."],
  [
    "de",
    "Ein Paket kostet in Österreich 8 € und in der Schweiz 15 €.",
    "Ich wohne in Österreich.",
    "Ein Paket kostet in Österreich 8 €."
  ],
  [
    "fr",
    "Pour les adhérents c'est gratuit, sans adhésion 6 €.",
    "Je suis adhérente.",
    "Pour les adhérents c'est gratuit."
  ],
  ["ja", "会員の方は300円です；会員以外の方は600円です。", "会員です。", "会員の方は300円です。"]
])("%s: the end for another case goes: %s", (language, page, written, left) => {
  expect(cut(language, page, written)).toBe(left)
})

test.each<[string, string, string]>([
  ["the customer's case is at the end", "Bags up to 20 kg are free; over 20 kg they cost £8.", "My bag weighs 25 kg."],
  ["the ticket doesn't say", "The card costs £6 on Everyday and nothing on Plus.", "I need a card."],
  ["the ticket names both", "The card costs £6 on Everyday and nothing on Plus.", "I'm on Everyday, is Plus better?"],
  ["the end is a part of a range", "Between £5 on Everyday and £10 on Plus is charged.", "I'm on Everyday."],
  ["the end rules nothing", "The card costs £6 on Everyday and Plus.", "I'm on Everyday."]
])("a sentence stays whole where %s", (_why, page, written) => {
  expect(cut("en", page, written)).toBe(page)
})

test("the panel lists what was cut off, and the letter has the rest", async () => {
  const { text, answer } = await draft(ticket("", "My card broke. I'm on Everyday. What does a new card cost?"), "en", [
    source(1, "en", "New card", "A new card costs £6 on Everyday and nothing on Plus.")
  ])
  expect(text).toContain("A new card costs £6 on Everyday.")
  expect(answer?.leftOut).toMatchObject([
    { text: "nothing on Plus.", because: "Everyday", applies: "A new card costs £6 on Everyday." }
  ])
})

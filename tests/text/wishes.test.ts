import { describe, expect, test } from "vitest"
import { readWishes } from "../../src/text/wishes.ts"

const read = (text: string, language = "en") =>
  readWishes(text, language).map((wish) =>
    "thing" in wish ? [wish.kind, wish.thing] : "language" in wish ? [wish.kind, wish.language] : [wish.kind]
  )

describe("what the agent wants changed", () => {
  test.each([
    ["Shorter, please", [["shorter"]]],
    ["make it a bit longer", [["longer"]]],
    ["too long", [["shorter"]]],
    ["too short", [["longer"]]],
    ["no refund", [["leave-out", "refund"]]],
    ["don't mention the carrier", [["leave-out", "carrier"]]],
    ["leave out the sentence about the insurance", [["leave-out", "insurance"]]],
    [
      "no refund and voucher",
      [
        ["leave-out", "refund"],
        ["leave-out", "voucher"]
      ]
    ],
    ["mention the express cost of €9.90", [["mention", "express cost of €9.90"]]],
    ["offer her the refund", [["offer", "refund"]]],
    ["tell him he gets a new lamp", [["offer", "new lamp"]]],
    ["in German", [["language", "de"]]],
    ["Answer in français", [["language", "fr"]]],
    ["use her first name", [["first-name"]]],
    ["don't use the first name", [["no-first-name"]]],
    ["apologise", [["apologise"]]],
    ["say sorry", [["apologise"]]],
    ["no apology", [["no-apology"]]],
    ["no greeting", [["no-greeting"]]],
    ["more formal greeting", [["formal"]]],
    ["a less formal greeting", [["informal"]]],
    ["shorter\nno refund, apologise", [["shorter"], ["leave-out", "refund"], ["apologise"]]],
    ["make it rhyme", [["unknown"]]],
    ["qwertz uiop", [["unknown"]]],
    ["", []]
  ])("in English: %s", (text, wishes) => {
    expect(read(text)).toEqual(wishes)
  })

  test.each([
    ["de", "bitte kürzer", [["shorter"]]],
    ["de", "etwas ausführlicher und mit Vornamen", [["longer"], ["first-name"]]],
    ["de", "ohne die Erstattung", [["leave-out", "Erstattung"]]],
    ["de", "die Suche nicht erwähnen", [["leave-out", "Suche"]]],
    ["de", "erwähne die Suchnummer", [["mention", "Suchnummer"]]],
    ["de", "biete ihr die Erstattung an", [["offer", "Erstattung"]]],
    ["de", "einen Umtausch anbieten", [["offer", "Umtausch"]]],
    ["fr", "propose-lui un remboursement", [["offer", "remboursement"]]],
    ["es", "ofrécele el reembolso", [["offer", "reembolso"]]],
    ["pt", "ofereça o reembolso", [["offer", "reembolso"]]],
    ["ja", "返金を提案してください", [["offer", "返金"]]],
    ["de", "auf Englisch", [["language", "en"]]],
    ["de", "entschuldigen", [["apologise"]]],
    ["de", "shorter", [["shorter"]]],
    ["fr", "plus court", [["shorter"]]],
    ["fr", "plus de détails", [["longer"]]],
    ["fr", "sans le remboursement", [["leave-out", "remboursement"]]],
    ["fr", "mentionnez le délai", [["mention", "délai"]]],
    ["fr", "en anglais", [["language", "en"]]],
    ["fr", "par son prénom", [["first-name"]]],
    ["fr", "no refund", [["leave-out", "refund"]]],
    ["es", "más breve, pide perdón", [["shorter"], ["apologise"]]],
    ["es", "sin el reembolso", [["leave-out", "reembolso"]]],
    ["es", "en portugués", [["language", "pt"]]],
    ["es", "menciona el plazo", [["mention", "plazo"]]],
    ["pt", "mais curto", [["shorter"]]],
    ["pt", "não mencione o reembolso", [["leave-out", "reembolso"]]],
    ["pt", "em espanhol", [["language", "es"]]],
    ["ja", "短くしてください", [["shorter"]]],
    ["ja", "返金なしで", [["leave-out", "返金"]]],
    ["ja", "送料も書いてください", [["mention", "送料"]]],
    ["ja", "英語で", [["language", "en"]]],
    ["ja", "お詫びを入れて", [["apologise"]]]
  ])("in the language of the ticket (%s): %s", (language, text, wishes) => {
    expect(read(text, language)).toEqual(wishes)
  })

  test("in a ticket's language that has no lists, English is read", () => {
    expect(read("shorter", "it")).toEqual([["shorter"]])
  })
})

import { expect, test } from "vitest"
import { maskText } from "../../../src/masking/index.ts"
import { KnownPeople } from "../../../src/masking/known/known-people.ts"
import { EMPTY, masked } from "../tickets.ts"

const beside = (text: string, ...names: string[]) =>
  maskText(
    text,
    EMPTY,
    names.map((name) => ({ name }))
  ).text

test.each([
  ["4000000000000002DE89370400440532013000", "[CARD_1][IBAN_1]"],
  ["order DE893704004405320130004000000000000002", "order [IBAN_1][CARD_1]"],
  ["Pay 4000 0000 0000 0002DE89 3704 0044 0532 0130 00 now", "Pay [CARD_1][IBAN_1] now"],
  ["4000000000000002GB33BUKB20201555555555", "[CARD_1][IBAN_1]"],
  ["DE89 3704 0044 0532 0130 00anna@post.example", "[IBAN_1][EMAIL_1]"],
  ["4000 0000 0000 0002anna@post.example", "[CARD_1] [EMAIL_1]"],
  ["IBANDE89370400440532013000", "IBAN[IBAN_1]"],
  ["card4000000000000002", "card[CARD_1]"],
  ["4000000000000002,4000000000000002", "[CARD_1],[CARD_1]"]
])("accounts and cards that are glued to something: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["oder rufen Sie Telefon: 0910/5556169 an", "oder rufen Sie Telefon: [PHONE_1] an"],
  ["rufen Sie 0312/3454882 an.", "rufen Sie [PHONE_1] an."],
  ["depuis 3 ans, 12 jours", "depuis 3 ans, 12 jours"],
  ["Tel. 0033 199 001 3591", "Tel. [PHONE_1]"],
  ["荷物です Tel. 0082 255 501 5288", "荷物です Tel. [PHONE_1]"],
  [
    "callback_+1.212.555.4733, callback_0044 117 496 0321, nfe_000418.xml",
    "callback_[PHONE_1], callback_[PHONE_2], nfe_000418.xml"
  ]
])("phone numbers to their last digit: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["benoitd'aubrac61", "Benoît d'Aubrac", "[PERSON_1]'[PERSON_2]61"],
  ["mary-bethtillman56", "Mary-Beth Tillman", "[PERSON_1]-[PERSON_2]56"],
  ["invoiceedocvek.pdf", "Edo Cvek", "[PERSON_1].pdf"],
  ["scan_contractkyoko.pdf", "Kyōko Shimano", "scan_[PERSON_1].pdf"],
  ["*hope \ncarpenter*", "Hope Carpenter", "*[PERSON_1]*"],
  ["> carpenter,\n> hope", "Hope Carpenter", "> [PERSON_1]"],
  ["hand_will.zip and will do", "Will Hand", "[PERSON_1].zip and will do"],
  ["I hope @hope or mr hope reads it", "Hope Carpenter", "I hope @[PERSON_1] or mr [PERSON_1] reads it"],
  ["Art and the art of it", "Art Bell-Hehir", "[PERSON_1] and the art of it"],
  ["Dear Ben, bin Ben.", "Ben Carter", "Dear [PERSON_1], bin [PERSON_1]."],
  ["contractwill_hand.pdf, contractnoor_ten_brinke.pdf", "Will Hand", "[PERSON_1].pdf, contractnoor_ten_brinke.pdf"],
  ["contractnoor_ten_brinke.pdf at ten", "Noor ten Brinke", "[PERSON_1].pdf at ten"],
  ["ask d son for a son", "Dinh Cong Son", "ask [PERSON_1] for a son"],
  ["sang-woo%20lim", "Sang-woo Lim", "[PERSON_1]-[PERSON_2]"],
  ["Son Dinh, son-dinh", "Dinh Cong Son", "[PERSON_1], [PERSON_2]"],
  ["%E3%82%BF%E3%83%8A%E3%82%AB%20%E3%83%A6%E3%83%9F.png", "タナカ ユミ", "[PERSON_1].png"],
  ["박_지훈, 지훈 박", "박 지훈", "[PERSON_1], [PERSON_2]"],
  ["μαριαs Konto", "Μαρία Αθανασίου", "[PERSON_1]s Konto"],
  ["contractΜαρία_2.pdf", "Μαρία Αθανασίου", "[PERSON_1]_2.pdf"],
  ["IMGمحمد 3", "محمد العلي", "[PERSON_1] 3"]
])("known people: %s (%s)", (text, name, expected) => expect(beside(text, name)).toBe(expected))

test("an initial by which somebody was masked is nobody's name", () =>
  expect(new KnownPeople([{ name: "B" }]).find("plan B, b_2, %41B%20")).toEqual([]))

test("a mailbox without a word of three letters", () => {
  expect(new KnownPeople([{ email: "ke-wu@post.example" }]).find("~ke-wu (kexwu)")).toEqual([
    { start: 1, end: 6, type: "PERSON" }
  ])
  expect(maskText("ho73@, HO73 and aho73", EMPTY, [{ name: "Minh Ho", email: "ho73@post.example" }]).text).toBe(
    "[PERSON_1]@, [PERSON_2] and aho73"
  )
})

test("a short name whose parts are joined and glued to a word", () => {
  expect(
    maskText("re: INVOICEBIASA / parcel", EMPTY, [{ name: "Bia Sá", email: "b.sa@post.example" }]).text
  ).not.toMatch(/biasa/i)
})

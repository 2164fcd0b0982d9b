import { expect, test } from "vitest"
import { rankedToShow, rankEvidence } from "../../../src/checks/evidence/rank.ts"

const PAGE = [
  "Returns",
  "You can return most items within 30 days of delivery.",
  "Gift cards and underwear cannot be returned unless they arrive faulty.",
  "We refund the original payment method within 5 business days of receiving the parcel.",
  "Standard delivery takes 2 to 4 business days."
]

test.each([
  ["Most of our products can be sent back up to 30 days after delivery.", 1],
  ["Unfortunately, a gift card can't be returned.", 2],
  ["The money goes back the way you paid within five working days once the parcel is here.", 3],
  ["It will be with you in 2 to 4 working days with standard delivery.", 4]
])("the source sentence comes first: %s", (sentence, index) => {
  expect(rankEvidence(sentence, PAGE, "en")[0]?.index).toBe(index)
})

test("a condition that both state decides between sentences that share few words", () => {
  const loans = [
    "Reserved items wait for you at the desk for eight days.",
    "Books may be kept for three weeks.",
    "We send a reminder by email two days before an item is due.",
    "Loans renew by themselves twice unless another reader has reserved the item."
  ]
  const draft =
    "Your loans will be extended automatically up to two times, provided nobody else is waiting for the item."
  expect(rankEvidence(draft, loans, "en")[0]?.index).toBe(3)
})

test("half an hour is thirty minutes", () => {
  const late = ["You pay 11 euros a day.", "There is half an hour of grace."]
  expect(rankEvidence("Up to thirty minutes is no problem.", late, "en")[0]?.index).toBe(1)
})

test("every sentence is ranked, best first, the same on a second call, and nothing comes of no sources", () => {
  const ranked = rankEvidence("A gift card can't be returned.", PAGE, "en")
  expect(ranked.map(({ index }) => index).sort()).toEqual([0, 1, 2, 3, 4])
  expect(ranked.every(({ score }, i) => i === 0 || score <= (ranked[i - 1]?.score ?? 0))).toBe(true)
  expect(rankEvidence("A gift card can't be returned.", PAGE, "en")).toEqual(ranked)
  expect(rankEvidence("Anything.", [], null)).toEqual([])
})

test("it also ranks in languages without spaces and without lists", () => {
  const japanese = ["送料は全国一律500円です。", "返品は到着後14日以内にお願いします。"]
  expect(rankEvidence("14日以内でしたら返品いただけます。", japanese, "ja")[0]?.index).toBe(1)
  expect(
    rankEvidence("De levering duurt drie dagen.", ["Ruilen is gratis.", "Levering duurt 3 dagen."], "nl")[0]?.index
  ).toBe(1)
})

test("two are shown if the first leads by less than a tenth, and none if nothing is shared", () => {
  const twins = ["Refunds for shoes take 5 days.", "Refunds for coats take 5 days.", "We open at nine."]
  expect(rankedToShow(rankEvidence("Refunds take 5 days.", twins, "en")).map(({ index }) => index)).toEqual([0, 1])
  expect(rankedToShow(rankEvidence("Refunds for coats take 5 days.", twins, "en")).map(({ index }) => index)).toEqual([
    1
  ])
  expect(rankedToShow(rankEvidence("Xyz.", ["Qrst."], "en"))).toEqual([])
})

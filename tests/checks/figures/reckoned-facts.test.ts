import { describe, expect, test } from "vitest"
import { supportChecker } from "../../../src/checks/judge-sentence.ts"
import { source, TICKET } from "../support-samples.ts"

const PAGES = [
  source(
    1,
    "Cancelling",
    "Between 24 hours and 1 hour before departure you get half of the price as a voucher. In the last hour there is nothing back. For a Fixed ticket you can open a dispute within 120 days of the promised delivery date."
  ),
  source(
    2,
    "Day pass",
    "A day pass costs £3.80 in Norway, with calls, texts and 1 GB. You can move a visit free of charge until 2 working days before it."
  ),
  source(
    3,
    "Pots",
    "In the first 14 days you may undo a pot without loss. After that you can still open it early, but it costs 60 days' interest on a 6-month pot, 90 days' interest on a 12-month pot."
  ),
  source(
    4,
    "Transfers",
    "The fee is 0.7% of the amount, at least £5 and at most £60. The money takes 2 to 4 working days, and for £12 we make sure that the full sum arrives."
  )
]
const ticket = {
  ...TICKET,
  messages: [
    {
      id: "1",
      author: "[PERSON_1]",
      role: "customer" as const,
      at: "2026-06-15T09:00:00Z",
      text: "I paid £38 for the train at 14:20. The desk was promised for 12 March. I have £800, and want to send £200 to my aunt. The visit is on Thursday 9 July. I stay in Norway for three days."
    }
  ]
}
const judge = (sentence: string) => supportChecker(ticket, PAGES, { language: "en" })(sentence, 0)

describe("what follows from two stated figures is not marked, and says from which", () => {
  test.each([
    ["You get half of the price as a voucher, which on your £38 is £19.", "£19"],
    ["As delivery was promised for 12 March, you can open a dispute until 10 July.", "10 July"],
    ["Cancel by 13:20, because in the last hour there is nothing back.", "13:20"],
    ["A day pass costs £3.80 in Norway, so three days cost £11.40.", "£11.40"],
    [
      "You can move the visit free of charge until 2 working days before it, so for 9 July until Tuesday 7 July.",
      "7 July"
    ]
  ])("%s", (sentence, words) => {
    expect(judge(sentence)).toMatchObject({
      state: "near",
      words: expect.stringContaining(words),
      says: expect.any(String)
    })
  })
})

describe("what doesn't follow is no-source or worse", () => {
  test.each([
    "You get half of the price as a voucher, which on your £38 is £18.",
    "As delivery was promised for 12 March, you can open a dispute until 13 July.",
    "Cancel by 13:40, because in the last hour there is nothing back.",
    "A day pass costs £3.80 in Norway, so three days cost £12.40.",
    "As delivery was promised for 12 March, you can open a dispute until 10 July 2021.",
    "We paid £57 into your account.",
    "The desk was sent off on 9 March.",
    "The visit was booked on 6 July."
  ])("%s", (sentence) => {
    expect(["no-source", "contradicts", "needs-approval"]).toContain(judge(sentence).state)
  })
})

describe("a sentence that says what two sentences of a page say contradicts neither", () => {
  test.each([
    "As the first 14 days have passed, opening a 6-month pot early costs you 60 days' interest.",
    "For your £200 the fee is £5, and the money takes 2 to 4 working days."
  ])("%s", (sentence) => {
    expect(judge(sentence).state).not.toBe("contradicts")
  })
  test("but a copy with the figure of another sentence does", () => {
    expect(judge("After that you can still open it early, but it costs 14 days' interest.").state).toBe("contradicts")
  })
})

test.each([
  ["en", "Have a good journey on Monday!"],
  ["de", "Gute Fahrt am Montag!"],
  ["fr", "Bon séjour à vous et à vos amis !"],
  ["es", "¡Buen viaje el lunes!"],
  ["pt", "Desejamos-lhe uma ótima viagem."],
  ["ja", "どうぞお大事に。"]
])("a wish claims nothing, whatever day it is for: %s", (language, wish) => {
  expect(supportChecker(ticket, PAGES, { language })(wish, 0).state).toBe("courtesy")
})

test("a wish that names an amount, or tells more, claims it", () => {
  for (const wish of ["Good luck with your refund of £50.", "All the best; you get £50 back."])
    expect(judge(wish).state).not.toBe("courtesy")
})

test("an amount without its sign is reckoned beside others", () => {
  const page = [
    source(1, "Plans", "Crew costs £39 a month. If you pay by the year, you pay for ten months instead of twelve.")
  ]
  const said = (sentence: string) => supportChecker(ticket, page, { language: "en" })(sentence, 0).state
  expect(said("Crew costs £39 a month, so by the year you pay £390 instead of 468.")).toBe("near")
  expect(said("Crew costs £39 a month, so by the year you pay £390 instead of 486.")).not.toMatch(/supported|near/)
})

test("regret that names an amount promises nothing, and what somebody will need isn't promised", () => {
  expect(judge("I'm sorry, being £200 short is annoying.").state).not.toBe("needs-approval")
  expect(judge("You'll need at least £200 for it.").state).not.toBe("needs-approval")
  expect(judge("I'm sorry, we will give you £200 for it.").state).toBe("needs-approval")
})

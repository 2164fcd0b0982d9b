import { describe, expect, test } from "vitest"
import { derivable } from "../../../src/checks/figures/derivable.ts"

/** A Friday. */
const TODAY = "2027-05-14"
const check = (
  sentence: string,
  evidence: string[],
  { earlier = [] as string[], thread = [] as string[], language = "en", today = TODAY } = {}
) => derivable(sentence, { evidence, thread, today, earlier }, language)

describe("every figure is stated or follows", () => {
  test.each([
    ["It arrives on the next working day, Monday 17 May.", ["Orders before 14:30 arrive on the next working day."]],
    ["So you have it on Wednesday.", ["It takes 3 working days."]],
    ["The refund arrives by 28 May at the latest.", ["We pay within 14 days."]],
    ["You can cancel until 30 June 2029.", ["The contract began on 30 June 2027 and runs for 24 months."]],
    ["It ends in May 2029.", ["The term of 24 months begins in May 2027."]],
    ["For the ten journeys you pay £18.", ["Each one costs £1.80.", "I travel ten times."]],
    ["Shared by four, that is £9.50 each.", ["The fee is £38 for all.", "There are four of us."]],
    ["Four nights cost €60.", ["A bed costs €15 a night.", "We stay for four nights."]],
    ["From 9 to 12 June that is four days, so £5.20.", ["It costs £1.30 for each day, from 9 to 12 June."]],
    [
      "With the work, that makes £29.70 for four days.",
      ["You pay £1.30 for each day, plus £24.50 for the work.", "It ran for four days."]
    ],
    ["On £6,000 at 3.8% that is roughly £37.", ["I put in £6,000.", "At 3.8% it costs 60 days' interest."]],
    ["You need two days for the £800.", ["You can take out £600 a day.", "I need £800."]],
    ["Your parcel of 7 kg costs €9.", ["Between 5 and 10 kg you pay €9."]],
    ["On a Wednesday the shop is open.", ["We are open Monday to Friday."]],
    ["The machine is checked tomorrow, 15 May.", ["We check it tomorrow."]],
    ["The rest is £300.", ["You get £500 back.", "I paid £800."]],
    ["With 25% more time your 80 minutes become 100 minutes.", ["You get 25% more time.", "Mine takes 80 minutes."]],
    [
      "You have until the end of January 2028.",
      ["It counts for 12 months.", "I passed it at the end of January 2027."]
    ],
    ["The notice runs to 30 June.", ["It is one month and begins with the month after yours.", "I wrote on 18 May."]],
    ["It closed on Tuesday, the 18th.", ["It is open for 3 working days.", "I asked on Thursday, 13 May."]],
    ["As you booked in 2026, you have a copy.", ["Bookings since January 2022 have a copy.", "I booked in May 2026."]],
    ["From 3 August to 26 September it is 54.", ["It counts from 3 August.", "The day is 26 September."]],
    [
      "You can use 300 points, that is €9, and 40 are left.",
      ["Points are taken in steps of 100, and 100 points are €3.", "I have 340 points."]
    ],
    ["The last day is 2 August 2028.", ["It runs for 18 months.", "It began on 3 February 2027."]],
    ["Tell us by 23 June.", ["You confirmed it on 9 June and have 14 days."]]
  ])("%s", (sentence, evidence) => {
    expect(check(sentence, evidence)).toMatchObject({ isDerivable: true })
  })

  test.each([
    ["de", "Das Geld ist am Montag, dem 17. Mai, da.", ["Es kommt am nächsten Werktag an."]],
    ["fr", "Vous l'aurez donc le lundi 17 mai.", ["Elle arrive le jour ouvré suivant."]],
    ["es", "Le llega el lunes 17 de mayo.", ["Llega al siguiente día hábil."]],
    ["pt", "Chega na segunda-feira, 17 de maio.", ["Chega no próximo dia útil."]],
    ["ja", "5月17日(月曜日)に届きます。", ["翌営業日に届きます。"]]
  ])("the next working day in %s: %s", (language, sentence, evidence) => {
    expect(check(sentence, evidence, { language })).toMatchObject({ isDerivable: true })
  })

  test("what the thread states counts, and what the sentence takes of it is reckoned with", () => {
    const thread = ["My exam is on 8 June."]
    const evidence = ["Up to 16 working days before it, a move costs £33."]
    expect(check("There are 16 working days left before 8 June, so a move costs £33.", evidence, { thread })).toEqual({
      isDerivable: true
    })
    expect(check("You have 40 left.", ["You use 300 of them."], { thread: ["I have 340 points."] }).isDerivable).toBe(
      true
    )
    expect(check("There are 16 days.", ["A move costs £33."], { thread }).isDerivable).toBe(false)
    expect(check("It is 17 working days until 8 June.", ["A move costs £33."], { thread }).isDerivable).toBe(true)
    expect(check("It is 12 working days until 8 June.", ["A move costs £33."], { thread }).isDerivable).toBe(false)
  })

  test.each([
    ["pt", "Pode devolvê-lo até 9 de julho.", "O prazo é de 8 semanas.", "no dia 14, apesar de eu ter rescindido"],
    ["de", "Sie können bis zum 9. Juli widersprechen.", "Die Frist beträgt 8 Wochen.", "Am 14. wurde abgebucht."],
    ["fr", "Vous avez jusqu'au 9 juillet.", "Le délai est de 8 semaines.", "On m'a débité le 14, sans raison."],
    ["es", "Tiene hasta el 9 de julio.", "El plazo es de 8 semanas.", "Me cobraron el día 14."]
  ])("a day by its number, in %s: %s", (language, sentence, ...evidence) => {
    const today = "2027-05-20"
    expect(check(sentence, evidence, { language, today }).isDerivable).toBe(true)
    expect(check(sentence.replace("9", "11"), evidence, { language, today }).isDerivable).toBe(false)
  })

  test("the next sentence may show how a figure was worked out", () => {
    const evidence = ["Half of the rent that is left is due.", "The rent is £34.90."]
    const next = "Four months are left: 4 × £34.90 = £139.60, and half of it."
    expect(derivable("You pay £69.80.", { evidence, today: TODAY, earlier: [], next }, "en").isDerivable).toBe(true)
    expect(derivable("You pay £96.80.", { evidence, today: TODAY, earlier: [], next }, "en").isDerivable).toBe(false)
  })

  test("what an earlier sentence worked out counts", () => {
    const evidence = ["Each further day costs £1.30."]
    expect(check("With a fifth day it would be £6.50.", evidence).isDerivable).toBe(false)
    expect(
      check("With one more day it would be £6.50.", evidence, { earlier: ["For four days you pay £5.20."] })
    ).toEqual({
      isDerivable: true,
      from: { words: "£6.50", says: "£1.30 · £5.20" }
    })
  })
})

describe("what doesn't follow", () => {
  test.each([
    ["It arrives on the next working day, Tuesday 18 May.", ["Orders before 14:30 arrive on the next working day."]],
    ["It arrives on Tuesday 17 May.", ["Orders before 14:30 arrive on the next working day."]],
    ["The refund arrives by 29 May at the latest.", ["We pay within 14 days."]],
    ["You can cancel until 30 July 2029.", ["The contract began on 30 June 2027 and runs for 24 months."]],
    ["For the ten journeys you pay £19.", ["Each one costs £1.80."]],
    ["With the work, that makes £28.70 for four days.", ["You pay £1.30 for each day, plus £24.50 for the work."]],
    ["On £6,000 at 3.8% that is roughly £47.", ["I put in £6,000.", "At 3.8% it costs 60 days' interest."]],
    ["The fee is £8.", ["The fee is 0.7%, at least £5 and at most £60."]],
    ["It takes 3 working days.", ["It takes 2 to 4 working days."]],
    ["With 25% more time your 80 minutes become 110 minutes.", ["You get 25% more time.", "Mine takes 80 minutes."]],
    ["You have until the end of March 2028.", ["It counts for 12 months.", "I passed it at the end of January 2027."]],
    ["It closed on Tuesday, the 19th.", ["It is open for 3 working days.", "I asked on Thursday, 13 May."]],
    ["As you booked in 2025, you have a copy.", ["Bookings since January 2022 have a copy.", "I booked in May 2026."]],
    ["So it is closed for 3 days.", ["It is closed in March 2027 and in May 2027."]],
    ["On a Sunday the shop is open.", ["We are open Monday to Friday."]]
  ])("%s", (sentence, evidence) => {
    expect(check(sentence, evidence).isDerivable).toBe(false)
  })
})

test("it says from what the first figure follows", () => {
  expect(check("The refund arrives by 28 May at the latest.", ["We pay within 14 days."]).from).toEqual({
    words: "28 May",
    says: `${TODAY} · 14 days`
  })
  expect(check("We pay within 14 days.", ["We pay within 14 days."])).toEqual({ isDerivable: true })
})

test("a long thread takes no time", () => {
  const thread = Array.from(
    { length: 300 },
    (_, at) => `On ${(at % 28) + 1} May I paid £${at * 7 + 3}.40 for ${at + 3} days.`
  )
  const began = performance.now()
  check("That makes £9999.99 by 31 December.", thread)
  expect(performance.now() - began).toBeLessThan(1500)
})

import { describe, expect, test } from "vitest"
import { supportChecker } from "../../src/checks/judge-sentence.ts"
import { isHoldingClaim } from "../../src/ticket/holding-claims.ts"
import { SOURCES, TICKET, judge, source } from "./support-samples.ts"

test("a sentence in quite other words than the source's is near it, and nothing is claimed", () => {
  expect(judge("Please send it back in its original box.")).toMatchObject({ state: "near", sources: [1] })
})

describe("said by a source: a copy is supported, and other words are near it", () => {
  test.each([
    ["You can return most items within 30 days of delivery.", 1, "supported"],
    ["The refund goes to your original payment method within five business days of receiving the parcel.", 1, "near"],
    ["Standard delivery costs 4,90 € and takes 2 to 4 business days.", 2, "supported"],
    ["Delivery is free from 50 euros.", 2, "supported"],
    ["Orders placed before 14:00 leave our warehouse the same day.", 2, "supported"],
    ["Your mixer has a warranty of 24 months.", 3, "near"],
    ["Please send a photo of the device and a short video of the fault.", 3, "supported"],
    ["The form is at https://shop.example/warranty.", 3, "near"],
    ["1. Send us the order number [[which order?]].", 3, "near"]
  ])("%s", (sentence, n, state) => {
    expect(judge(sentence)).toMatchObject({
      state,
      sources: expect.arrayContaining([n]),
      start: 10,
      end: 10 + sentence.length
    })
  })
})

describe("a source says otherwise", () => {
  test.each([
    ["You can return most items within 14 days of delivery.", 1, "duration", "14 days", "30 days"],
    ["Standard delivery costs €6.90.", 2, "money", "€6.90", "€4.90"],
    ["Express orders placed before 4 p.m. leave our warehouse the same day.", 2, "date", "4 p.m.", "2 p.m."],
    ["Our mixers have a three-year warranty.", 3, "duration", "three-year", "two-year"],
    ["Standard delivery takes 2 to 9 business days.", 2, "duration", "9 business days", "4 business days"]
  ])("%s", (sentence, n, reason, words, says) => {
    expect(judge(sentence)).toMatchObject({ state: "contradicts", sources: [n], reason, words, says })
  })
})

describe("a day by its number alone", () => {
  const pages = [
    source(1, "Pausing a box", "Pause before the 20th to skip the next month's box."),
    source(2, "Summer fair", "The summer fair is on 4 July on the market square."),
    source(3, "Winter fair", "The winter fair is in the town hall in February 2027.")
  ]
  test.each([
    ["Pause before the 20th to skip the next month's box.", "supported"],
    ["Pause before the 25th to skip the next month's box.", "no-source"],
    ["The summer fair is on the market square on the 4th.", "near"],
    ["The summer fair is on the market square on the 5th.", "no-source"],
    ["The winter fair is in the town hall on the 2nd.", "no-source"],
    ["Your first box is the next month's box.", "near"]
  ])("%s: %s", (sentence, state) => {
    expect(judge(sentence, "en", pages).state).toBe(state)
  })
})

describe("a figure of another sentence of the same page", () => {
  const page = [
    source(
      1,
      "Shown as delivered",
      "Please wait two working days after the scan. When a parcel is missing, we ask the carrier to search for it. The carrier answers within five working days."
    )
  ]
  test("does not excuse the wrong one", () => {
    expect(judge("The carrier answers within two working days", "en", page)).toMatchObject({
      state: "contradicts",
      sources: [1],
      reason: "duration",
      words: "two working days",
      says: "five working days"
    })
    expect(judge("The carrier answers within five working days.", "en", page)).toMatchObject({
      state: "supported",
      sources: [1]
    })
    expect(judge("Please wait five working days after the scan.", "en", page)).toMatchObject({
      state: "contradicts",
      says: "two working days"
    })
  })
  test("nor does another page's sentence of like words", () => {
    const refunds = source(2, "Refunds", "After a carrier search: within two working days of the carrier's answer.")
    expect(judge("The carrier answers within two working days.", "en", [...page, refunds])).toMatchObject({
      state: "contradicts",
      sources: [1],
      says: "five working days"
    })
  })
  test("nor stands for a sentence that it has no word of", () => {
    expect(judge("Our workshop phones back within five working days.", "en", page)).toMatchObject({
      state: "not-found",
      reason: "words"
    })
  })
  test("rows of a table and two cases in one sentence are no contradiction", () => {
    const rows = [
      source(
        1,
        "Delivery",
        "Country: Spain; Standard: €6.90; Time: 4 to 6 working days\nCountry: Japan; Standard: €24.90; Time: 6 to 10 working days\nDelivery costs €3 to a shop, €5 to a home."
      )
    ]
    for (const sentence of [
      "Standard delivery to Japan costs €24.90 and takes 6 to 10 working days.",
      "Country: Spain; Standard: €6.90",
      "Delivery costs €5 to a home.",
      "Delivery costs €3 to a shop."
    ]) {
      const { state, sources } = judge(sentence, "en", rows)
      expect([sentence, ["supported", "near"].includes(state), sources]).toEqual([sentence, true, [1]])
    }
  })
})

describe("nobody said it", () => {
  test("thanks with an apology is courtesy; what the agent does now isn't supported by a page on something else", () => {
    expect(judge("Thank you for your patience, and I'm sorry.").state).toBe("courtesy")
    for (const bare of ["Yes.", "Throw it away.", "We are sorry that your order was cancelled."])
      expect([bare, judge(bare).state]).toEqual([bare, "not-found"])
    const page = source(
      1,
      "Changing the delivery address",
      "We can change the delivery address of a parcel until the carrier has it. Ask the carrier to send the parcel to a shop."
    )
    const check = supportChecker(TICKET, [page], { language: "en" })
    expect(check("I'm asking the carrier to search for the parcel now.", 0).state).toBe("no-source")
  })

  test("one shared word, two items of a list or a name from the ticket support nothing", () => {
    const page = [
      source(
        1,
        "Shown as delivered",
        "- Ask your neighbours.\n- Look wherever drivers leave parcels.\n- Look for a card of the carrier in the letter box."
      ),
      source(
        2,
        "Tracking",
        "You get an e-mail with the tracking number. It begins with NP, the sign of our carrier Norrland Parcel."
      )
    ]
    const ticket = { ...TICKET, fields: { Carrier: "Norrland Parcel" } }
    const check = supportChecker(ticket, page, { language: "en" })
    expect(check("Norrland Parcel drivers carry a camera for such cases.", 0)).toMatchObject({
      state: "not-found",
      reason: "words",
      sources: []
    })
    expect(check("The drivers are paid by the hour.", 0)).toMatchObject({ state: "not-found" })
    expect(check("The letter to the neighbours was printed in the office.", 0)).toMatchObject({ state: "not-found" })
    expect(check("Have a look wherever the drivers leave parcels.", 0)).toMatchObject({
      state: "supported",
      sources: [1]
    })
  })

  test("words that no source says, without a wrong fact, are a quiet note", () => {
    expect(judge("Our workshop in the harbour repairs espresso machines on weekends.")).toMatchObject({
      state: "not-found",
      reason: "words",
      sources: []
    })
  })

  test.each([
    ["The mixer runs at 900 W.", "number"],
    ["Write to repairs@mixers.example about the mixer.", "link"],
    ["The form is at https://forms.example/warranty.", "link"],
    ["Your parcel LL-77777 is at the courier.", "number"],
    ["The courier Parcel Falcon has the parcel.", "name"],
    ["The parcel left on 9 November.", "date"]
  ])("%s", (sentence, reason) => {
    expect(judge(sentence)).toMatchObject({ state: "no-source", reason, sources: [] })
  })
})

describe("a date, an amount or a discount that nobody gave is named before anything else, and Insert waits for it", () => {
  test.each([
    ["en", "You get 10 % off with code SORRY10.", "money", "10 %"],
    ["en", "Mr Schmidt will call you on 24 November.", "date", "24 November"],
    ["en", "Your parcel arrives on 24 November.", "date", "24 November"],
    ["en", "Your refund is €84.", "money", "€84"],
    ["de", "Herr Schmidt ruft Sie am 24. November an.", "date", "24. November"],
    ["de", "Mit dem Code SORRY10 erhalten Sie 10 % Rabatt.", "money", "10 %"],
    ["fr", "Avec le code SORRY10, vous avez 10 % de remise.", "money", "10 %"],
    ["es", "Con el código SORRY10 tiene un 10 % de descuento.", "money", "10 %"],
    ["pt", "O Sr. Silva liga-lhe no dia 24 de novembro.", "date", "24 de novembro"],
    ["ja", "次回のご注文は10%引きになります。", "money", "10%"]
  ])("%s: %s", (language, sentence, reason, words) => {
    const claim = supportChecker(TICKET, SOURCES, { language })(sentence, 0)
    expect(claim).toMatchObject({ state: "no-source", reason, words: expect.stringContaining(words) })
    expect(isHoldingClaim(claim)).toBe(true)
  })

  test("another figure or a name that nobody gave is only marked", () => {
    for (const sentence of ["The mixer runs at 900 W.", "The courier Parcel Falcon has the parcel."])
      expect(isHoldingClaim(judge(sentence)), sentence).toBe(false)
  })
})

describe("promises need a policy", () => {
  test.each([
    ["We will refund you today.", "promise-refund"],
    ["I have refunded the 20 euros.", "promise-refund"],
    ["We'll give you a €10 voucher for the trouble.", "promise-money"],
    ["You will get it by Friday.", "promise-date"],
    ["Your parcel will arrive tomorrow.", "promise-date"],
    ["As a gesture we can offer you a 20 % discount.", "promise-money"]
  ])("%s", (sentence, reason) => {
    expect(judge(sentence)).toMatchObject({ state: "needs-approval", reason })
  })
  test("one that a policy states needs no approval, and a copy of it is supported", () => {
    expect(judge("We will send a replacement free of charge if the parcel is more than 10 days late.")).toMatchObject({
      state: "near",
      sources: [4]
    })
    expect(
      judge("We will refund the original payment method within 5 business days of receiving the parcel.")
    ).toMatchObject({ state: "supported", sources: [1] })
  })
  test("a refusal is no promise", () => {
    expect(judge("Unfortunately we cannot refund items that were worn.").state).not.toBe("needs-approval")
  })
  test.each([
    ["de", "Wir erstatten Ihnen heute den vollen Betrag.", "promise-refund"],
    ["de", "Sie erhalten einen Gutschein über 10 €.", "promise-money"],
    ["fr", "Nous vous remboursons dès demain.", "promise-refund"],
    ["fr", "Vous recevrez le colis vendredi.", "promise-date"],
    ["es", "Le reembolsaremos el importe mañana.", "promise-refund"],
    ["es", "Le enviaremos un cupón de 10 €.", "promise-money"],
    ["pt", "Vamos reembolsar o valor hoje.", "promise-refund"],
    ["ja", "本日中に全額を返金いたします。", "promise-refund"],
    ["ja", "次回使えるクーポンを差し上げます。", "promise-money"]
  ])("%s: %s", (language, sentence, reason) => {
    expect(judge(sentence, language)).toMatchObject({ state: "needs-approval", reason })
  })
})

test("what the customer wrote is told back, but is no policy", () => {
  expect(judge("You wrote that order LL-39104 was promised for 12 November and has not arrived.")).toMatchObject({
    state: "supported",
    sources: [0]
  })
  expect(judge("We will refund you 20 euros.")).toMatchObject({ state: "needs-approval" })
})

test("two articles with one wording for two cases", () => {
  const two = [
    source(1, "Germany", "Delivery costs €4.90 and takes 2 to 4 working days."),
    source(2, "Norway", "Delivery costs €14.90 and takes 4 to 6 working days.")
  ]
  expect(judge("Delivery costs €14.90 and takes 4 to 6 working days.", "en", two)).toMatchObject({
    state: "supported",
    sources: [2]
  })
  expect(judge("Delivery costs €24.90 and takes 4 to 6 working days.", "en", two)).toMatchObject({
    state: "contradicts"
  })
})

test("a figure that the customer claims doesn't overrule the source", () => {
  const claimed = {
    ...TICKET,
    messages: [
      {
        id: "m1",
        role: "customer" as const,
        author: "",
        at: "",
        text: "I have 90 days to return items after delivery, so take it back."
      }
    ]
  }
  expect(
    supportChecker(claimed, SOURCES, { language: "en" })("You can return most items within 90 days of delivery.", 0)
  ).toMatchObject({ state: "contradicts", sources: [1], says: "30 days" })
})

test("a fact of one source and words of another name both", () => {
  expect(
    judge("Items for return must be unworn and in their original box, and delivery is free from €50.").sources
  ).toEqual([1, 2])
})

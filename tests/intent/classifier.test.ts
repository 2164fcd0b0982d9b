import { expect, test } from "vitest"
import { tellIntent, trainClassifier, type IntentExample } from "../../src/intent/classifier/classifier.ts"
import { meaningsOf } from "../../src/search/synonyms/synonyms.ts"

const of = (intents: readonly string[], texts: readonly string[], language = "en"): IntentExample[] =>
  texts.map((text) => ({ text, intents, language }))

const REFUND = of(
  ["refund"],
  [
    "I would like a refund for the lamp",
    "when do I get my money back for order LL-48213?",
    "please refund the amount to my card",
    "the refund has not arrived on my account",
    "I was promised a refund two weeks ago",
    "give me my money back"
  ]
)
const LOGIN = of(
  ["login"],
  [
    "I can't log in to my account",
    "the password reset mail never comes",
    "my login is blocked after three attempts",
    "I forgot my password, how do I sign in?",
    "the site says that my user name is unknown",
    "sign in fails with an error"
  ]
)
const DELIVERY = of(
  ["delivery"],
  [
    "where is my parcel?",
    "the parcel has not arrived yet",
    "tracking says delivered but nothing is here",
    "when will the courier bring my order?",
    "the delivery is three days late",
    "my package is lost"
  ]
)
const trained = (examples: readonly IntentExample[]) => {
  const classifier = trainClassifier(examples, meaningsOf)
  if (!classifier) throw new Error("There was nothing to learn.")
  return (text: string, language: string | null = "en") => tellIntent(classifier, { text, language }, meaningsOf)
}

test("an intent is told in other words than those of the examples, with the words that spoke for it", () => {
  const told = trained([...REFUND, ...LOGIN, ...DELIVERY])
  expect(told("Can you refund what I paid?")).toMatchObject({ intent: "refund", best: "refund" })
  const login = told("Since yesterday my password doesn't work any more")
  expect(login).toMatchObject({ intent: "login" })
  expect(login.reasons[0]).toBe("password")
  expect(login.confidence).toBeGreaterThan(0.5)
  expect(login.confidence).toBeLessThanOrEqual(1)
  // "Reimburse" stands in no example; the list of synonyms joins it to "refund".
  expect(told("Will you reimburse me?").best).toBe("refund")
})

test("an intent is told in words that no example, synonym or stem has in common with it", () => {
  const told = trained([...REFUND, ...LOGIN, ...DELIVERY])
  expect(told("shipment en route?").best).toBe("delivery")
  expect(told("Authentication keeps being denied").best).toBe("login")
})

test("nothing is told of a text that is about none of the intents, but the likeliest is named", () => {
  const told = trained([...REFUND, ...LOGIN, ...DELIVERY])
  for (const text of ["Do you sell umbrellas?", "Is your shop in Lyon open on Sundays?", "", "?!", "🙂"]) {
    const { intent, best, confidence } = told(text)
    expect([text, intent]).toEqual([text, null])
    expect(["refund", "login", "delivery"]).toContain(best)
    expect(confidence).toBeLessThan(0.6)
  }
})

test("examples of none of the intents are learnt", () => {
  const tape = ["do you sell parcel tape?", "how much is your parcel tape?", "is the parcel tape brown?"]
  const asked = "which parcel tape do you have?"
  expect(trained([...REFUND, ...LOGIN, ...DELIVERY])(asked).best).toBe("delivery")
  const told = trained([...REFUND, ...LOGIN, ...DELIVERY, ...of([], tape)])
  expect(told(asked).intent).toBeNull()
  expect(told("where is my parcel?").intent).toBe("delivery")
})

test("with fewer than two intents there is nothing to decide", () => {
  expect(trainClassifier([], meaningsOf)).toBeUndefined()
  expect(trainClassifier(REFUND, meaningsOf)).toBeUndefined()
  expect(trainClassifier(of([], ["a text", "another one"]), meaningsOf)).toBeUndefined()
})

test("an example of two intents counts for both, and the same examples give the same classifier", () => {
  const both = of(["refund", "delivery"], ["my parcel is lost, I want my money back"])
  const classifier = trainClassifier([...REFUND, ...LOGIN, ...DELIVERY, ...both], meaningsOf)
  expect(classifier?.intents).toEqual(["refund", "login", "delivery"])
  expect(trainClassifier([...REFUND, ...LOGIN, ...DELIVERY, ...both], meaningsOf)).toEqual(classifier)
})

test("intents of several languages are told apart, Japanese too", () => {
  const german = of(["rückerstattung"], ["Ich möchte mein Geld zurück", "Wann kommt die Rückerstattung?"], "de")
  const japanese = of(["返品"], ["商品を返品したいです", "返品の方法を教えてください"], "ja")
  const told = trained([...REFUND, ...LOGIN, ...german, ...japanese])
  expect(told("Die Rückerstattungen sind noch nicht da", "de").best).toBe("rückerstattung")
  expect(told("返品したいのですが", "ja").best).toBe("返品")
  expect(told("refund please").best).toBe("refund")
})

test("names of people and figures decide nothing", () => {
  const told = trained([...REFUND, ...LOGIN, ...DELIVERY])
  expect(told("[PERSON_1] and [ORDER_1], 48213")).toMatchObject({ intent: null, reasons: [] })
})

test("what synonyms mean together tells an intent where none of them does alone", () => {
  const told = trained([
    ...of(["ours"], ["my refund is late", "the refund is late", "my parcel was cancelled", "the parcel was cancelled"]),
    ...of(
      ["theirs"],
      ["my refund was cancelled", "the refund was cancelled", "my parcel is late", "the parcel is late"]
    )
  ])
  expect(told("they reimburse me behind schedule").best).toBe("ours")
  expect(told("a package which they revoke").best).toBe("ours")
  expect(told("they revoke what they reimburse").best).toBe("theirs")
  expect(told("a package behind schedule").best).toBe("theirs")
})

test("a word that several intents share gives way to one that only a single intent has", () => {
  // Without the meanings of words, which only English has: "account" means more of a login than "card" of a refund.
  const language = "it"
  const told = trained([...REFUND, ...LOGIN, ...DELIVERY].map((one) => ({ ...one, language })))
  // "Account" is in two intents' examples, "card" and "lamp" in one of refunds each.
  for (const text of ["card, account", "account: lamp", "lamp arrived"])
    expect([text, told(text, language).best]).toEqual([text, "refund"])
})

test("thousands of texts are read by their phrases too, and copies of a text are one", () => {
  const many = numberedTexts(3001)
  const classifier = trainClassifier(many, meaningsOf)
  const few = trainClassifier(
    many.slice(0, 1001).flatMap((one) => [one, one, one, one]),
    meaningsOf
  )
  // "to my" is cut across the words, and only where there are many texts.
  expect(classifier?.vocabulary.columns.has("xto_my")).toBe(true)
  expect(few?.vocabulary.columns.has("xto_my")).toBe(false)
  if (!classifier) throw new Error("There was nothing to learn.")
  const text = "may I send it to my sister"
  expect(tellIntent(classifier, { text, language: "en" }, meaningsOf)).toMatchObject({ intent: "send" })
})

/** Different texts of two intents, each with a word of its own. */
const numberedTexts = (count: number): IntentExample[] =>
  Array.from({ length: count }, (_, n) => {
    const own = [...String(n)].map((digit) => "abcdefghij"[Number(digit)]).join("")
    return n % 2 === 0
      ? { text: `send it to my ${own}`, intents: ["send"], language: "en" }
      : { text: `fetch it from the ${own}`, intents: ["fetch"], language: "en" }
  })

import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { ToneContext, ToneFinding } from "../../src/checks/tone/basis/finding.ts"
import { checkTone } from "../../src/checks/tone/tone.ts"
import { threadClock } from "../slowness.ts"

const about = (change: Partial<ToneContext> = {}): ToneContext => ({
  requester: "Maya Lindqvist",
  language: "en",
  channel: "mail",
  firstReply: true,
  sources: ["Refunds are paid within 14 days."],
  thread: [{ role: "customer", text: "Hello, where is my parcel?\nMaya" }],
  ...change
})
const found = (text: string, change?: Partial<ToneContext>) =>
  checkTone(text, about(change)).map(({ kind, quote }) => [kind, quote])
const fixed = (text: string, change?: Partial<ToneContext>) =>
  checkTone(text, about(change)).reduceRight(
    (before, { fix }) =>
      fix && !("refused" in fix) ? before.slice(0, fix.from) + fix.text + before.slice(fix.to) : before,
    text
  )

describe("what no customer should read", () => {
  test.each([
    ["Stop wasting my time.", "insult"],
    ["This is ridiculous.", "insult"],
    ["You are an idiot.", "insult"],
    ["We cannot help you. Per our policy.", "coldness"]
  ])("%s", (sentence, kind) => {
    const findings = found(`Hello Maya,\n\n${sentence}\n\nKind regards,\nTom`)
    expect(findings.map(([of]) => of)).toContain(kind)
  })
})

describe("fault is put on somebody of the customer's", () => {
  test.each([
    ["en", "I checked, and this is your banks fault."],
    ["en", "That is the courier's own mistake."],
    ["de", "Die Schuld Ihrer Bank ist das."],
    ["de", "Daran ist wohl etwas dran: Ihre Bank ist schuld."],
    ["fr", "C'est la faute de votre banque."],
    ["es", "La culpa es de su banco."],
    ["pt", "É culpa do seu banco."],
    ["ja", "これはお客様の銀行のせいです。"]
  ])("%s: %s", (language, sentence) => {
    expect(found(sentence, { language, firstReply: false }).map(([kind]) => kind)).toContain("blame")
  })

  test("a bank, a courier and a fault in other sentences blame nobody", () => {
    const text = "Your bank releases it within seven days. The courier's fault report says the lamp was faulty."
    expect(found(text, { firstReply: false }).map(([kind]) => kind)).not.toContain("blame")
  })
})

describe("a good reply has nothing to find", () => {
  test.each([
    [
      "en",
      "Hello Maya,\n\nI'm sorry your parcel is late. I've asked the carrier and will write to you this afternoon.\n\nKind regards,\nTom"
    ],
    [
      "de",
      "Guten Tag Frau Lindqvist,\n\nes tut uns leid, dass Ihr Paket noch nicht da ist. Ich frage heute beim Versand nach.\n\nMit freundlichen Grüßen\nTom"
    ],
    [
      "fr",
      "Bonjour Madame Lindqvist,\n\nJe suis désolé pour ce retard. J'ai demandé au transporteur où se trouve votre colis.\n\nCordialement,\nTom"
    ],
    [
      "es",
      "Hola, Maya:\n\nSiento el retraso. He preguntado al transportista dónde está su paquete.\n\nUn saludo,\nTom"
    ],
    [
      "pt",
      "Olá, Maya,\n\nLamento o atraso. Já perguntei à transportadora onde está a sua encomenda.\n\nCumprimentos,\nTom"
    ],
    [
      "ja",
      "Maya様\n\nお問い合わせいただきありがとうございます。荷物の到着が遅れており、申し訳ございません。配送業者に確認しております。\n\nTom"
    ]
  ])("%s", (language, text) => {
    expect(found(text, { language })).toEqual([])
  })
})

test.each([
  "Hi Liam,\n\nYour tank is on its way.",
  "Hallo Liam,\n\ndein Tank ist unterwegs.",
  "Bonjour Liam,\n\nVotre réservoir est en route."
])("a short first mail that refuses nothing isn't cold: %s", (text) => {
  expect(checkTone(text, about({ requester: "Liam O'Hara" })).map(({ kind }) => kind)).not.toContain("coldness")
})

test.each([
  [
    "shouting",
    "Hi Maya,\n\nYes, the USB cable and the PDF are in the box.\n\nTom",
    "is the usb cable there, and a pdf?"
  ],
  ["wrong-name", "Good morning Professor Lindqvist,\n\nyes, it is online.\n\nTom", "Is it online? Best, M. Lindqvist"],
  ["over-apology", "Hi Maya,\n\nI'm sorry it broke, and I apologise for the missed call as well.\n\nTom", "It broke."],
  ["coldness", "Hi Maya,\n\nBooking is not necessary.\n\nTom", "Do I have to book?"]
])("no finding of %s where there is none: %s", (kind, text, asked) => {
  const thread = [{ role: "customer" as const, text: asked }]
  expect(found(text, { thread }).map(([of]) => of)).not.toContain(kind)
})

test("a refusal stays cold with 'nothing we can do', and blame is found in its reason", () => {
  const chat = { channel: "chat" as const, firstReply: false }
  expect(found("Coupon's expired. Nothing we can do.", chat).map(([kind]) => kind)).toContain("coldness")
  expect(found("Hi Maya, it broke because you bent it the wrong way.").map(([kind]) => kind)).toContain("blame")
  expect(
    found("Guten Tag, Sie haben ihn offensichtlich nie entkalkt.", { language: "de" }).map(([kind]) => kind)
  ).toContain("blame")
})

test("each kind quotes its words", () => {
  expect(found("Hi Maya, you should have read the label.")).toContainEqual([
    "blame",
    expect.stringContaining("should have")
  ])
  expect(found("Hi Maya,\nNot our problem.")).toContainEqual(["coldness", "Not our problem."])
  expect(found("Hi Maya, sorry for that. Again, I apologise for the delay.")).toContainEqual([
    "over-apology",
    expect.any(String)
  ])
  expect(found("Hi Maya, I moved it to tier 2.")).toContainEqual(["jargon", expect.stringContaining("tier 2")])
  expect(found("Hi Maya, please do NOT open it.")).toContainEqual(["shouting", "NOT"])
  expect(found("Hi Maya, we will refund you tomorrow.")).toContainEqual([
    "promise",
    "Hi Maya, we will refund you tomorrow."
  ])
  expect(found("Hi Sarah, thanks for writing.")).toContainEqual(["wrong-name", "Sarah"])
  expect(found("Guten Tag, vielen Dank für Ihre Nachricht und Ihre Geduld.")).toContainEqual([
    "wrong-language",
    expect.stringContaining("Guten Tag")
  ])
  expect(found("The parcel is at the depot.")).toContainEqual(["missing-greeting", "The parcel is at the depot"])
  expect(found("Hi Maya, your number is [[order number]].")).toContainEqual(["blank", "[[order number]]"])
})

test("a promise that a source or an earlier reply made is none; what only the customer said is no ground", () => {
  const text = "Hi Maya, your refund will be paid within 14 days."
  expect(found(text).filter(([kind]) => kind === "promise")).toEqual([])
  expect(found(text, { sources: [] })).toContainEqual(["promise", text])
  const demanded = {
    sources: [],
    thread: [{ role: "customer" as const, text: "I want my refund to be paid within 14 days.\nMaya" }]
  }
  expect(found(text, demanded)).toContainEqual(["promise", text])
})

test("one click repairs what can be repaired without touching a fact", () => {
  expect(fixed("The parcel is at the depot.")).toBe("Hello,\n\nThe parcel is at the depot.")
  expect(fixed("Hi Maya, PLEASE WAIT. Thanks!!!")).toBe("Hi Maya, please wait. Thanks!")
  expect(
    fixed("Hi Maya,\nI'm sorry for the delay. The parcel is on its way. Once again, I apologise for the inconvenience.")
  ).toBe("Hi Maya,\nI'm sorry for the delay. The parcel is on its way.")
  expect(fixed("Hi Sarah, thanks for writing.")).toBe("Hi Sarah, thanks for writing.")
})

test("offsets are of the quoted words, in any text", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: "grapheme" }), (text) => {
      for (const one of checkTone(text, about())) expect(text.slice(one.start, one.end)).toBe(one.quote)
    }),
    { numRuns: 300, seed: 7 }
  )
})

test("a hostile text of 20,000 characters ends in time", () => {
  const texts = [
    "you should have ".repeat(1250),
    "A".repeat(20_000),
    "[".repeat(20_000),
    '"'.repeat(20_000),
    "SORRY ".repeat(3333),
    "Hi ".repeat(6666),
    "い".repeat(20_000)
  ]
  for (const text of texts) {
    const spent = threadClock()
    const all: ToneFinding[] = checkTone(text, about())
    expect(all.length).toBeGreaterThanOrEqual(0)
    expect(spent()).toBeLessThan(5000)
  }
})

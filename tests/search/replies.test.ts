import fc from "fast-check"
import { expect, test } from "vitest"
import { analyseText, analyseThread } from "../../src/search/replies/analyse-text.ts"
import type { HelpPage } from "../../src/search/replies/page-features.ts"
import { rankReplies } from "../../src/search/replies/rank-replies.ts"
import { stems } from "../../src/search/words/stems.ts"
import { ticket } from "../knowledge/help/tickets.ts"

/** Returns the replies as ranked, best first. Texts that begin with "agent: " are the agent's. */
function ranked(
  texts: string[],
  replies: string[],
  { language = "en", pages = [] as HelpPage[], subject = "" } = {}
): string[] {
  const thread = analyseThread({ ...ticket(subject, ...texts), locale: language })
  return rankReplies(
    thread,
    replies.map((reply) => analyseText(reply, language)),
    { pages }
  ).map(({ at }) => replies[at] ?? "")
}

const REPLIES = [
  "You can send the lamp back within thirty days, at no cost.",
  "Please tell us the number of your order.",
  "The carrier looks for lost parcels for five working days.",
  "Your invoice is in your account, under Orders."
]

test("the reply that fits comes first, wherever it stands among the others", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(REPLIES, { minLength: REPLIES.length }), (replies) => {
      expect(ranked(["My parcel is lost. What does the carrier do?"], replies)[0]).toBe(REPLIES[2])
      expect(ranked(["Hello, where do I find the invoice?"], replies)[0]).toBe(REPLIES[3])
      expect(ranked(["How long do I have to send back my lamp?"], replies)[0]).toBe(REPLIES[0])
    }),
    { numRuns: 20 }
  )
})

test("every reply comes out once, whatever the thread is", () => {
  for (const texts of [[], [""], ["👍"], ["agent: Hello"], ["> quoted only"], ["x ".repeat(5000)]])
    expect(ranked(texts, [...REPLIES, "", "…"]).sort()).toEqual([...REPLIES, "", "…"].sort())
  expect(ranked(["Hello"], [])).toEqual([])
})

test.each([
  ["en", "Can I pay by invoice?", "Yes, that is fine with us.", "That is fine with us."],
  ["de", "Kann ich auf Rechnung zahlen?", "Ja, das geht gern so.", "Das geht gern so."],
  ["fr", "Est-ce que je peux payer sur facture ?", "Oui, cela nous convient.", "Cela nous convient."],
  ["es", "¿Puedo pagar con factura?", "Sí, nos parece bien.", "Nos parece bien."],
  ["pt", "Posso pagar com fatura?", "Sim, por nós está bem.", "Por nós está bem."],
  ["ja", "請求書で支払えますか？", "はい、問題ございません。", "問題ございません。"]
])("%s: to a question of the yes/no kind, yes or no comes first", (language, asked, yes, plain) => {
  for (const replies of [
    [yes, plain],
    [plain, yes]
  ])
    expect(ranked([asked], replies, { language })[0]).toBe(yes)
})

test.each([
  ["en", "How much is the express delivery?", "That is 12 euros.", "That is dear."],
  ["de", "Wie viel kostet der Expressversand?", "Das macht 12 Euro.", "Das macht viel Geld."],
  ["fr", "Combien coûte la livraison express ?", "Cela fait 12 euros.", "Cela fait cher, hélas."],
  ["es", "¿Cuánto cuesta el envío urgente?", "Son 12 euros.", "Son muchos euros."],
  ["pt", "Quanto custa o envio expresso?", "São 12 euros.", "São muitos euros."],
  ["ja", "速達の送料はいくらですか？", "1200円になります。", "少し高くなります。"]
])("%s: to how much, a figure comes first", (language, asked, figure, none) => {
  for (const replies of [
    [figure, none],
    [none, figure]
  ])
    expect(ranked([asked], replies, { language })[0]).toBe(figure)
})

test.each([
  ["en", "Where can I bring it?", "To our office, please.", "To us, if you please."],
  ["de", "Wo kann ich es hinbringen?", "In unsere Filiale bitte.", "Gerne zu uns, bitte sehr."],
  ["fr", "Où est-ce que je peux le déposer ?", "Dans notre agence.", "Chez nous, volontiers."],
  ["es", "¿Dónde puedo entregarlo?", "En nuestra tienda.", "Con nosotros, sin duda."],
  ["pt", "Onde posso entregar?", "Na nossa loja.", "Connosco, sem dúvida."],
  ["ja", "どこに持って行けばいいですか？", "最寄りの店舗です。", "私たちのところです。"]
])("%s: to where, a place comes first", (language, asked, place, none) => {
  for (const replies of [
    [place, none],
    [none, place]
  ])
    expect(ranked([asked], replies, { language })[0]).toBe(place)
})

test("what the agent has said already comes after what is new", () => {
  const said = "The carrier looks for lost parcels for five working days."
  const replies = [said, "We send a second parcel when the carrier has lost the first."]
  expect(ranked(["My parcel is lost. Does the carrier look for it?"], replies)[0]).toBe(said)
  expect(ranked(["My parcel is lost.", `agent: ${said}`, "And what if the carrier has lost it?"], replies)[0]).toBe(
    replies[1]
  )
})

test("placeholders of macros and of masking are no words", () => {
  const [first] = ranked(
    ["Where is the invoice for [ORDER_1]?"],
    ["Hello [a name], [an order] is under way.", "Hello [a name], the invoice is in your account."]
  )
  expect(first).toContain("invoice")
})

test("the help page that the talk is about lifts the reply that stands in it", () => {
  const page = (score: number, ...texts: string[]): HelpPage => ({
    score,
    passages: texts.map((text) => ({ words: stems(text, "en"), score }))
  })
  const replies = ["A deposit of two months is due.", "Bring a photo and two witnesses."]
  const deposit = page(0.9, "Search accounts. Each new account begins with a deposit, which covers two months.")
  const photo = page(0.2, "Passports. You need a photo, and two witnesses who sign.")
  expect(ranked(["How do I open a search account?"], replies, { pages: [deposit, photo] })[0]).toBe(replies[0])
  expect(
    ranked(["How do I get a passport?"], replies, {
      pages: [
        { ...photo, score: 0.9 },
        { ...deposit, score: 0.2 }
      ]
    })[0]
  ).toBe(replies[1])
})

import { expect, test } from "vitest"
import { maskText, maskTicket } from "../../src/masking/index.ts"
import { NO_RULES } from "../../src/masking/basis/masking-rules.ts"
import { EMPTY, masked, message, ticket } from "./tickets.ts"

test.each([
  ["Hi, I am Anna Kowalska and I live in Leeds.", "Hi, I am [PERSON_1] and I live in [PLACE_1]."],
  [
    "My wife Oluwaseun ordered it, our neighbour Mr Okafor took it in.",
    "My wife [PERSON_1] ordered it, our neighbour Mr [PERSON_2] took it in."
  ],
  ["hi its marta from the shop, please call me back", "hi its [PERSON_1] from the shop, please call me back"],
  ["Please send it to 12 Baker Street, London NW1 6XE instead.", "Please send it to [ADDRESS_1] instead."],
  ["Bitte an Katarzyna Wójcik, Hauptstraße 12a, 50667 Köln schicken.", "Bitte an [PERSON_1], [ADDRESS_1] schicken."],
  ["Gestern hat Frau Dražen Petrović angerufen.", "Gestern hat Frau [PERSON_1] angerufen."],
  [
    "Bonjour, je m'appelle Camille Moreau et j'habite 12 rue de la Paix, 75002 Paris.",
    "Bonjour, je m'appelle [PERSON_1] et j'habite [ADDRESS_1]."
  ],
  [
    "Hola, soy Javier Ortega y vivo en la Calle Mayor 5, 28013 Madrid.",
    "Hola, soy [PERSON_1] y vivo en la [ADDRESS_1]."
  ],
  [
    "Olá, o meu nome é Luísa Teixeira e moro na Rua das Flores 12, 1200-195 Lisboa.",
    "Olá, o meu nome é [PERSON_1] e moro na [ADDRESS_1]."
  ],
  ["My name is June Fischer and I wrote in June.", "My name is [PERSON_1] and I wrote in June."],
  ["The driver met Noor ten Brinke at the door.", "The driver met [PERSON_1] at the door."],
  [
    "I stayed at the Harbour Lights Hotel in June and the hotel charged me twice.",
    "I stayed at the [ORG_1] in June and the hotel charged me twice."
  ],
  ["- Harbour Lights Hotel, 250.00, still there in grey", "- [ORG_1], 250.00, still there in grey"]
])("a name that nobody told us of: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["She was born on 12 March 1988.", "She was born on [BIRTH_1]."],
  ["DOB: 09/06/1988, delivery on 09/06/2026", "DOB: [BIRTH_1], delivery on 09/06/2026"],
  ["geb. 28.07.1974", "geb. [BIRTH_1]"],
  ["née le 17 mars 1984", "née le [BIRTH_1]"],
  ["生年月日は1988年3月12日です", "生年月日は[BIRTH_1]です"],
  [
    "I am 67 and my son is 12 years old; it takes 12 days",
    "I am [AGE_1] and my son is [AGE_2] years old; it takes 12 days"
  ],
  ["ich bin 83 Jahre alt und warte seit 3 Jahren", "ich bin [AGE_1] Jahre alt und warte seit 3 Jahren"],
  ["j'ai 44 ans et j'attends depuis 2 ans", "j'ai [AGE_1] ans et j'attends depuis 2 ans"],
  ["number plate: PX68 ZHO", "number plate: [VEHICLE_1]"],
  ["Kennzeichen L-AB 815", "Kennzeichen [VEHICLE_1]"],
  ["VIN WVWZZZE1ZMP049217", "VIN [VEHICLE_1]"],
  ["sort code 04-00-04, account number 31894420", "sort code [ACCOUNT_1], account number [ACCOUNT_2]"],
  ["Kundennummer: 4471-2209, Bestellnummer: 4471220", "Kundennummer: [ID_1], Bestellnummer: 4471220"],
  ["numéro de client 88123", "numéro de client [ID_1]"],
  ["write to liwei dot design at fastmail dot com please", "write to [EMAIL_1] please"],
  ["pauline [at] rousseau [dot] my", "[EMAIL_1]"],
  ["schreib an heike (at) weber.de", "schreib an [EMAIL_1]"],
  ["text me on oh seven seven double oh, nine hundred, four five one", "text me on [PHONE_1]"],
  ["null eins fünf eins sieben sieben zwei null vier", "[PHONE_1]"],
  ["one or two of three boxes came, four are missing", "one or two of three boxes came, four are missing"]
])("what says who somebody is: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  "Please open Settings, then Billing, and click Cancel Plan.",
  "The lamp is made of 14 kg of Swedish granite.",
  "Where can I find the Terms of Service and the Privacy Policy?",
  "My PayPal payment for the DHL parcel failed twice on Monday, 3 March.",
  "Die Rechnung und die Lieferung sind falsch, bitte um Rückerstattung.",
  "La livraison de la commande est en retard depuis lundi.",
  "El pedido no ha llegado y la factura está mal.",
  "A encomenda não chegou e a fatura está errada."
])("nobody's name: %s", (text) => expect(masked(text)).toBe(text))

test("balanced leaves what strict takes in doubt, and both take what is nearly sure", () => {
  const text = "Regards,\nMargarethe Kowalczyk"
  expect(masked(text, { mode: "balanced" })).toBe("Regards,\n[PERSON_1]")
  const doubtful = "i work at mercury in cork"
  expect(masked(doubtful)).not.toBe(doubtful)
  expect(masked(doubtful, { mode: "balanced" })).toBe(doubtful)
})

test("the team's own words stay, in any spelling of their numbers", () => {
  const keep = [
    "Nordlicht Outdoor",
    "service@nordlicht.example",
    "+49 40 2312 5118",
    "Hafenstraße 9, 20457 Hamburg",
    "DE89 3704 0044 0532 0130 00"
  ]
  const text =
    "Dear NORDLICHT Outdoor, I wrote to service@nordlicht.example, called 040/23125118, paid to DE89370400440532013000 and went to Hafenstraße 9 in 20457 Hamburg."
  expect(masked(text, { keep })).not.toMatch(/\[(?:EMAIL|ORG|IBAN)/)
  expect(masked("Dear Nordlicht Outdoor, Hafenstraße 9, 20457 Hamburg, 040/23125118", { keep })).toBe(
    "Dear Nordlicht Outdoor, Hafenstraße 9, 20457 Hamburg, 040/23125118"
  )
  expect(masked("and 040/23125119", { keep })).toBe("and [PHONE_1]")
})

test("somebody on the ticket who is called like the team's word is masked all the same", () => {
  expect(
    maskText("Dear Monroe team, Anna Monroe here", EMPTY, [{ name: "Anna Monroe" }], {
      rules: { ...NO_RULES, keep: ["Monroe"] }
    }).text
  ).toBe("Dear [PERSON_1] team, [PERSON_2] here")
})

test("the team's word doesn't uncover an address that holds it", () => {
  expect(masked("halo@post.example, ann@halo.example, the Halo lamp", { keep: ["Halo"] })).toBe(
    "[EMAIL_1], [EMAIL_2], the Halo lamp"
  )
  expect(masked("help@halo.example", { keep: ["help@halo.example"] })).toBe("help@halo.example")
})

test("the team's order numbers stay by their pattern, but never a card", () => {
  expect(masked("I mean 48077-12345 here")).not.toBe("I mean 48077-12345 here")
  expect(masked("I mean 48077-12345 here", { orderPattern: "\\b\\d{5}-\\d{5}\\b" })).toBe("I mean 48077-12345 here")
  expect(masked("4242 4242 4242 4242", { orderPattern: "\\d{4}" })).toBe("[CARD_1]")
})

test("what the agent said about a word holds in the ticket and in every text of it, but never for a card", () => {
  const told = { names: ["blossom"], plain: ["Kestrel Lamp", "4242 4242 4242 4242"] }
  const asked = ticket([message("Is Kestrel Lamp for blossom? My card is 4242 4242 4242 4242.")])
  const { ticket: done, table } = maskTicket(asked, undefined, { told })
  expect(done.messages[0]?.text).toMatch(/^Is Kestrel Lamp for \[PERSON_\d\]\? My card is \[CARD_1\]\.$/)
  expect(maskText("tell Blossom about the Kestrel Lamp", table, [], { told }).text).toMatch(
    /^tell \[PERSON_\d\] about the Kestrel Lamp$/
  )
})

test("a name that is sure in one message is masked in the others, in any case", () => {
  const { ticket: done } = maskTicket(
    ticket([message("My name is Thandiwe Mokoena."), message("tell thandiwe it works")])
  )
  expect(done.messages[1]?.text).toMatch(/^tell \[PERSON_\d\] it works$/)
})

test("names in an internal note never come back", () => {
  const { table } = maskTicket(
    ticket([
      message("Hello"),
      message("Ask Thandiwe Mokoena of the warehouse", {
        id: "n1",
        visibility: "internal",
        role: "agent",
        author: "Support"
      })
    ])
  )
  expect(table.entries.find(({ value }) => value.includes("Mokoena"))).toMatchObject({ internal: true })
})

test("an order pattern that can't be read masks more, not less", () => {
  expect(maskText("my number is 4807712345", EMPTY, [], { rules: { ...NO_RULES, orderPattern: "(" } }).text).toBe(
    "my number is [PHONE_1]"
  )
})

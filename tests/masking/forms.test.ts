import { expect, test } from "vitest"
import { masked } from "./tickets.ts"

const cases: Record<string, [string, string][]> = {
  "e-mail": [
    ["write to liam.ohara+shop@mail.post.example, please", "write to [EMAIL_1], please"],
    ["<jürgen@müller.example>", "<[EMAIL_1]>"],
    ["メールはtaro@post.exampleです", "メールは[EMAIL_1]です"],
    ["\u200bli\u200bam@po\u00adst.example", "\u200b[EMAIL_1]"]
  ],
  phone: [
    ["Call +44 117 496 0321 ext. 12 today", "Call [PHONE_1] today"],
    ["Telefonisch unter 030 / 2312-5118 erreichbar", "Telefonisch unter [PHONE_1] erreichbar"],
    ["au 06 12 34 56 78 svp", "au [PHONE_1] svp"],
    ["Tel. (91) 555 01 23", "Tel. [PHONE_1]"],
    ["telemóvel 912 345 678.", "telemóvel [PHONE_1]."],
    ["電話は０９０－１２３４－５６７８です", "電話は[PHONE_1]です"],
    ["+44 117 496 0321 €98.90, 0117 496 0321 $", "[PHONE_1] €98.90, [PHONE_2] $"],
    ["it's 01.84.17.61.18, or 541.714.1388", "it's [PHONE_1], or [PHONE_2]"]
  ],
  iban: [
    ["IBAN DE89 3704 0044 0532 0130 00 und mehr", "IBAN [IBAN_1] und mehr"],
    ["gb33bukb20201555555555.", "[IBAN_1]."],
    ["GB 29 NWBK 6016 1331 9268 19", "[IBAN_1]"],
    ["mistyped: DE88370400440532013000", "mistyped: [IBAN_1]"]
  ],
  card: [
    ["card 4111 1111 1111 1111 exp 12/28", "card [CARD_1] exp 12/28"],
    ["5555-5555-5555-4444 and 378282246310005", "[CARD_1] and [CARD_2]"],
    ["mistyped 4111 1111 1111 1112", "mistyped [CARD_1]"],
    ["order 4111 1111 1111 1111", "order [CARD_1]"],
    ["4111 1111 1111 1111 4242 4242 4242 4242", "[CARD_1] [CARD_2]"]
  ],
  ip: [
    ["from 203.0.113.7, version 2.4.1.12", "from [IP_1], version 2.4.1.12"],
    ["2001:db8::ff00:42:8329 at 10:30:15", "[IP_1] at 10:30:15"],
    ["IBAN GB29.NWBK.6016.1331.9268.19", "IBAN [IBAN_1]"],
    ["pay to DE89 3704 0044\n0532 0130 00 please", "pay to [IBAN_1] please"],
    ["IBAN GB29 NWBK 6016 1331 9268 1", "IBAN [IBAN_1]"],
    [
      "mail anna.berg @ post.example, anna.berg@gmail. com or anna.berg@gmail,com",
      "mail [EMAIL_1], [EMAIL_2] or [EMAIL_3]"
    ],
    ["annaberg[@]post.example", "[EMAIL_1]"],
    ["meet me @ noon. Thanks", "meet me @ noon. Thanks"],
    ["2a02:810:91:0830:12:30ff:fe1b:7c44 at 10:30", "[IP_1] at 10:30"],
    ["2001:0db8:0000:0000:0000:ff00:0042:8329", "[IP_1]"]
  ],
  government: [
    ["SSN 536-22-1234", "SSN [GOV_1]"],
    ["NI number QQ 12 34 56 C", "NI number [GOV_1]"],
    ["Meine Steuer-ID lautet 86 095 742 719.", "Meine Steuer-ID lautet [GOV_1]."],
    ["sécurité sociale : 2 84 05 78 006 048 22", "sécurité sociale : [GOV_1]"],
    ["DNI 12345678Z", "DNI [GOV_1]"],
    ["o meu CPF é 529.982.247-25", "o meu CPF é [GOV_1]"],
    ["contribuinte 123456789", "contribuinte [GOV_1]"],
    ["マイナンバーは1234 5678 9018です", "マイナンバーは[GOV_1]です"],
    ["passport number: C01X00T47", "passport number: [GOV_1]"]
  ],
  secret: [
    ["password: hunter2!", "password: [SECRET_1]"],
    ["my password is Sunshine99, thanks", "my password is [SECRET_1], thanks"],
    [
      "portal (user depot-7, password blue-Kestrel-4417, please keep it)",
      "portal (user depot-7, password [SECRET_1], please keep it)"
    ],
    ["Das Passwort lautet: Katze#12", "Das Passwort lautet: [SECRET_1]"],
    ["mot de passe : chaton", "mot de passe : [SECRET_1]"],
    ["contraseña: gato2024", "contraseña: [SECRET_1]"],
    ["a senha é gato_2024.", "a senha é [SECRET_1]."],
    ["パスワードはneko2024です", "パスワードは[SECRET_1]です"],
    ["PIN 4711 doesn't work", "PIN [SECRET_1] doesn't work"],
    ["CVV: 123", "CVV: [SECRET_1]"],
    ["verification code is 482913", "verification code is [SECRET_1]"],
    ["Your code is 123456", "Your code is [SECRET_1]"],
    ["recovery codes:\nab12-cd34\nef56-gh78\nThanks", "recovery codes:\n[SECRET_1]\n[SECRET_2]\nThanks"],
    ["api_key=sk_live_4eC39HqLyjWDarjtT1zdp7dc", "api_key=[SECRET_1]"],
    ["Authorization: Bearer abcDEF123456ghiJKL", "Authorization: Bearer [SECRET_1]"],
    ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN", "[SECRET_1]"],
    [
      "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7\n-----END RSA PRIVATE KEY-----\nand that is all",
      "[SECRET_1]\nand that is all"
    ]
  ]
}

for (const [kind, list] of Object.entries(cases)) {
  test.each(list)(`${kind}: %s`, (text, expected) => expect(masked(text)).toBe(expected))
}

test.each([
  "Order LL-48077 of 2026-11-18 for €1,299,000.00 at 14:12",
  "order number 48077123456, orders 4807712345, 4807812345 and 4807912345",
  "Bestellnummer: 4807712345 vom 18.11.2026, 1.299,00 €",
  "commande n° 4807712345, facture 2026-0012345, 98,90 €",
  "pedido 4807712345 del 02/11/2026; factura F2026-00123",
  "encomenda 4807712345, fatura 2026/00123, R$ 1.299,00",
  "注文番号は4807712345です。2026年11月16日 10:40",
  "Ticket #1234567890 and case 00123456789",
  "Tracking NP 7741 0098 23",
  "Amazon order 306-1234567-1234567",
  "ISBN 978-3-16-148410-0, 1234567 items, 1 299 000 kr, file of 20261118",
  "order  no.:  445566778, order_id: 4455667788",
  "discount code SAVE20, error code 50012",
  "between 2024-2026, 12 x 3.14159265, version 10.0.19045",
  "My password is not working and the PIN was rejected.",
  "Passwort vergessen? Das Passwort ist falsch.",
  "I forgot my password: the reset mail never came"
])("stays as it is: %s", (text) => expect(masked(text)).toBe(text))

test.each([
  ["https://shop.example/help/returns-and-refunds", "https://shop.example/help/returns-and-refunds"],
  ["https://shop.example/reset?token=a1b2c3&lang=en", "https://shop.example/reset?token=[SECRET_1]&lang=en"],
  ["https://shop.example/u/liam/orders", "https://shop.example/u/[LINK_1]/orders"],
  ["http://shop.example/x?email=liam@post.example&order=48077", "http://shop.example/x?email=[EMAIL_1]&order=48077"],
  ["https://a.example/f/9f8b7c6d5e4f3a2b1c0d?x=1", "https://a.example/f/[LINK_1]?x=1"],
  ["https://a.example/M%C3%BCller/x", "https://a.example/[LINK_1]/x"],
  ["https://wa.me/447700900123", "https://wa.me/[LINK_1]"],
  ["https://liam:geheim@files.example/a", "https://[SECRET_1]@files.example/a"],
  ["www.shop.example/articles/360012345678-How-to-return", "www.shop.example/articles/360012345678-How-to-return"]
])("in balanced mode of a link only its personal parts: %s", (text, expected) =>
  expect(masked(text, { mode: "balanced" })).toBe(expected)
)

test.each([
  ["see https://anna-berg.example/shop.", "see [LINK_1]."],
  ["www.mueller-zaunbau.de, Tel. 030 23125118", "[LINK_1], Tel. [PHONE_1]"],
  ["https://shop.example/reset?token=a1b2c3&lang=en", "[LINK_1][SECRET_1]&lang=en"],
  [
    "https://www.paypal.com/myaccount/help and https://github.com/u/liam",
    "https://www.paypal.com/myaccount/help and https://github.com/u/[LINK_1]"
  ]
])("strictly a link to a host that isn't generally known goes whole: %s", (text, expected) =>
  expect(masked(text)).toBe(expected)
)

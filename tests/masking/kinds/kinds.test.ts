import { expect, test } from "vitest"
import { hasIssuer, hasVerhoeff, isBech32 } from "../../../src/masking/find/checksums.ts"
import { maskTicket, restore } from "../../../src/masking/index.ts"
import { masked, message, ticket } from "../tickets.ts"

const TAPROOT = "bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr"

test.each([
  ["Please send it to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq today", "Please send it to [ACCOUNT_1] today"],
  [`my wallet ${TAPROOT}`, "my wallet [ACCOUNT_1]"],
  [
    "in capitals, as a code holds it: BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ",
    "in capitals, as a code holds it: [ACCOUNT_1]"
  ],
  ["with a slip: bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdx", "with a slip: [ACCOUNT_1]"],
  [
    "a chain that nobody knows: abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw.",
    "a chain that nobody knows: [ACCOUNT_1]."
  ],
  ["0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "[ACCOUNT_1]"]
])("wallets, by their checksum: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["We are at 51.50735, -0.12776 near the gate", "We are at [ADDRESS_1] near the gate"],
  ["leave it at 48.8584° N, 2.2945° E please", "leave it at [ADDRESS_1] please"],
  ["location: 40°26'46\"N 79°58'56\"W", "location: [ADDRESS_1]"],
  ["Standort 47° 03′ 12″ N, 8° 18′ 30″ O", "Standort [ADDRESS_1]"],
  ["coordenadas 19.43, -99.13", "coordenadas [ADDRESS_1]"],
  ["it is lat 20.6711 lng -103.3475 there", "it is [ADDRESS_1] there"],
  ["the drop is ///filled.count.soap by the shed", "the drop is [ADDRESS_1] by the shed"],
  ["what3words is filled.count.soap", "what3words is [ADDRESS_1]"],
  ["plus code 9C3XGV4C+XM", "plus code [ADDRESS_1]"],
  ["we're GV4C+2M, third door", "we're [ADDRESS_1], third door"]
])("where somebody is: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["MAC address 3C:22:FB:9A:01:7E of my laptop", "MAC address [ID_1] of my laptop"],
  ["it has 3c-22-fb-9a-01-7e and 3c22.fb9a.017e", "it has [ID_1] and [ID_2]"],
  [
    "The serial number of the boiler is WX21-88K4-003, it is dead",
    "The serial number of the boiler is [ID_1], it is dead"
  ],
  ["router s/n FB7590-C11804427", "router s/n [ID_1]"],
  ["Seriennummer: 4CE0460D0G", "Seriennummer: [ID_1]"],
  ["IMEI 356938035643809 and 490154203237518", "IMEI [ID_1] and [PHONE_1]"],
  ["the second phone: 356938035643809", "the second phone: [ID_1]"]
])("numbers of devices: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["the PAN I gave is ABCPE1234F", "the PAN I gave is [GOV_1]"],
  ["on my form: 2345 6789 0124", "on my form: [GOV_1]"],
  ["aadhaar 234567890123", "aadhaar [GOV_1]"]
])("India's numbers: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["write to johnny_rae84 at hotmail . co . uk", "write to [EMAIL_1]"],
  ["it's johanna_quist @ fastmail . com please", "it's [EMAIL_1] please"],
  ["kim underscore lee at post dot example", "[EMAIL_1]"],
  ["I was at home . No one rang", "I was at home . No one rang"]
])("an address spelled with spaces or words goes whole: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["my handle is kit_the_fox", "my handle is [ID_1]"],
  ["I am harbour_owl42 on Telegram", "I am [ID_1] on Telegram"],
  ["the account anna_berg84 was locked", "the account [ID_1] was locked"],
  ["the log says IKE_SA_INIT, see anna_berg.pdf", "the log says IKE_SA_INIT, see [PERSON_1]_[PERSON_2].pdf"]
])("names in messengers, with their lines below: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["alarm word 'marmalade'", "alarm word '[SECRET_1]'"],
  [
    "the alarm word. It is 'pilchard', it always was 'pilchard'",
    "the alarm word. It is '[SECRET_1]', it always was '[SECRET_1]'"
  ],
  ["my mother's maiden name Quilter", "my mother's maiden name [SECRET_1]"],
  ["first pet Biscuit, memorable place Saltburn pier.", "first pet [SECRET_1], memorable place [SECRET_2]."],
  ["side door keypad C1907Y", "side door keypad [SECRET_1]"]
])("secrets by their cue: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  [
    "see linkedin.com/in/janine-okeke for who I am",
    "see [LINK_1] for who I am",
    "see linkedin.com/in/[LINK_1] for who I am"
  ],
  [
    "https://github.com/tbrandt/tools and x.com/marlow_k",
    "[LINK_1] and [LINK_2]",
    "https://github.com/[LINK_1]/tools and x.com/[LINK_2]"
  ],
  [
    "https://www.facebook.com/petra.vogel.92 or paypal.me/hughdarrow",
    "[LINK_1] or [LINK_2]",
    "https://www.facebook.com/[LINK_1] or paypal.me/[LINK_2]"
  ],
  [
    "https://www.facebook.com/help or linkedin.com/company/acme",
    "https://www.facebook.com/help or linkedin.com/company/acme",
    "https://www.facebook.com/help or linkedin.com/company/acme"
  ]
])("whose page a link shows, strictly the whole of it: %s", (text, strict, balanced) => {
  expect(masked(text)).toBe(strict)
  expect(masked(text, { mode: "balanced" })).toBe(balanced)
})

test.each([
  "- 8300177264059185 (impeller), 6 pcs",
  "the part 74011298055334 fits?",
  "EAN 5904123778165, and 5904123778165 again",
  "8300 1772 6405 9185 is printed on it",
  "rates of 1.0842, 1.0791",
  "a 172.2 x 113.4 cm panel at 20° to 30°",
  "GET 2345+67"
])("what numbers articles and measures stays: %s", (text) => expect(masked(text)).toBe(text))

test.each([
  ["my card 8300 1772 6405 9185 was refused", "my card [CARD_1] was refused"],
  ["4111 1111 1111 1112", "[CARD_1]"],
  ["5105105105105100", "[CARD_1]"]
])("a card with a slip in it is one where it is called a card, or begins as one: %s", (text, expected) =>
  expect(masked(text)).toBe(expected)
)

test("checksums of others' examples", () => {
  expect(
    [
      "a12uel5l",
      "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
      "a1lqfn3a",
      TAPROOT
    ].map(isBech32)
  ).toEqual([true, true, true, true])
  expect(["a12uel5m", "A12uEL5L", "pzry9x0s0muk", "1qzzfhee"].map(isBech32)).toEqual([false, false, false, false])
  expect([hasVerhoeff("2363"), hasVerhoeff("2364"), hasVerhoeff("1428570")]).toEqual([true, false, true])
  expect(
    ["4242424242424242", "378282246310005", "30569309025904", "6304000000000000", "2223003122003222"].every(hasIssuer)
  ).toBe(true)
  expect(["8300177264059185", "1234567812345670", "5904123778165", "74011298055334"].some(hasIssuer)).toBe(false)
})

test("a place and a device's number come back whole, a wallet its last four, a government number not at all", () => {
  const {
    ticket: {
      messages: [first]
    },
    table
  } = maskTicket(ticket([message(`At 51.50735, -0.12776, IMEI 356938035643809, PAN ABCPE1234F, wallet ${TAPROOT}`)]))
  expect(restore(first?.text ?? "", table).text).toBe(
    "At 51.50735, -0.12776, IMEI 356938035643809, PAN [[government number, not repeated here]], wallet •••• edrc".replace(
      "edrc",
      TAPROOT.slice(-4)
    )
  )
})

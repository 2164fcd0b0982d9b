import fc from "fast-check"
import { expect, test } from "vitest"
import { findUnmasked, maskText, maskTicket, type MaskedText } from "../../src/masking/index.ts"
import { MASK_MODES, NO_RULES } from "../../src/masking/basis/masking-rules.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import { message, ticket } from "./tickets.ts"
import { threadClock } from "../slowness.ts"

const NO_WORDS = { keep: [] }
const kinds = (text: string, keep: string[] = []) => findUnmasked(text, { keep }).map(({ kind }) => kind)

test.each([
  ["my card 4111 1111 1111 1111, please", ["card"]],
  ["order 4111111111111111", ["card"]],
  ["５５５５-5555-5555-4444 and 378282246310005", ["card", "card"]],
  ["IBAN DE89 3704 0044 0532 0130 00", ["iban"]],
  ["gb33bukb20201555555555.", ["iban"]],
  ["write to liam.ohara+shop@mail.post.example", ["email"]],
  ["\u200bli\u200bam@po\u00adst.example", ["email"]],
  ["https://shop.example/reset?email=anna@post.example", ["email"]],
  ["[[anna@post.example]] [PERSON_1]", ["email"]],
  ["invoice_anna@post.example.pdf", ["email"]]
])("found: %s", (text, expected) => expect(kinds(text)).toEqual(expected))

test.each([
  "[PERSON_1] wrote from [EMAIL_2] about [CARD_1] and (IBAN_1), CARD_12 4",
  "mistyped 4111 1111 1111 1112",
  "IBAN DE88370400440532013000",
  "order LL-48077 for €1,299.00 on 2026-11-20",
  "order 123456789015",
  "see https://www.google.com/maps/@52.5,13.4,15z and @shop",
  "call [PHONE_1] at 10:30",
  ""
])("nothing in: %s", (text) => expect(findUnmasked(text, NO_WORDS)).toEqual([]))

test("the team's own words pass, and nobody else's", () => {
  const keep = ["help@lumen.example", "DE89 3704 0044 0532 0130 00"]
  expect(kinds("Mail HELP@lumen.example or pay to DE89 3704 0044 0532 0130 00", keep)).toEqual([])
  expect(kinds("Mail helper@lumen.example, anna@post.example or pay to GB33BUKB20201555555555", keep)).toEqual([
    "email",
    "email",
    "iban"
  ])
})

test("where it stands is told in the text as given", () => {
  const text = "\u200b [PERSON_1]: anna@post.example \u200b4111 1111 1111 1111"
  expect(findUnmasked(text, NO_WORDS).map(({ start, end }) => text.slice(start, end))).toEqual([
    "anna@post.example",
    "4111 1111 1111 1111"
  ])
})

const luhn = (digits: string) => {
  const sum = [...digits]
    .reverse()
    .reduce(
      (all, digit, at) =>
        all + (at % 2 === 0 ? (Number(digit) * 2 > 9 ? Number(digit) * 2 - 9 : Number(digit) * 2) : Number(digit)),
      0
    )
  return digits + String((10 - (sum % 10)) % 10)
}
const digits = (min: number, max = min) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((all) => all.join(""))
const grouped = (size: fc.Arbitrary<number>, gap: fc.Arbitrary<string>) => (number: string) =>
  fc.tuple(size, gap).map(([n, between]) => number.replace(new RegExp(`(.{${n}})(?=.)`, "g"), `$1${between}`))
const number = fc.oneof(
  digits(11, 18).map(luhn),
  digits(4, 22),
  digits(15).map((rest) => luhn(`4${rest.slice(1)}`)),
  fc.tuple(digits(2), digits(18)).map(([check, rest]) => `DE${check}${rest}`),
  fc.constantFrom(
    "DE89370400440532013000",
    "GB33BUKB20201555555555",
    "FR1420041010050500013M02606",
    "NL91ABNA0417164300"
  )
)
const inGroups = number.chain(
  grouped(fc.constantFrom(2, 3, 4, 5, 6), fc.constantFrom("", " ", "-", ".", " - ", "/", "\u00a0", "\u200b"))
)
const words = fc.stringMatching(/^[a-z]{2,9}$/)
const email = fc
  .tuple(
    words,
    fc.constantFrom("", ".", "+", "_"),
    words,
    fc.constantFrom("@", " at ", "(at)", "＠"),
    words,
    fc.constantFrom(".example", ".com", " dot com", ".co.uk")
  )
  .map((parts) => parts.join(""))
const link = fc
  .tuple(
    fc.constantFrom("https://www.google.com/", "https://wren.example/", "www.youtube.com/", "http://bit.ly/"),
    fc.constantFrom("", "u/", "orders/", "?q=", "?order=", "#", "?email=", "@"),
    fc.oneof(email, number, words)
  )
  .map((parts) => parts.join(""))
const fact = fc
  .tuple(
    fc.constantFrom(
      "order ",
      "Bestellnummer: ",
      "invoice no. ",
      "tracking 00",
      "ticket #",
      "Kundennummer ",
      "SSN ",
      "password: ",
      "Tel. ",
      "born ",
      "account ",
      "+44 ",
      "€",
      "colis "
    ),
    inGroups
  )
  .map((parts) => parts.join(""))
const known = fc.constantFrom(
  "Anna-Lena O’Hara",
  "al.ohara77@post.example",
  "lena@lumen.example",
  "help@lumen.example",
  "Lumen",
  "4807712",
  "Halo",
  "Mrs Becker from 12 Mill Lane",
  "[PERSON_1]",
  "[[order 4111 1111 1111 1111]]",
  "佐藤",
  "+49 30 2312 5118"
)
const glue = fc.constantFrom(
  " ",
  " ",
  "\n",
  ", ",
  ". ",
  "",
  "-",
  ": ",
  "(",
  ")",
  "1",
  "@",
  "/",
  "x",
  " und ",
  "は",
  "\u200b"
)
const anyText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fact },
      { weight: 3, arbitrary: inGroups },
      { weight: 3, arbitrary: email },
      link,
      known,
      glue,
      glue
    ),
    { maxLength: 9 }
  )
  .map((parts) => parts.join(""))
const keepList = fc.subarray([
  "help@lumen.example",
  "Lumen",
  "lumen.example",
  "+49 30 2312 5118",
  "DE89 3704 0044 0532 0130 00",
  "Halo",
  "4 Mill Lane",
  "anna",
  "post.example"
])

const textsOf = ({ subject, requester, agent, tags, fields, messages }: MaskedTicket) => [
  subject,
  requester,
  agent,
  ...tags,
  ...Object.entries(fields ?? {}).flat(),
  ...messages.flatMap(({ author, text, attachments }) => [author, text, ...(attachments ?? [])])
]

test("nothing is found in what masking made, strict and balanced, with the team's words", () => {
  fc.assert(
    fc.property(
      anyText,
      anyText,
      anyText,
      keepList,
      fc.constantFrom(...MASK_MODES),
      (first, second, third, keep, mode) => {
        const rules = { ...NO_RULES, mode, keep }
        const masked = maskTicket(
          ticket(
            [message(first, { attachments: [{ name: `${third.slice(0, 40)}.pdf` }] }), message(second, { id: "m2" })],
            {
              subject: third.slice(0, 80),
              tags: [third.slice(0, 20)],
              fields: { Order: second.slice(0, 60), Note: third }
            }
          ),
          undefined,
          { rules }
        )
        for (const text of textsOf(masked.ticket)) expect(findUnmasked(text, rules), text).toEqual([])
        const said: MaskedText = maskText(`${second} ${first}`, masked.table, [], { rules })
        expect(findUnmasked(said.text, rules), said.text).toEqual([])
      }
    ),
    { seed: 20261121, numRuns: Number(process.env["MASKING_RUNS"] ?? 250) }
  )
}, 900_000)

test("a ticket of 100,000 characters is looked through in time", () => {
  const long =
    "Dear team, order 4111-22 of 2026-11-20 for [PERSON_1] at €12.00, see https://shop.example/a?b=1 - ".repeat(1000)
  const spent = threadClock()
  expect(findUnmasked(long, NO_WORDS)).toEqual([])
  expect(spent()).toBeLessThan(1000)
  for (const hostile of [
    "@".repeat(50_000),
    "1 ".repeat(50_000),
    "a@".repeat(50_000),
    "DE89 ".repeat(20_000),
    "4".repeat(100_000),
    "a.b@c.".repeat(20_000)
  ])
    findUnmasked(hostile, NO_WORDS)
  expect(spent()).toBeLessThan(10_000)
})

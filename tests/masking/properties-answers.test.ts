import fc from "fast-check"
import { expect, test } from "vitest"
import { maskTicket, restore } from "../../src/masking/index.ts"
import { MASK_TYPES } from "../../src/masking/basis/placeholder-table.ts"
import { LIMIT, runs, shown } from "./properties-parts.ts"
import { REWRITES, rewrite, wellFormed } from "./properties-rewrites.ts"
import { message, ticket } from "./tickets.ts"

test.each(Object.entries(REWRITES))("%s: a placeholder of any kind comes back", (_name, forms) => {
  for (const type of MASK_TYPES) {
    for (const n of [1, 12, 345678]) {
      const entry = { placeholder: `[${type}_${n}]`, type, value: "Zoë 8820-4417" }
      for (const { text, reads } of forms.map((form) => form(entry.placeholder))) {
        for (const [before, after] of [
          ["", ""],
          ["Dear ", ", your"],
          ["担当の", "が"]
        ])
          expect(restore(`${before}${text}${after}`, { entries: [entry] }).text, text).toBe(
            `${before}${reads(shown(entry))}${after}`
          )
      }
    }
  }
})

test("there are fourteen of them", () => expect(Object.keys(REWRITES)).toHaveLength(14))

test(
  "whatever a model makes of placeholders, an agent reads what may come back, and a blank for what was made up",
  () => {
    fc.assert(
      fc.property(wellFormed, ({ text, table, reads }) => {
        expect(restore(text, table).text).toBe(reads)
      }),
      runs(1000)
    )
  },
  LIMIT
)

const digits = (length: number) => fc.integer({ min: 10 ** (length - 1), max: 10 ** length - 1 }).map(String)
const grouped = (by: string) => (number: string) => number.replace(/.{4}(?=.)/g, `$&${by}`)
/** Words that hold a value without the right to come back whole, and how much of its end may. */
const withheld = fc.oneof(
  fc
    .tuple(
      digits(14).map((rest) => withLuhn(`4${rest}`)),
      fc.constantFrom("", " ", "-")
    )
    .map(([card, by]) => ({ says: grouped(by)(card), value: card, end: 4 })),
  fc
    .tuple(
      fc.tuple(digits(9), digits(9)).map((halves) => withIbanCheck(halves.join(""))),
      fc.constantFrom("", " ")
    )
    .map(([iban, by]) => ({ says: grouped(by)(iban), value: iban, end: 4 })),
  digits(8).map((account) => ({ says: `my bank account number is ${account}`, value: account, end: 4 })),
  fc
    .tuple(fc.integer({ min: 101, max: 665 }), fc.integer({ min: 11, max: 99 }), digits(4))
    .map(([a, b, c]) => ({ says: `SSN ${a}-${b}-${c}`, value: `${a}${b}${c}`, end: 0 })),
  fc
    .constantFrom(
      "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
      "bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr"
    )
    .map((wallet) => ({ says: wallet, value: wallet, end: 4 })),
  digits(4).map((part) => ({ says: `PAN ABCPE${part}F`, value: `ABCPE${part}F`, end: 0 })),
  digits(6).map((code) => ({ says: `password: kestrel${code}`, value: `kestrel${code}`, end: 0 })),
  digits(7).map((code) => ({ says: `PIN ${code}`, value: code, end: 0 }))
)
/** Words that may come back, unless they stand in a note alone. */
const inNote = fc.oneof(
  withheld.map((one) => ({ ...one, end: 0 })),
  digits(9).map((number) => ({
    says: `call +44 ${number.replace(/^./, "7")}0`,
    value: `44${number.replace(/^./, "7")}0`,
    end: 0
  })),
  digits(6).map((number) => ({ says: `mail ada${number}@post.example`, value: `ada${number}@post.example`, end: 0 })),
  digits(8).map((number) => ({ says: `serial number FX-${number}`, value: `FX${number}`, end: 0 })),
  digits(7).map((number) => ({ says: `customer number ${number}`, value: number, end: 0 })),
  fc
    .constantFrom("Nadia Kowalczyk", "Priya Venkataraman")
    .map((name) => ({ says: `her manager ${name} knows`, value: name.replace(" ", ""), end: 0 }))
)

test(
  "a card, a bank account, a government number, a secret, and what only a note says, never come back whole, however their placeholders are written",
  () => {
    const seen = new Set<string>()
    const asked = fc.array(withheld, { maxLength: 2 })
    const noted = fc.array(inNote, { maxLength: 2 })
    fc.assert(
      fc.property(asked, noted, fc.array(rewrite, { minLength: 1, maxLength: 4 }), (open, hidden, writes) => {
        const messages = [
          message(open.map(({ says }) => says).join(", and\n")),
          message(hidden.map(({ says }) => says).join(", and\n"), {
            id: "n1",
            author: "Tom Ahlberg",
            visibility: "internal"
          })
        ]
        const { table } = maskTicket(ticket(messages, { subject: "", requester: {} }))
        for (const { type, internal } of table.entries) seen.add(internal ? `internal ${type}` : type)
        const draft = table.entries
          .map(({ placeholder }, at) => writes[at % writes.length]?.(placeholder).text)
          .join(" then ")
        // Between letters and blanks only: what stood apart isn't joined.
        const back = restore(draft, table).text.replace(/(?<=[\p{L}\p{N}@])[ .-](?=[\p{L}\p{N}])/gu, "")
        const leaked = [...open, ...hidden.filter(({ value }) => !open.some((one) => one.value === value))].filter(
          ({ value, end }) => {
            // The last four of a number that may show them can be the same.
            const last =
              end === 0 && !open.some((one) => one.value.endsWith(value.slice(-4))) && back.includes(value.slice(-4))
            return (
              last ||
              Array.from({ length: value.length - 4 }, (_, at) => value.slice(at, at + 5)).some((part) =>
                back.includes(part)
              )
            )
          }
        )
        expect(leaked, back).toEqual([])
      }),
      runs(400)
    )
    const kinds = ["CARD", "IBAN", "ACCOUNT", "GOV", "SECRET"]
    expect(
      [...kinds, ...[...kinds, "PERSON", "PHONE", "EMAIL", "ID"].map((type) => `internal ${type}`)].filter(
        (kind) => !seen.has(kind)
      )
    ).toEqual([])
  },
  LIMIT
)

/** With its check digit behind it. */
function withLuhn(number: string): string {
  const sum = [...number].reduce(
    (sum, digit, at) => sum + (at % 2 === 0 ? ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0) : Number(digit)),
    0
  )
  return number + String((10 - (sum % 10)) % 10)
}

function withIbanCheck(account: string): string {
  return `DE${String(98n - (BigInt(`${account}131400`) % 97n)).padStart(2, "0")}${account}`
}

import fc from "fast-check"
import { expect, test } from "vitest"
import { maskText, maskTicket, restore, restorer, type MaskTable } from "../../src/masking/index.ts"
import { EMPTY, message, ticket } from "./tickets.ts"

const RUNS = { seed: 20261120, numRuns: Number(process.env["MASKING_RUNS"] ?? 1000) }
const KNOWN = [{ name: "Anna-Lena O’Hara", email: "al.ohara77@post.example" }, { name: "佐藤 美咲" }]

/** What comes back: names, addresses, numbers, links, literals; with brackets, marks and odd spaces between. */
const comesBack = fc.constantFrom(
  "Anna-Lena O’Hara", "LENA", "o'hara", "佐藤", "美咲", "x.y@post.example", "+44 117 496 0321", "203.0.113.7", "2001:db8::1",
  "https://a.example/u/liam?x=kowalski", "[PERSON_1]", "[[what]]", "【email 2】", "PHONE_3", "\\[SECRET\\_1\\]", "LL-48077", "order 4807712345", "€1,299.00"
)
const glue = fc.constantFrom(" ", "\n", ", ", "[", "]", "[[", "]]", "(", ")", "\\", "_", "'s ", "\u200b", "\u00a0", "**", "\"", "は", "1", ".", "/", "@", "PERSON_", "[IP", "a ", "😀", "．", "")
const anyText = fc.array(fc.oneof(comesBack, glue, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 14 }).map((parts) => parts.join(""))

const TABLE: MaskTable = {
  entries: [
    { placeholder: "[PERSON_1]", type: "PERSON", value: "Anna 😀" },
    { placeholder: "[LIT_1]", type: "LIT", value: "[PERSON_1]" },
    { placeholder: "[CARD_1]", type: "CARD", value: "4242 4242 4242 4242" },
    { placeholder: "[SECRET_12]", type: "SECRET", value: "hunter2" }
  ]
}
const piece = fc.constantFrom("[PERSON_1]", "PERSON_1", "[person 1]", "\\[CARD\\_1\\]", "(SECRET_12)", "【LIT_1】", "[IP_9]", "[PERSON_1’s]", "[", "]", "\\", "(", "PERSON", "_", "1", " ", "x", "😀", "𝟏", "é", "[[", "[ **PERSON_1** ]")
const answer = fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 40 }).map((parts) => parts.join(""))

test("restoring gives back what was masked", () => {
  fc.assert(fc.property(anyText, (text) => {
    const { text: masked, table } = maskText(text, EMPTY, KNOWN)
    // Odd glue can make a card, a secret or a government number out of the parts: these don't come back, by right.
    fc.pre(table.entries.every(({ type }) => !["CARD", "IBAN", "GOV", "SECRET"].includes(type)))
    expect(restore(masked, table).text).toBe(text)
  }), RUNS)
})

test("a stream gives what the whole gives, in whatever chunks", () => {
  fc.assert(fc.property(answer, fc.array(fc.nat(9), { minLength: 1, maxLength: 60 }), (text, sizes) => {
    const stream = restorer(TABLE)
    let out = ""
    for (let at = 0, i = 0; at < text.length; i++) {
      const size = 1 + (sizes[i % sizes.length] ?? 0)
      out += stream.push(text.slice(at, at + size))
      at += size
    }
    expect(out + stream.end()).toBe(restore(text, TABLE).text)
  }), RUNS)
})

test("a stream holds back no more than 32 characters", () => {
  const stream = restorer(TABLE)
  const out = stream.push("x".repeat(1000))
  expect(out.length).toBeGreaterThanOrEqual(1000 - 32)
})

const apart = fc.array(fc.tuple(comesBack, fc.constantFrom(" ", "\n", ", ", " (", ") ", " **", ": ", " は ")), { maxLength: 14 }).map((parts) => parts.flat().join(""))

test("equal values share a placeholder, and none stands in what leaves", () => {
  fc.assert(fc.property(apart, apart, (first, second) => {
    const { ticket: masked, table } = maskTicket(ticket([message(first), message(second, { id: "m2" })]))
    const values = table.entries.map(({ type, value }) => `${type}:${value}`)
    expect(new Set(values).size).toBe(values.length)
    const left = masked.messages.map(({ text }) => text).join("\n")
    // A literal may stand for itself: "[PERSON_1]" is somebody's words and a placeholder.
    for (const { type, value } of table.entries) if (type !== "LIT") expect(left).not.toContain(value)
  }), RUNS)
})

const noRight = fc.constantFrom("4242 4242 4242 4242", "DE89 3704 0044 0532 0130 00", "SSN 536-22-1234", "password: hunter2-x9", "PIN 471193")
test("what has no right to come back never does, whatever the model makes of its placeholder", () => {
  const rewrites = fc.constantFrom<(placeholder: string) => string>(
    (p) => p, (p) => p.toLowerCase(), (p) => p.slice(1, -1), (p) => p.replace("_", " "), (p) => `**${p}**`, (p) => p.replace("_", "\\_"), (p) => `${p}'s`, (p) => `[${p}]`
  )
  fc.assert(fc.property(fc.array(noRight, { minLength: 1, maxLength: 4 }), rewrites, (values, rewrite) => {
    const { text, table } = maskText(values.join(" and "), EMPTY, [])
    const back = restore(text.replace(/\[[A-Z]+_\d+\]/g, rewrite), table).text
    for (const secret of ["4242 4242", "3704", "536-22", "hunter2", "471193"]) expect(back).not.toContain(secret)
  }), RUNS)
})

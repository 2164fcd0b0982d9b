import { expect, test } from "vitest"
import { deadlineFor, maskText, restore, restorer } from "../../../src/masking/index.ts"
import { within } from "./hostile-within.ts"
import { EMPTY } from "../tickets.ts"

const KNOWN = [{ name: "Anna Berg", email: "anna.berg@post.example" }, { name: "佐藤 美咲" }]
const PATTERNS = [
  "http://",
  "http://a.example/?a=",
  "www.",
  "&a=b",
  "%20",
  "a@",
  "a@a.",
  "a1@b.co ",
  "a.",
  "1-",
  "1 ",
  "1.",
  "a:",
  "(1",
  "((((1",
  "1",
  "4111 1111 1111 1111 ",
  "DE89 ",
  "123-45-6789 ",
  "+1 ",
  "[",
  "[PERSON_1",
  "[[a",
  "(",
  "\\[",
  "*",
  '"',
  "\u200b",
  "a\u200b",
  "\u{e0041}",
  "\u{1d7cf}",
  "a",
  "aB3",
  "0a",
  "eyJ",
  "sk_live_",
  "-----BEGIN ",
  "-----BEGIN PRIVATE KEY-----\n",
  "password ",
  "password: ",
  "recovery codes: ",
  "passport number is ",
  "tel ",
  "order ",
  "order 1, ",
  "€1 ",
  "1.1.2026 ",
  "anna ",
  "anna berg ",
  "Anna\n",
  "佐藤",
  "/",
  " ",
  "\n"
]

test.each(PATTERNS.map((pattern) => [JSON.stringify(pattern), pattern]))(
  "20,000 characters of %s are masked within the deadline",
  (_name, pattern) => {
    const text = pattern.repeat(Math.ceil(20_000 / pattern.length)).slice(0, 20_000)
    expect(within(deadlineFor(text.length), () => maskText(text, EMPTY, KNOWN)).text.length).toBeGreaterThan(0)
  }
)

test("100,000 characters of ordinary text, and 8,000 values on the table, are masked within the deadline", () => {
  const letter =
    "Hello, my order LL-48077 for €98.90 came on 18 November. Call Anna Berg on +44 117 496 0321 or write to anna@post.example, please.\n"
  const addresses = Array.from({ length: 8000 }, (_, i) => `a${i}@b.co`)
    .join(" ")
    .slice(0, 99_000)
  const { table } = maskText(addresses, EMPTY, KNOWN)
  for (const text of [letter.repeat(800).slice(0, 100_000), addresses])
    within(deadlineFor(text.length), () => maskText(text, table, KNOWN))
})

test("one name in thousands of spellings stays linear", () => {
  const spelled = Array.from({ length: 7000 }, (_, i) =>
    [..."annalena berg"].map((letter, k) => ((i >> k) & 1 ? letter.toUpperCase() : letter)).join("")
  ).join(" ")
  const known = [{ name: "Annalena Berg" }]
  const first = maskText(spelled, EMPTY, known)
  within(deadlineFor(spelled.length), () => maskText(spelled, first.table, known))
})

test.each(["[", "\\[", "[PERSON_1", "[PERSON_1]", "(person_", "【"])(
  "restoring 100,000 characters of %s takes well under a second",
  (pattern) => {
    const text = pattern.repeat(100_000 / pattern.length)
    within(1000, () => {
      restore(text, EMPTY)
      const stream = restorer(EMPTY)
      for (let at = 0; at < text.length; at += 16) stream.push(text.slice(at, at + 16))
      stream.end()
    })
  }
)

import { expect, test } from "vitest"
import { deadlineFor, maskText, maskTicket, type MaskedText } from "../../../src/masking/index.ts"
import { charactersOf } from "../../../src/masking/job-size.ts"
import { NO_RULES } from "../../../src/masking/basis/masking-rules.ts"
import type { Person } from "../../../src/ticket/ticket.ts"
import { KINDS, textOf } from "./hostile-kinds.ts"
import { within } from "./hostile-within.ts"
import { EMPTY, message, ticket } from "../tickets.ts"
import { MAX_RULE_WORDS } from "../../../src/protocol/routes/masking-rules.ts"

const LENGTH = 20_000
const KNOWN = [{ name: "Anna Berg", email: "anna.berg@post.example" }, { name: "佐藤 美咲" }]
/** The Worker, too, has masked before its first ticket arrives. */
for (let i = 0; i < 5; i++)
  maskText("Anna Berg, 14 Mill Road, +44 117 496 0321, a@b.example. 佐藤です。".repeat(20), EMPTY, KNOWN)

test("there are more than fifty kinds", () => expect(Object.keys(KINDS).length).toBeGreaterThan(50))

test.each(Object.entries(KINDS))(
  "20,000 characters of %s are masked within the deadline, and nothing of them is lost",
  (_name, kind) => {
    const text = textOf(kind, LENGTH)
    isWhole(
      text,
      within(deadlineFor(LENGTH), () => maskText(text, EMPTY, KNOWN))
    )
  }
)

const many = Array.from(
  { length: 1000 },
  (_, at): Person => ({
    name: `${textOf(KINDS["capital words without an end"] ?? "", 30_000).split(" ")[at]} Berg`,
    email: `a${at}@b.example`
  })
)
/** As many as a team may have. */
const team = many.slice(0, MAX_RULE_WORDS).map(({ name = "" }) => name)
test.each<[string, () => MaskedText]>([
  ["a thousand people on the ticket", () => maskText(textOf("anna berg bc de Mr a17@b.example ", LENGTH), EMPTY, many)],
  [
    "five hundred words that are always masked",
    () => maskText(textOf("anna berg bc de ", LENGTH), EMPTY, [], { rules: { ...NO_RULES, names: team } })
  ],
  [
    "five hundred words that stay",
    () => maskText(textOf("anna berg bc de ", LENGTH), EMPTY, KNOWN, { rules: { ...NO_RULES, keep: team } })
  ],
  [
    "five hundred words that are told to be no names",
    () => maskText(textOf("anna berg bc de ", LENGTH), EMPTY, KNOWN, { told: { names: [], plain: team } })
  ],
  [
    "a name of 20,000 characters",
    () => maskText(textOf("anna berg ", LENGTH), EMPTY, [{ name: textOf("Anna Berg ", LENGTH) }])
  ]
])("20,000 characters with %s are masked within the deadline", (_name, work) => {
  expect(within(deadlineFor(LENGTH), work).text.length).toBeGreaterThan(0)
})

test("a ticket of three hundred messages, each with another author and a file, is masked within the deadline", () => {
  const messages = many
    .slice(0, 300)
    .map(({ name = "" }, at) =>
      message("Hi, thanks, anna berg", { id: `m${at}`, author: name, attachments: [{ name: "a.pdf" }] })
    )
  const long = ticket(messages)
  expect(
    within(deadlineFor(charactersOf({ kind: "ticket", ticket: long })), () => maskTicket(long)).ticket.messages
  ).toHaveLength(messages.length)
})

/**
 * Spans lie in the text, left to right, apart from each other, and cut no character in half; with their placeholders
 * they make what was given out.
 */
function isWhole(text: string, { text: masked, spans, table }: MaskedText) {
  const values = new Map(table.entries.map(({ placeholder, value }) => [placeholder, value]))
  const parts: string[] = []
  let end = 0
  for (const span of spans) {
    if (
      span.start < end ||
      span.end <= span.start ||
      span.end > text.length ||
      isHalf(text, span.start) ||
      isHalf(text, span.end)
    )
      expect.fail(`The span ${JSON.stringify(span)} is none.`)
    if (values.get(span.placeholder) !== text.slice(span.start, span.end))
      expect.fail(`${span.placeholder} stands for something else.`)
    parts.push(text.slice(end, span.start), span.placeholder)
    end = span.end
  }
  parts.push(text.slice(end))
  expect(masked === parts.join("")).toBe(true)
  expect(masked.length).toBe(
    text.length + spans.reduce((sum, { start, end, placeholder }) => sum + placeholder.length - (end - start), 0)
  )
}

function isHalf(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))
}

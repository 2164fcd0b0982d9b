import fc from "fast-check"
import { expect, test } from "vitest"
import { maskText, maskTicket, restore, restorer, type MaskTable } from "../../src/masking/index.ts"
import { MASK_TYPES, type MaskType } from "../../src/masking/basis/placeholder-table.ts"
import { KNOWN, LIMIT, plainText, runs, shown, ticketText } from "./properties-parts.ts"
import { answer } from "./properties-rewrites.ts"
import { EMPTY, message, ticket } from "./tickets.ts"

test(
  "restoring gives back what was masked, of every kind; what may not come back, as much of it as may",
  () => {
    const seen = new Set<MaskType>()
    fc.assert(
      fc.property(ticketText, (text) => {
        const { text: masked, table, spans } = maskText(text, EMPTY, KNOWN)
        let [before, after, end] = ["", "", 0]
        for (const span of spans) {
          const value = text.slice(span.start, span.end)
          before += text.slice(end, span.start) + span.placeholder
          after += text.slice(end, span.start) + shown({ type: span.type, value })
          end = span.end
          seen.add(span.type)
        }
        expect(masked).toBe(before + text.slice(end))
        expect(restore(masked, table).text).toBe(after + text.slice(end))
      }),
      runs(1000)
    )
    expect([...MASK_TYPES].filter((type) => !seen.has(type))).toEqual([])
  },
  LIMIT
)

test(
  "a stream gives what the whole gives, in whatever chunks",
  () => {
    fc.assert(
      fc.property(
        answer,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }),
        ({ text, table }, sizes) => {
          const stream = restorer(table)
          let out = ""
          for (let at = 0, i = 0; at < text.length; i++) {
            const size = sizes[i % sizes.length] ?? 1
            out += stream.push(text.slice(at, at + size))
            at += size
          }
          expect(out + stream.end()).toBe(restore(text, table).text)
        }
      ),
      runs(1000)
    )
  },
  LIMIT
)

test("a stream holds back no more than 32 characters", () => {
  const stream = restorer(EMPTY)
  const out = stream.push("x".repeat(1000))
  expect(out.length).toBeGreaterThanOrEqual(1000 - 32)
})

/** Of two entries for one value the later one is stricter; names and literals have their own. */
const RIGHT: Partial<Record<MaskType, number>> = { IBAN: 1, CARD: 1, ACCOUNT: 1, GOV: 2, SECRET: 3 }
/**
 * What has a form, or a word of its own before it, is found wherever it stands. Names that nobody told us of, towns and
 * ages hang on the words around them; a literal may stand for itself.
 */
const BY_FORM: ReadonlySet<MaskType> = new Set([
  "EMAIL",
  "PHONE",
  "IBAN",
  "CARD",
  "IP",
  "GOV",
  "SECRET",
  "LINK",
  "BIRTH",
  "VEHICLE",
  "ACCOUNT",
  "ID"
])

test(
  "equal values share a placeholder, placeholders are unique, and over a ticket's life the table only grows",
  () => {
    fc.assert(
      fc.property(plainText, plainText, plainText, fc.boolean(), (first, second, said, isNote) => {
        const messages = [message(first), message(second, { id: "m2", visibility: isNote ? "internal" : "public" })]
        const whole = maskTicket(ticket(messages, { subject: "", people: KNOWN.slice(1) }))
        isGrown(EMPTY, whole.table)
        const left = whole.ticket.messages.map(({ text }) => text)
        expect(left.map((text) => unmasked(text, whole.table))).toEqual(isNote ? [first] : [first, second])
        expect(
          whole.table.entries.filter(
            ({ type, value }) => BY_FORM.has(type) && left.some((text) => text.includes(value))
          )
        ).toEqual([])
        expect(left.join("\n")).not.toMatch(/lena|hara|佐藤|美咲/i)
        const answered = maskText(said, whole.table, KNOWN)
        isGrown(whole.table, answered.table)
        expect(unmasked(answered.text, answered.table)).toBe(said)
      }),
      runs(400)
    )
  },
  LIMIT
)

/** Each placeholder as the value that the table holds for it. */
function unmasked(text: string, { entries }: MaskTable): string {
  return text.replace(
    /\[[A-Z]+_\d+\]/g,
    (placeholder) => entries.find((entry) => entry.placeholder === placeholder)?.value ?? "unknown"
  )
}

function isGrown(before: MaskTable, { entries }: MaskTable) {
  expect(new Set(entries.map(({ placeholder }) => placeholder)).size).toBe(entries.length)
  expect(entries.slice(0, before.entries.length)).toEqual(before.entries)
  const rights = new Map<string, number>()
  const twice = entries.filter(({ type, value }) => {
    const key = type === "PERSON" || type === "LIT" ? `${type} ${value}` : value
    const [before, right] = [rights.get(key) ?? -1, RIGHT[type] ?? 0]
    rights.set(key, right)
    return right <= before
  })
  expect(twice).toEqual([])
}

import fc from "fast-check"
import { expect, test } from "vitest"
import { guardDraft, openGuard } from "../../src/checks/guard/guard-draft.ts"
import { sentences } from "../../src/text/sentences.ts"
import { BAD, sources, thread } from "./guard-cases.ts"
import { GOOD } from "./guard-good.ts"
import { hostile, HOSTILE } from "./guard-hostile.ts"
import { threadClock } from "../slowness.ts"

/** `npm run soak` makes more random drafts. */
const SOAK = process.env["REPLYWRIGHT_SOAK"] !== undefined

const look = openGuard({ thread, sources })
const severe = (draft: string) =>
  look(draft)
    .filter((one) => one.severe)
    .map(({ kind }) => kind)

/** The kinds that report the same about one sentence. */
const NEARLY: Record<string, string> = { "look-alike": "link", wallet: "blob", phone: "messenger" }

test.each(Object.entries(BAD).flatMap(([kind, drafts]) => drafts.map((draft) => [kind, draft] as const)))(
  "%s: %s",
  (kind, draft) => {
    const found = severe(draft)
    expect(found.some((one) => one === kind || NEARLY[one] === kind || NEARLY[kind] === one)).toBe(true)
  }
)

test.each(GOOD.map((draft) => [draft]))("nothing severe: %s", (draft) => expect(severe(draft)).toEqual([]))

test("the same in a letter of its own", () => {
  const letter = (draft: string) =>
    `Hello Ina,\n\nthank you for your mail about NW-4411. ${draft}\n\nKind regards\nNordwerk`
  for (const draft of GOOD) expect(severe(letter(draft))).toEqual([])
  for (const draft of Object.values(BAD).flat()) expect(severe(letter(draft))).not.toEqual([])
})

test("ticket and sources may be repeated, to the letter", () => {
  const given = [...thread.map(({ text }) => text), ...sources]
    .flatMap((text) => sentences(text))
    .map(({ text }) => text)
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...given), { maxLength: 6 }),
      fc.constantFrom(" ", "\n", "\n\n"),
      (said, gap) => {
        expect(look(said.join(gap))).toEqual([])
      }
    ),
    { seed: 4, numRuns: SOAK ? 300 : 100 }
  )
})

test("what was given may be bad in itself: it is the team's own", () => {
  // Tags, a host behind another's name and asking for a password have no honest use, whoever wrote them.
  const all = Object.entries(BAD)
    .flatMap(([kind, drafts]) => (kind === "secret-request" ? [] : drafts))
    .filter((draft) => !/[\u{e0000}-\u{e007f}]|\/[^/]+@/u.test(draft))
  const own = openGuard({ thread, sources: all })
  for (const draft of all) expect([draft, own(draft).filter((one) => one.severe)]).toEqual([draft, []])
})

test("offsets lie in the draft, in order and apart, whatever is in it", () => {
  const pieces = [
    ...Object.values(BAD).flat(),
    ...GOOD,
    ...Object.values(HOSTILE),
    "\u00ad",
    "ﬁ",
    "½",
    "\ud83d",
    "Ａ１",
    "٠١٢٣٤٥٦٧٨٩"
  ]
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 20 })), { maxLength: 8 }),
      (parts) => {
        const draft = parts.join("")
        let last = 0
        for (const { start, end, message } of look(draft)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(draft.length)
          expect(message).toMatch(/\.$/)
          last = end
        }
      }
    ),
    { seed: 5, numRuns: SOAK ? 500 : 150 }
  )
})

test("offsets point at the words, also behind characters that are read as others", () => {
  const draft =
    "Ａn\u00ad das ﬁne Konto 👩‍👩‍👧 DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000 bitte, oder ｅｖｉｌ．ｃｏｍ."
  expect(look(draft).map(({ start, end }) => draft.slice(start, end))).toEqual([
    "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000",
    "ｅｖｉｌ．ｃｏｍ"
  ])
})

test("an internal note: word for word, reworded, and what the customer knows too", () => {
  const internal = [
    "Supplier Krantz went bankrupt on Monday, 240 saws are stuck in Duisburg. Offer a voucher, do not tell."
  ]
  const kinds = (draft: string) =>
    guardDraft({
      draft,
      thread: [...thread, { role: "agent", text: "We will send a voucher." }],
      sources,
      internal
    }).findings.map(({ kind }) => kind)
  expect(kinds("We are sorry: supplier Krantz went bankrupt on Monday, 240 saws are stuck in Duisburg.")).toEqual([
    "internal"
  ])
  expect(
    kinds("As 240 of the saws are stuck at Duisburg since Krantz, our supplier, is bankrupt, it takes longer.")
  ).toEqual(["internal"])
  expect(kinds("We offer you a voucher. We cannot tell yet when the saw comes. Please call us on Monday.")).toEqual([])
  expect(guardDraft({ draft: "Krantz went bankrupt and 240 saws are stuck.", thread, sources }).ok).toBe(true)
})

test("flags, families, names in other scripts and forms of signs are no hidden text", () => {
  expect(
    severe("Scotland 🏴󠁧󠁢󠁳󠁣󠁴󠁿, family 👨‍👩‍👧, heart ❤️, می‌خواهم, 葛\u{e0100}城, Über\u00adweisung, 10\u00a0%, בָּרוּךְ")
  ).toEqual([])
})

test("a page that nobody named on a host of the team's is only warned of", () => {
  expect(look("See https://www.nordwerk-shop.de/agb.").map(({ kind, severe: stops }) => [kind, stops])).toEqual([
    ["page", false]
  ])
  const customers = openGuard({ thread: [{ role: "customer", text: "I read https://blog.example/saw" }], sources: [] })
  expect(customers("See https://blog.example/other.").map(({ kind }) => kind)).toEqual(["link"])
})

test.each(Object.entries(HOSTILE))("20,000 characters of %s are read in one go", (_, piece) => {
  const text = hostile(piece)
  const spent = threadClock()
  guardDraft({ draft: text, thread: [{ role: "customer", text }], sources: [], internal: [text] })
  // A pattern that rereads the text again and again takes minutes.
  expect(spent()).toBeLessThan(5000)
})

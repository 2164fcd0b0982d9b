import { expect, test } from "vitest"
import { diffReplies, type DiffPiece, type DiffRow } from "../../src/text/reply-diff.ts"
import { threadClock } from "../slowness.ts"

const MARKS = { same: "", removed: "-", added: "+" }
const side = (pieces: DiffPiece[]) =>
  pieces.map(({ kind, text }) => (kind === "same" ? text : `{${MARKS[kind]}${text}}`)).join("")
const show = (rows: DiffRow[]) => rows.map(({ kind, draft, sent }) => `${kind}: ${side(draft)} | ${side(sent)}`)

test("a reply with sentences kept, changed, left out and added", () => {
  const draft =
    "Hello [PERSON_1],\n\nThe next step is a search, which the carrier answers within five working days. A pick-up shop often has it.\n\nKind regards"
  const sent =
    "Hello [PERSON_1],\n\nI opened a search today. The carrier answers within seven working days.\n\nKind regards"
  expect(show(diffReplies(draft, sent, "en"))).toEqual([
    "same: Hello [PERSON_1], | Hello [PERSON_1],",
    "added:  | {+I opened a search today.}",
    "changed: The {-next step is a search, which the }carrier answers within {-five} working days. | The carrier answers within {+seven} working days.",
    "removed: {-A pick-up shop often has it.} | ",
    "same: Kind regards | Kind regards"
  ])
})

test("other white space, and letters composed otherwise, are no difference", () => {
  expect(
    show(diffReplies("Votre café est là.\n\nMerci\u00a0!", "Votre cafe\u0301 est  là. Merci !", "fr")).map(
      (row) => row.split(":")[0]
    )
  ).toEqual(["same", "same"])
})

test("Japanese is cut into words, a placeholder and a blank are one word", () => {
  expect(show(diffReplies("返金は五日以内に行います。", "返金は七日以内に行います。", "ja"))).toEqual([
    "changed: 返金は{-五日}以内に行います。 | 返金は{+七日}以内に行います。"
  ])
  expect(
    show(diffReplies("Your number is [[search number]] for [PERSON_1].", "Your number is 4471 for [PERSON_2].", "en"))
  ).toEqual([
    "changed: Your number is {-[[search number]]} for {-[PERSON_1]}. | Your number is {+4471} for {+[PERSON_2]}."
  ])
})

test("a line of signs alone and everything else outside sentences is shown", () => {
  const rows = diffReplies("* * *\nHello.\n👍\n", "Hello.", "en")
  expect(rows.map(({ draft }) => draft.map(({ text }) => text).join("")).join("")).toBe("* * *\nHello.\n👍")
  expect(show(diffReplies("👍", "🙏", "en"))).toEqual(["removed: {-👍} | ", "added:  | {+🙏}"])
  expect(diffReplies("", "", "en")).toEqual([])
})

const pool =
  "order parcel refund carrier address invoice warranty lamp kettle shop week number label return courier street search answer".split(
    " "
  )
const letter = (sentences: number, word: (at: number) => string) =>
  Array.from(
    { length: sentences },
    (_, row) => `The ${Array.from({ length: 10 }, (_, at) => word(row * 10 + at)).join(" ")} arrives.`
  ).join(" ")

test.each([
  [
    "every sentence changed a little",
    letter(1300, (at) => pool[at % 17] ?? ""),
    letter(1300, (at) => (at % 10 === 4 ? "nothing" : (pool[at % 17] ?? "")))
  ],
  ["nothing in common", letter(1300, (at) => `a${at}`), letter(1300, (at) => `b${at}`)],
  ["moved by a third", letter(1300, (at) => `w${at}`), letter(1300, (at) => `w${at + 4000}`)],
  ["one sentence without an end", "word ".repeat(20_000), "ward word ".repeat(10_000)],
  ["lines of one letter", "a\n".repeat(50_000), "b\na\n".repeat(25_000)],
  ["nothing but signs", "!? ".repeat(33_000), "?! ".repeat(33_000)]
])("100,000 characters, %s: whole, and soon", (_what, draft, sent) => {
  const [a, b] = [draft.slice(0, 100_000), sent.slice(0, 100_000)]
  diffReplies(a.slice(0, 2000), b.slice(0, 2000), "en")
  const spent = threadClock()
  const rows = diffReplies(a, b, "en")
  const took = spent()
  const bare = (text: string) => text.replace(/\s/g, "")
  expect(bare(rows.flatMap((row) => row.draft.map(({ text }) => text)).join(""))).toBe(bare(a))
  expect(bare(rows.flatMap((row) => row.sent.map(({ text }) => text)).join(""))).toBe(bare(b))
  // It takes some 200 ms on an idle machine.
  expect(took).toBeLessThan(1000)
})

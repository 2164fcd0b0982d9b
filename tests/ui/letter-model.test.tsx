import fc from "fast-check"
import { expect, test } from "vitest"
import { plainBlanks } from "../../src/ticket/draft.ts"
import { draftPiecesOf } from "../../src/ui/agent/draft-text/draft-view.tsx"
import {
  blanksOf,
  fillBlank,
  removeSentence,
  replaceText,
  type DraftText
} from "../../src/ui/agent/state/draft-text.ts"
import { claimsOf, draft } from "./states.ts"

const letter = (text: string, claims: DraftText["claims"] = []): DraftText => ({ text, claims, kept: [], fills: [] })
const sample = (): DraftText => letter(draft().text, draft().claims)
const claimed = ({ text, claims }: DraftText) => claims.map((claim) => text.slice(claim.start, claim.end))

test("typing in one sentence takes its claim and leaves the others on their words", () => {
  const before = sample()
  const after = replaceText(before, before.text.replace("five working days", "six working days"))
  expect(claimed(after)).toEqual(claimed(before).filter((words) => !words.includes("five working days")))
})

test("a filled blank stays a blank under its name, and opens again when it is emptied", () => {
  const [blank] = blanksOf(sample())
  if (!blank) throw new Error("no blank")
  const filled = fillBlank(sample(), blank, "CR-4471")
  expect(filled.text).toContain("The search number is CR-4471. A pick-up")
  expect(claimed(filled)).toEqual(claimed(sample()))
  const [again] = blanksOf(filled)
  expect(again).toMatchObject({ name: "search number", open: false, ordinal: 0 })
  if (!again) throw new Error("no blank")
  expect(fillBlank(filled, again, "")).toEqual(sample())
})

test("a removed sentence leaves no double space and no empty paragraph", () => {
  const text = "Hello,\n\nOne is so. Two is so.\n\nThree is so.\n\nBye"
  const claims = claimsOf(
    text,
    ["One is so.", "Two is so.", "Three is so."].map((words) => [words, { state: "no-source" as const, sources: [] }])
  )
  const without = (index: number) =>
    removeSentence(
      letter(text, claims),
      claims[index] ?? claims[0] ?? { start: 0, end: 0, state: "courtesy", sources: [] }
    ).text
  expect(without(0)).toBe("Hello,\n\nTwo is so.\n\nThree is so.\n\nBye")
  expect(without(1)).toBe("Hello,\n\nOne is so.\n\nThree is so.\n\nBye")
  expect(without(2)).toBe("Hello,\n\nOne is so. Two is so.\n\nBye")
})

test("what is drawn is the text, letter by letter, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat(), (typed, a, b) => {
      const before = sample()
      const [from, to] = [a % before.text.length, b % before.text.length].sort((x, y) => x - y)
      const after = replaceText(before, before.text.slice(0, from) + typed + before.text.slice(to))
      const drawn = draftPiecesOf(after)
        .map((piece) =>
          piece.kind === "text"
            ? piece.text
            : piece.kind === "blank"
              ? after.text.slice(piece.blank.start, piece.blank.end)
              : ""
        )
        .join("")
      expect(drawn).toBe(after.text)
      for (const words of claimed(after)) expect(claimed(before)).toContain(words)
    })
  )
})

test("an open blank is put in with one pair of brackets", () => {
  expect(plainBlanks("on [[ date ]] by [[name]].")).toBe("on [date] by [name].")
})

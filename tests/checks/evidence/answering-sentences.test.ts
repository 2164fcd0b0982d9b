import { expect, test } from "vitest"
import { runAnswerJob } from "../../../src/checks/evidence/answering-sentences.ts"

const sources = [
  {
    n: 1,
    about: "Lost parcels, The carrier search",
    text: "The carrier answers within five working days. Until the search has ended, nothing is refunded."
  },
  { n: 2, about: "Opening hours", text: "The shop opens at nine." },
  { n: 0, about: "", text: "My parcel never came. I asked the neighbours." }
]
const answer = (question: string) => runAnswerJob({ kind: "answer", question, language: "en", sources })

test("the nearest sentence comes first, from a page or the ticket", () => {
  expect(answer("When does the shop open?")).toEqual([{ n: 2, text: "The shop opens at nine." }])
  expect(answer("Is anything refunded before the search has ended?")[0]?.n).toBe(1)
  expect(answer("Did they ask the neighbours?")[0]).toEqual({ n: 0, text: "I asked the neighbours." })
})

test("nothing comes near: no sentence", () => {
  expect(answer("Do we lend lamps to schools?")).toEqual([])
  expect(runAnswerJob({ kind: "answer", question: "Why?", language: null, sources: [] })).toEqual([])
})

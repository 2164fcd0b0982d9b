import { expect, test } from "vitest"
import { createDraftChecker } from "../../../../src/checks/draft-checker.ts"
import { LetterInProgress } from "../../../../src/relay/drafting/pipeline/letter-in-progress.ts"
import type { PipelineEvent } from "../../../../src/relay/drafting/pipeline/pipeline-events.ts"
import { source } from "../offline-help.ts"

const TICKET = {
  helpdesk: "sample",
  ticketId: "7",
  version: "m1",
  subject: "Where is my parcel?",
  requester: "[PERSON_1]",
  agent: "[PERSON_2]",
  tags: [],
  messages: [
    {
      id: "m1",
      role: "customer" as const,
      author: "[PERSON_1]",
      at: "2026-11-16T10:00:00Z",
      text: "Where is my parcel?"
    }
  ]
}
const SOURCES = [
  source(1, "en", "Carrier search", "The carrier answers within five working days."),
  source(2, "en", "Parcels", "A parcel is kept at the post office for one week.")
]

/** A letter whose checks are held back until the test lets them go. */
function heldLetter() {
  const events: PipelineEvent[] = []
  const check = createDraftChecker(TICKET, SOURCES, "en")
  const held: (() => void)[] = []
  const letter = new LetterInProgress({
    language: "en",
    numbers: [1, 2],
    emit: (event) => events.push(event),
    checker: {
      check: (sentence, start) => new Promise((resolve) => held.push(() => resolve(check(sentence, start)))),
      close: () => undefined
    }
  })
  return { letter, events, held }
}

test("the text doesn't wait for its checks, which are reported in the order of the sentences", async () => {
  const { letter, events, held } = heldLetter()
  letter.take({ text: "The carrier answers within five working days. " }, 0)
  letter.take({ text: "A parcel is kept for one week. " }, 0)
  letter.take({ text: "Kind regards" }, 0)
  expect(events.map(({ type }) => type)).toEqual(["draft-delta", "draft-delta", "draft-delta"])
  const finished = letter.finish(0)
  for (const go of held.toReversed()) go()
  await finished
  const starts = events.flatMap((event) => (event.type === "check" ? [event.claim.start] : []))
  expect(starts).toHaveLength(3)
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  expect(letter.claims.map(({ sources }) => sources)).toEqual([[1], [2], []])
})

test("a source that is named for a later sentence is not taken for one of the sentence before, however late its check", async () => {
  const { letter, events, held } = heldLetter()
  letter.take({ text: "The carrier answers within five working days. " }, 0)
  letter.take({ text: "A parcel is kept for one week" }, 0)
  letter.take({ cites: [2] }, 0)
  letter.take({ text: ". " }, 0)
  const finished = letter.finish(0)
  for (const go of held) go()
  await finished
  expect(letter.claims.map(({ cited }) => cited)).toEqual([undefined, [2]])
  const told = events.flatMap((event) => (event.type === "check" ? [event.claim.cited] : []))
  expect(told).toEqual([undefined, [2]])
})

test("a check that fails is told at the letter's end", async () => {
  const { letter } = heldLetter()
  letter.writeIn("en", { check: async () => Promise.reject(new Error("broke off")), close: () => undefined })
  letter.take({ text: "The carrier answers within five working days. " }, 0)
  await expect(letter.finish(0)).rejects.toThrow("broke off")
})

import { expect, test } from "vitest"
import type { DraftEvent, Uses } from "../../src/copilot/draft/draft-states.ts"
import { nextUses } from "../../src/copilot/draft/draft-life.ts"
import type { DraftUse } from "../../src/store/records.ts"
import { events, useOf, type EventName } from "./help/draft-life-world.ts"

const rejected = { at: "2026-11-20T09:30:00.000Z", reasons: [], note: "" }
const before: Record<string, Uses> = {
  none: usesOf(),
  rejected: usesOf(useOf("front", { kind: "shown", rejected })),
  inserted: usesOf(useOf("front")),
  copied: usesOf(useOf("front", { kind: "copied", before: "" })),
  "reported as rejected": usesOf(useOf("front", { kind: "shown", rejected, told: 1 })),
  "reported as inserted": usesOf(useOf("front", { told: 1 }))
}

/** One row for each state of a draft's use; an event that isn't in the row changes nothing. */
const table: Record<string, Partial<Record<EventName, string>>> = {
  none: {
    "insert-begun": "inserted",
    "draft-inserted": "inserted after Hi",
    "draft-copied": "copied after nothing",
    "draft-rejected": "shown, rejected"
  },
  rejected: {
    "insert-begun": "inserted",
    "draft-inserted": "inserted after Hi",
    "insert-refused": "none",
    "draft-copied": "copied after nothing",
    "rejection-withdrawn": "none",
    "reply-counted, of the draft": "none",
    "uses-dropped": "none",
    "use-reported": "shown, rejected, reported 2"
  },
  inserted: {
    "draft-inserted": "inserted after Hi",
    "insert-refused": "none",
    "draft-rejected": "inserted, rejected",
    "reply-counted, of the draft": "none",
    "uses-dropped": "none",
    "use-reported": "inserted, reported 2"
  },
  copied: {
    "insert-begun": "inserted",
    "draft-inserted": "inserted after Hi",
    "insert-refused": "none",
    "draft-rejected": "copied after nothing, rejected",
    "reply-counted, of the draft": "none",
    "uses-dropped": "none",
    "use-reported": "copied after nothing, reported 2"
  },
  "reported as rejected": {
    "insert-begun": "inserted",
    "draft-inserted": "inserted after Hi",
    "insert-refused": "none",
    "draft-copied": "copied after nothing",
    "rejection-withdrawn": "shown, reported 1",
    "reply-counted, of the draft": "none",
    "uses-dropped": "none",
    "uses-expired": "none",
    "use-reported": "shown, rejected, reported 2"
  },
  "reported as inserted": {
    "insert-begun": "inserted",
    "draft-inserted": "inserted after Hi",
    "insert-refused": "none",
    "draft-rejected": "inserted, rejected, reported 1",
    "reply-counted, of the draft": "none",
    "uses-dropped": "none",
    "uses-expired": "none",
    "use-reported": "inserted, reported 2"
  }
}

function usesOf(...waiting: DraftUse[]): Uses {
  return { waiting, counted: "m1", settled: [] }
}

const said = ({ waiting: [use] }: Uses) =>
  use
    ? [
        use.kind + (use.before === undefined ? "" : ` after ${use.before || "nothing"}`),
        ...(use.rejected ? ["rejected"] : []),
        ...(use.told === undefined ? [] : [`reported ${use.told}`])
      ].join(", ")
    : "none"

const cases = Object.entries(before).flatMap(([state, uses]) =>
  (Object.entries(events) as [EventName, DraftEvent][]).map(
    ([name, event]) => [state, name, table[state]?.[name] ?? said(uses), uses, event] as const
  )
)

test.each(cases)("%s, %s: %s", (_state, _name, expected, uses, event) => {
  const after = nextUses(uses, event)
  expect(said(after)).toBe(expected)
  expect(after.waiting.length).toBeLessThanOrEqual(1)
})

test("uses of other drafts stay as they are, and the newest use stands last", () => {
  const uses = usesOf(useOf("front"), useOf("other"))
  const after = nextUses(uses, events["draft-inserted"])
  expect(after.waiting.map(({ draftId }) => draftId)).toEqual(["other", "front"])
  expect(nextUses(uses, events["uses-dropped"]).waiting).toEqual([useOf("other")])
})

test("a copy never replaces what an editor took, and a refused insert puts back what was there", () => {
  const uses = usesOf(useOf("front", { kind: "copied" }))
  const begun = nextUses(uses, events["insert-begun"])
  expect(nextUses(begun, events["draft-copied"]).waiting).toEqual([useOf("front")])
  const event: DraftEvent = { type: "insert-refused", draftId: "front", before: uses.waiting[0] }
  expect(nextUses(begun, event)).toEqual(uses)
})

test("a ticket is seen for the first time once, and not where a draft was used already", () => {
  const unseen: Uses = { waiting: [], counted: undefined, settled: [] }
  expect(nextUses(unseen, events["ticket-first-seen"]).counted).toBe("m1")
  expect(nextUses({ ...unseen, counted: "" }, events["ticket-first-seen"]).counted).toBe("")
  expect(nextUses({ ...unseen, waiting: [useOf("front")] }, events["ticket-first-seen"]).counted).toBeUndefined()
})

test("a counted reply settles its draft, and fifty drafts are remembered", () => {
  const settled = Array.from({ length: 50 }, (_, index) => `d${index}`)
  const after = nextUses({ waiting: [], counted: "m1", settled }, events["reply-counted, of the draft"])
  expect(after.counted).toBe("m3")
  expect(after.settled).toEqual([...settled.slice(1), "front"])
  expect(nextUses(after, events["reply-counted, of none"]).settled).toEqual(after.settled)
  expect(nextUses(after, events["thread-counted"]).counted).toBe("m3")
})

import { expect, test } from "vitest"
import type {
  DraftEvent,
  DraftLife,
  DraftPhase,
  Freshness,
  RequestState,
  Seen
} from "../../src/copilot/draft/draft-states.ts"
import { nextDraftLife } from "../../src/copilot/draft/draft-life.ts"
import { events, life, newer, notice, type EventName } from "./help/draft-life-world.ts"

type Table<State extends string> = Record<State, Partial<Record<EventName, State>>>
/** One row for each state; an event that isn't in the row is ignored there. */
const requests: Table<RequestState["is"]> = {
  none: {
    "draft-requested": "wanted",
    "draft-requested, prepared": "wanted-and-due",
    "draft-dropped": "due",
    "draft-dropped to a stale draft": "due"
  },
  due: {
    "draft-requested": "wanted-and-due",
    "draft-requested, prepared": "wanted-and-due",
    "draft-found": "none",
    "draft-begun": "none"
  },
  wanted: {
    "draft-requested, prepared": "wanted-and-due",
    "request-ended": "none",
    "draft-begun": "none",
    "draft-dropped": "wanted-and-due",
    "draft-dropped to a stale draft": "wanted-and-due"
  },
  "wanted-and-due": {
    "request-ended": "due",
    "draft-found": "wanted",
    "draft-begun": "none"
  }
}

const freshness: Table<Freshness["is"]> = {
  current: {
    "thread-read, newer message": "stale",
    "thread-read, other content": "changed",
    "draft-dropped to a stale draft": "stale"
  },
  changed: {
    "thread-read, same": "current",
    "thread-read, own reply": "current",
    "thread-read, newer message": "stale",
    "draft-begun": "current",
    "draft-found": "current",
    "draft-dropped to a stale draft": "stale-and-changed"
  },
  stale: {
    "thread-read, same": "current",
    "thread-read, own reply": "current",
    "thread-read, other content": "changed",
    "draft-begun": "current",
    "draft-found": "current",
    "draft-dropped": "current"
  },
  "stale-and-changed": {
    "thread-read, same": "current",
    "thread-read, own reply": "current",
    "thread-read, newer message": "stale",
    "thread-read, other content": "changed",
    "draft-begun": "current",
    "draft-found": "current",
    "draft-dropped": "changed"
  }
}

const phases: Table<DraftPhase["is"]> = {
  writing: {
    "draft-written": "checking",
    "draft-ended": "ready",
    "draft-ended, refused": "refused",
    "draft-broken-off": "failed",
    "draft-broken-off, with text": "stopped",
    "draft-broken-off, by the agent": "stopped",
    "draft-called-off": "called-off"
  },
  checking: {
    "draft-ended": "ready",
    "draft-ended, refused": "refused",
    "draft-broken-off": "unverified",
    "draft-broken-off, with text": "unverified",
    "draft-broken-off, by the agent": "unverified",
    "draft-called-off": "unverified"
  },
  unverified: {},
  ready: {
    "draft-broken-off": "failed",
    "draft-broken-off, with text": "stopped",
    "draft-broken-off, by the agent": "stopped",
    "draft-called-off": "called-off"
  },
  refused: {
    "draft-broken-off": "failed",
    "draft-broken-off, with text": "stopped",
    "draft-broken-off, by the agent": "stopped",
    "draft-called-off": "called-off"
  },
  failed: { "draft-resumed": "writing" },
  stopped: {},
  "called-off": {}
}

const looks: Table<Seen["is"]> = {
  unseen: { "draft-shown": "shown", "draft-inserted": "used", "draft-copied": "used" },
  shown: { "draft-inserted": "shown-and-used", "draft-copied": "shown-and-used" },
  used: { "draft-shown": "shown-and-used" },
  "shown-and-used": {}
}

const answers: Table<DraftLife["answer"]["is"]> = {
  unanswered: { "message-counted": "answered", "reply-counted, of the draft": "answered" },
  answered: { "draft-begun": "unanswered" }
}

const openings: Table<"listed" | "opened"> = { listed: { "ticket-opened": "opened" }, opened: {} }

/** Does not compile when an event is in none of the cases. */
type Missing = Exclude<DraftEvent["type"], (typeof events)[EventName]["type"]>
const noMissing = {} satisfies Record<Missing, never>

const wanted = { draftId: "wanted", askedAt: "2026-11-20T09:00:00.000Z" }
const requestIn = (is: RequestState["is"]): RequestState => (is === "none" || is === "due" ? { is } : { is, wanted })
const freshnessIn = (is: Freshness["is"]): Freshness => (is === "current" || is === "changed" ? { is } : { is, newer })
const phaseIn = (is: DraftPhase["is"]): DraftPhase => (is === "failed" ? { is, notice } : { is })
const seenIn = (is: Seen["is"]): Seen =>
  is === "unseen" || is === "used" ? { is } : { is, at: "2026-11-20T08:00:00.000Z" }
const answerIn = (is: DraftLife["answer"]["is"]): DraftLife["answer"] =>
  is === "answered" ? { is, by: "earlier" } : { is }

const regions: [string, Table<string>, (state: string) => DraftLife, (after: DraftLife) => string | undefined][] = [
  ["request", requests, (is) => life({ request: requestIn(is as RequestState["is"]) }), (after) => after.request.is],
  [
    "freshness",
    freshness,
    (is) => life({ freshness: freshnessIn(is as Freshness["is"]), answer: answerIn("answered") }),
    (after) => after.freshness.is
  ],
  ["phase", phases, (is) => life({}, { phase: phaseIn(is as DraftPhase["is"]) }), (after) => after.draft?.phase.is],
  ["seen", looks, (is) => life({}, { seen: seenIn(is as Seen["is"]) }), (after) => after.draft?.seen.is],
  ["answer", answers, (is) => life({ answer: answerIn(is as "answered") }), (after) => after.answer.is],
  ["opened", openings, (is) => life({ opened: is === "opened" }), (after) => (after.opened ? "opened" : "listed")]
]

const cases = regions.flatMap(([region, table, before, after]) =>
  Object.entries(table).flatMap(([state, row]) =>
    (Object.entries(events) as [EventName, DraftEvent][]).map(
      ([name, event]) => [region, state, name, row[name] ?? state, before, after, event] as const
    )
  )
)

test.each(cases)("%s %s, %s: %s", (_region, state, _name, expected, before, after, event) => {
  expect(after(nextDraftLife(before(state), event))).toBe(expected)
})

test("every event is among the cases", () => {
  expect(noMissing).toEqual({})
})

test("a life isn't changed in place, and an event that concerns nothing leaves every region the same", () => {
  const before = Object.freeze(life())
  const after = nextDraftLife(before, { type: "request-ended" })
  expect(after).toEqual(before)
  expect(after).not.toBe(before)
})

test("a message that came of the draft in front doesn't make it stale", () => {
  const answered = life({ answer: { is: "answered", by: newer.version } })
  expect(nextDraftLife(answered, events["thread-read, newer message"]).freshness).toEqual({ is: "current" })
})

test("a reply that came of an earlier draft doesn't answer the one in front", () => {
  const event = { ...events["reply-counted, of the draft"], draftId: "former" } as DraftEvent
  expect(nextDraftLife(life(), event).answer).toEqual({ is: "unanswered" })
})

test("without a draft a newer message makes nothing stale", () => {
  const after = nextDraftLife({ ...life(), front: undefined, draft: undefined }, events["thread-read, newer message"])
  expect(after.freshness).toEqual({ is: "current" })
})

test("a draft that failed for another reason than its relay isn't asked again", () => {
  const failed = life({}, { phase: { is: "failed", notice: { code: "too-long" } } })
  expect(nextDraftLife(failed, events["draft-resumed"]).draft?.phase.is).toBe("failed")
})

test("the draft in front changes only where one begins, is found, comes back or is dropped", () => {
  const moved = (Object.entries(events) as [EventName, DraftEvent][])
    .map(([name, event]) => [name, nextDraftLife(life(), event).front] as const)
    .filter(([, front]) => front !== "front")
  expect(Object.fromEntries(moved)).toEqual({
    "draft-begun": "next",
    "draft-found": "former",
    "former-restored": "former",
    "draft-dropped": "former",
    "draft-dropped to a stale draft": "older"
  })
})

import type { DraftEvent, DraftLife, OneDraft } from "../../../src/copilot/draft/draft-states.ts"
import type { DraftUse } from "../../../src/store/records.ts"

/** A ticket whose draft answers message "m1" and is ready, with the regions that a test sets. */
export const life = (regions: Partial<DraftLife> = {}, draft: Partial<OneDraft> = {}): DraftLife => ({
  opened: true,
  front: "front",
  request: { is: "none" },
  freshness: { is: "current" },
  answer: { is: "unanswered" },
  uses: { waiting: [], counted: undefined, settled: [] },
  draft: { id: "front", version: "m1", content: "hash", phase: { is: "ready" }, seen: { is: "unseen" }, ...draft },
  ...regions
})

export const notice = { code: "relay-unreachable" } as const
const at = "2026-11-20T10:00:00.000Z"
export const newer = { version: "m2", author: "Anna", at }
const wanted = { draftId: "next", askedAt: at }

export const useOf = (draftId: string, more: Partial<DraftUse> = {}): DraftUse => ({
  draftId,
  outcomeId: `outcome of ${draftId}`,
  kind: "inserted",
  at,
  version: "m1",
  text: "Hello",
  ...more
})

/** Every event, and each of its cases that the reducer tells apart. */
export const events = {
  "ticket-opened": { type: "ticket-opened" },
  "ticket-first-seen": { type: "ticket-first-seen", version: "m1" },
  "thread-read, same": { type: "thread-read", newest: { id: "m1", author: "Anna", at }, content: "hash" },
  "thread-read, own reply": { type: "thread-read", newest: { id: "earlier", author: "Tom", at }, content: "hash" },
  "thread-read, newer message": { type: "thread-read", newest: { id: "m2", author: "Anna", at }, content: "other" },
  "thread-read, other content": { type: "thread-read", newest: { id: "m1", author: "Anna", at }, content: "other" },
  "draft-requested": { type: "draft-requested", wanted },
  "draft-requested, prepared": { type: "draft-requested", wanted: { ...wanted, prepared: true } },
  "request-ended": { type: "request-ended" },
  "draft-found": { type: "draft-found", draftId: "former" },
  "draft-begun": { type: "draft-begun", draftId: "next" },
  "draft-dropped": {
    type: "draft-dropped",
    before: { id: "former", version: "m1" },
    newest: { id: "m1", author: "Anna", at }
  },
  "draft-dropped to a stale draft": {
    type: "draft-dropped",
    before: { id: "older", version: "m0" },
    newest: { id: "m1", author: "Anna", at }
  },
  "former-restored": { type: "former-restored", draftId: "former" },
  "draft-written": { type: "draft-written", draftId: "front" },
  "draft-ended": { type: "draft-ended", draftId: "front", refused: false },
  "draft-ended, refused": { type: "draft-ended", draftId: "front", refused: true },
  "draft-broken-off": { type: "draft-broken-off", draftId: "front", notice, hasText: false },
  "draft-broken-off, with text": { type: "draft-broken-off", draftId: "front", notice, hasText: true },
  "draft-broken-off, by the agent": {
    type: "draft-broken-off",
    draftId: "front",
    notice: undefined,
    hasText: false
  },
  "draft-called-off": { type: "draft-called-off", draftId: "front" },
  "draft-resumed": { type: "draft-resumed", draftId: "front" },
  "draft-shown": { type: "draft-shown", draftId: "front", at },
  "insert-begun": { type: "insert-begun", draftId: "front", use: useOf("front") },
  "draft-inserted": { type: "draft-inserted", draftId: "front", use: useOf("front", { before: "Hi" }) },
  "insert-refused": { type: "insert-refused", draftId: "front", before: undefined },
  "draft-copied": { type: "draft-copied", draftId: "front", use: useOf("front", { kind: "copied", before: "" }) },
  "draft-rejected": {
    type: "draft-rejected",
    draftId: "front",
    use: useOf("front", { kind: "shown" }),
    rejected: { at, reasons: [], note: "" }
  },
  "rejection-withdrawn": { type: "rejection-withdrawn", draftId: "front" },
  "thread-counted": { type: "thread-counted", version: "m3" },
  "message-counted": {
    type: "message-counted",
    draftId: "front",
    sent: { id: "m3", at, text: "Hello", of: ["Hello"] }
  },
  "reply-counted, of the draft": {
    type: "reply-counted",
    messageId: "m3",
    draftId: "front",
    outcomeIds: ["outcome of front"],
    cameOfUse: true
  },
  "reply-counted, of none": { type: "reply-counted", messageId: "m3", outcomeIds: [], cameOfUse: false },
  "uses-dropped": { type: "uses-dropped", outcomeIds: ["outcome of front"] },
  "uses-expired": { type: "uses-expired", now: Date.parse(at) + 15 * 24 * 3600 * 1000 },
  "use-reported": { type: "use-reported", draftId: "front", revision: 2 }
} as const satisfies Record<string, DraftEvent>

export type EventName = keyof typeof events

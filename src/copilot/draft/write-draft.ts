import type { RelayBody } from "../../protocol/outgoing.ts"
import type { DraftEnd, RelayEvent } from "../../protocol/relay.ts"
import type { DraftRecord } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import type { Claim } from "../../ticket/draft.ts"
import { isHoldingClaim } from "../../ticket/holding-claims.ts"
import { offerSentences } from "./offer-sentences.ts"
import { withPassages } from "./source-passages.ts"
import { guarded, marksOf } from "./guard.ts"
import { draftOf, keepDraft, keepTicket, setDraftContent, type DraftContent } from "./keep.ts"
import { dropDraft, sendDraftEvent } from "./send-event.ts"
import { setTicketContent } from "./ticket-content.ts"
import { storedRequest } from "../ticket/stored-request.ts"
import { keepEdits } from "./carry-over.ts"
import { finishedSentences, followClaims } from "./draft-text.ts"
import { noticeOf } from "../ticket/notices.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import { TICKET_LEFT, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { relayFor } from "../ticket/ticket-off.ts"

/**
 * Follows a draft that is being written, or verified, to its end. Called again after the worker died, it sends the same
 * body with the same id: the relay answers from the start of what was written, and what is shown in the meantime never
 * shrinks.
 */
export async function writeDraft(services: Services, state: TicketState, store: Store): Promise<void> {
  const begun = state.draft
  if (!begun || (begun.state !== "writing" && !begun.checking) || state.writing?.draftId === begun.id) return
  const { id } = begun
  const stop = new AbortController()
  const ended = Promise.withResolvers<void>()
  state.writing = { draftId: id, stop, prepared: begun.prepared === true, ended: ended.promise }
  const writing: Writing = { services, state, store, begun, signal: stop.signal }
  try {
    await followStream(writing)
  } catch (error) {
    await breakOff(writing, error)
  }
  if (state.writing?.draftId === id) state.writing = undefined
  ended.resolve()
  await finish(writing)
}

/** A draft whose stream is read. */
interface Writing {
  services: Services
  state: TicketState
  store: Store
  /** The draft as it was when the stream began. */
  begun: DraftRecord
  signal: AbortSignal
}

/** What the stream has said so far, from its beginning. */
interface Stream {
  masked: string
  claims: Claim[]
  /** "draft-written" has come. */
  isWritten: boolean
}

const currentDraft = ({ state, begun }: Writing): DraftRecord => draftOf(state, begun.id) ?? begun

/** @throws RelayFault, StoreFault, or the signal's reason */
async function followStream(writing: Writing): Promise<void> {
  const { services, state, store, begun, signal } = writing
  const stream: Stream = { masked: "", claims: [], isWritten: false }
  let checkpoint = services.clock.now()
  const request = await storedRequest(services, state, store, begun.id, "/v1/drafts")
  for await (const event of (await relayFor(services, state)).ask(request.path, request.body, signal)) {
    if (event.type === "draft-delta") stream.masked += event.text
    if (event.type === "check") stream.claims = withClaim(stream.claims, event.claim)
    showSignOfLife(writing, event)
    if (event.type === "draft-end") await endDraft(writing, event, request.body)
    if (event.type === "draft-written") await showWhole(writing, event.text, stream)
    const change = changeBy(state, currentDraft(writing), event, stream, isoNow(services.clock))
    if (change) {
      setDraftContent(state, begun.id, change)
      services.show(state)
    }
    // A sentence that is denied meanwhile makes Insert wait for the agent.
    if (change && event.type === "check" && isHoldingClaim(event.claim)) state.waitForCheck?.end()
    if (services.clock.now() - checkpoint < CHECKPOINT_MS) continue
    checkpoint = services.clock.now()
    keepDraft(state, store, begun.id).catch((error: unknown) => services.reportError(error))
  }
}

/** Shows that the draft waits for a busy model, and takes that back with any other event. */
function showSignOfLife({ services, state, begun }: Writing, event: RelayEvent): void {
  // A port that says nothing for 30 s ends the worker, so the relay's heartbeat is passed on to the page.
  if (event.type === "heartbeat") return services.show(state)
  if (event.type === "draft-waiting" && state.writing?.draftId === begun.id) {
    state.writing.waiting = { model: event.model, place: event.place }
    services.show(state)
  } else delete state.writing?.waiting
}

/**
 * Shows the letter, which can be used from now on, while the verifier's word on it is still to come. It is shown as
 * ready together with its guard findings: nobody can insert it before them.
 */
async function showWhole(writing: Writing, text: string, stream: Stream): Promise<void> {
  const { services, state, store, begun } = writing
  const draft = currentDraft(writing)
  stream.isWritten = true
  // A worker before this one has shown it.
  if (draft.checking && draft.masked === text) return
  const now = isoNow(services.clock)
  const { firstText = now } = draft.times
  const content = {
    masked: text,
    // A letter that was written a second time has other sentences than those that were shown.
    claims: text.startsWith(stream.masked) ? stream.claims : followClaims(stream.masked, stream.claims, text),
    ms: { first: msSince(draft, firstText), total: msSince(draft, now) },
    times: { ...draft.times, firstText, ready: now },
    savedAt: now
  }
  const guard = await marksOf(services, state, store, { ...draft, ...content })
  setDraftContent(state, begun.id, { ...content, guard })
  sendDraftEvent(state, { type: "draft-written", draftId: begun.id })
  services.show(state)
  // A worker that starts later goes on from here.
  await keepDraft(state, store, begun.id).catch((error: unknown) => services.reportError(error))
}

async function endDraft(writing: Writing, event: DraftEnd, body: RelayBody): Promise<void> {
  const { services, state, store, begun } = writing
  services.pipeline.hear(event.pipelineVersion)
  const answer = await offerSentences(services, currentDraft(writing), event, body)
  const content = {
    ...contentAtEnd(currentDraft(writing), event, isoNow(services.clock)),
    ...(answer ? { answer } : {})
  }
  // It is shown as ready only below, together with its guard findings: nobody can insert it before them.
  const draft = currentDraft(writing)
  const isGuarded = draft.guard !== undefined && draft.masked === event.text
  const guard = isGuarded ? undefined : await marksOf(services, state, store, { ...draft, ...content })
  setDraftContent(state, begun.id, { ...content, ...(guard ? { guard } : {}) })
  keepEdits(state, currentDraft(writing))
  sendDraftEvent(state, { type: "draft-ended", draftId: begun.id, refused: event.refusal !== undefined })
}

/** Keeps the finished sentences of a draft whose stream failed, and notes why. */
async function breakOff(writing: Writing, error: unknown): Promise<void> {
  const { services, state, begun, signal } = writing
  const isOverBudget = begun.prepared === true && error instanceof RelayFault && error.code === "budget-prepared"
  if (isOverBudget) await noMoreToday(services)
  const isCalledOff = signal.reason === TICKET_LEFT || (isOverBudget && currentDraft(writing).masked === "")
  const draft = currentDraft(writing)
  const part = draft.checking ? draft : finishedPart(draft)
  if (!draft.checking) setDraftContent(state, begun.id, part)
  const notice = signal.aborted ? undefined : noticeOf(error)
  sendDraftEvent(
    state,
    isCalledOff
      ? { type: "draft-called-off", draftId: begun.id }
      : { type: "draft-broken-off", draftId: begun.id, notice, hasText: part.masked !== "" }
  )
  services.show(state)
  if (!signal.aborted && !isOverBudget) await services.reportError(error)
}

/** Stores the draft that has ended, whichever way. */
async function finish(writing: Writing): Promise<void> {
  const { services, state, store, begun } = writing
  setDraftContent(state, begun.id, { savedAt: isoNow(services.clock) })
  if (currentDraft(writing).state === "stopped") await guarded(services, state, store, currentDraft(writing))
  if (state.draft?.id === begun.id && state.draft.cancelled && state.draft.masked === "") dropDraft(state)
  if (state.record && state.draft?.id === begun.id)
    setTicketContent(state, { language: currentDraft(writing).language ?? state.record.language })
  services.show(state)
  // The disk is full or the database is gone: the draft stays on the screen, and the bar says that it isn't kept.
  await Promise.all([keepDraft(state, store, begun.id), keepTicket(state, store)]).catch((error: unknown) =>
    services.reportError(error)
  )
}

const CHECKPOINT_MS = 2000

/** What one event of the stream, other than its end, changes in the draft. */
function changeBy(
  state: TicketState,
  draft: DraftRecord,
  event: RelayEvent,
  { masked, isWritten }: Stream,
  now: string
): Partial<DraftContent> | undefined {
  // Until the letter is whole, a stream that is read again says nothing that isn't shown.
  if (draft.checking && !isWritten) return undefined
  switch (event.type) {
    case "sources":
      return { sources: withPassages(event.sources, draft, state) }
    case "draft-delta": {
      const times = { ...draft.times, firstText: draft.times.firstText ?? now }
      return masked.length < draft.masked.length ? undefined : { masked, times }
    }
    case "check":
      return { claims: withClaim(draft.claims, event.claim) }
    default:
      return undefined
  }
}

/** A claim replaces the earlier one of the same sentence. */
const withClaim = (claims: readonly Claim[], claim: Claim): Claim[] =>
  [...claims.filter(({ start }) => start !== claim.start), claim].sort((a, b) => a.start - b.start)

function contentAtEnd(draft: DraftRecord, end: DraftEnd, now: string): Partial<DraftContent> {
  // It could be used from the moment on in which it was whole.
  const { firstText = now, ready = now } = draft.times
  return {
    masked: end.text,
    claims: end.claims,
    questions: end.questions,
    ...(end.refusal ? { refusal: end.refusal } : {}),
    ...(end.answer ? { answer: end.answer } : {}),
    ...(end.danger ? { danger: end.danger } : {}),
    model: end.model,
    ...(end.instead ? { instead: end.instead } : {}),
    ...(end.repair ? { repair: end.repair } : {}),
    ...(end.verification ? { verification: end.verification } : {}),
    ...(end.voice ? { voice: end.voice } : {}),
    pipelineVersion: end.pipelineVersion,
    language: end.language,
    ms: { first: msSince(draft, firstText), total: msSince(draft, ready) },
    times: { ...draft.times, firstText, ready }
  }
}

/** The milliseconds from the request to a moment. */
const msSince = ({ times }: DraftRecord, moment: string): number =>
  Math.max(0, Date.parse(moment) - Date.parse(times.asked))

/** The relay's day counts, because the browser's clock may be wrong by an hour. */
async function noMoreToday(services: Services): Promise<void> {
  const today = { day: isoNow(services.clock).slice(0, 10), prepared: { limit: 1 } }
  const { day, prepared } = await services.account.relay
    .call("GET /v1/budget", {}, new AbortController().signal)
    .catch(() => today)
  await (prepared.limit === 0 ? services.preparing.offForTeam() : services.preparing.spent(day))
}

/** The finished sentences of a draft that was broken off can be used, with the claims that stand in them. */
function finishedPart(draft: DraftRecord): Pick<DraftContent, "masked" | "claims"> {
  const masked = finishedSentences(draft.masked, draft.language)
  return { masked, claims: draft.claims.filter((claim) => claim.end <= masked.length) }
}

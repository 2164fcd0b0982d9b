import type { RelayBody } from "../../protocol/outgoing.ts"
import type { DraftEnd, RelayEvent } from "../../protocol/relay.ts"
import type { DraftRecord } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { offerSentences } from "./offer-sentences.ts"
import { withPassages } from "./source-passages.ts"
import { guarded, marksOf } from "./guard.ts"
import { draftOf, keepDraft, keepTicket, setDraftContent, type DraftContent } from "./keep.ts"
import { dropDraft, sendDraftEvent } from "./send-event.ts"
import { setTicketContent } from "./ticket-content.ts"
import { storedRequest } from "../ticket/stored-request.ts"
import { keepEdits } from "./carry-over.ts"
import { finishedSentences } from "./draft-text.ts"
import { noticeOf } from "../ticket/notices.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import { TICKET_LEFT, type Services, type TicketState } from "../ticket/ticket-state.ts"

/**
 * Follows a draft that is being written to its end. Called again after the worker died, it sends the same body with the
 * same id: the relay answers from the start of what was written, and what is shown in the meantime never shrinks.
 */
export async function writeDraft(services: Services, state: TicketState, store: Store): Promise<void> {
  const begun = state.draft
  if (begun?.state !== "writing" || state.writing?.draftId === begun.id) return
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

const currentDraft = ({ state, begun }: Writing): DraftRecord => draftOf(state, begun.id) ?? begun

/** @throws RelayFault, StoreFault, or the signal's reason */
async function followStream(writing: Writing): Promise<void> {
  const { services, state, store, begun, signal } = writing
  let masked = ""
  let checkpoint = services.clock.now()
  const request = await storedRequest(services, state, store, begun.id, "/v1/drafts")
  for await (const event of services.account.relay.ask(request.path, request.body, signal)) {
    if (event.type === "draft-delta") masked += event.text
    showSignOfLife(writing, event)
    if (event.type === "draft-end") {
      await endDraft(writing, event, request.body)
      continue
    }
    const change = changeBy(state, currentDraft(writing), event, masked, isoNow(services.clock))
    if (change) {
      setDraftContent(state, begun.id, change)
      services.show(state)
    }
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

async function endDraft(writing: Writing, event: DraftEnd, body: RelayBody): Promise<void> {
  const { services, state, store, begun } = writing
  services.pipeline.hear(event.pipelineVersion)
  const answer = await offerSentences(services, currentDraft(writing), event, body)
  const content = {
    ...contentAtEnd(currentDraft(writing), event, isoNow(services.clock)),
    ...(answer ? { answer } : {})
  }
  // It is shown as ready only below, together with its guard findings: nobody can insert it before them.
  const guard = await marksOf(services, state, store, { ...currentDraft(writing), ...content })
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
  const part = finishedPart(currentDraft(writing))
  setDraftContent(state, begun.id, part)
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
  masked: string,
  now: string
): Partial<DraftContent> | undefined {
  switch (event.type) {
    case "sources":
      return { sources: withPassages(event.sources, draft, state) }
    case "draft-delta": {
      const times = { ...draft.times, firstText: draft.times.firstText ?? now }
      return masked.length < draft.masked.length ? undefined : { masked, times }
    }
    case "check": {
      const known = draft.claims.filter((claim) => claim.start !== event.claim.start)
      return { claims: [...known, event.claim].sort((a, b) => a.start - b.start) }
    }
    default:
      return undefined
  }
}

function contentAtEnd(draft: DraftRecord, end: DraftEnd, now: string): Partial<DraftContent> {
  const { firstText = now, asked } = draft.times
  const since = (moment: string) => Math.max(0, Date.parse(moment) - Date.parse(asked))
  return {
    masked: end.text,
    claims: end.claims,
    questions: end.questions,
    ...(end.refusal ? { refusal: end.refusal } : {}),
    ...(end.answer ? { answer: end.answer } : {}),
    model: end.model,
    ...(end.instead ? { instead: end.instead } : {}),
    ...(end.repair ? { repair: end.repair } : {}),
    ...(end.verification ? { verification: end.verification } : {}),
    ...(end.voice ? { voice: end.voice } : {}),
    pipelineVersion: end.pipelineVersion,
    language: end.language,
    ms: { first: since(firstText), total: since(now) },
    times: { ...draft.times, firstText, ready: now }
  }
}

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

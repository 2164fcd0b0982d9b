import type { DraftRecord, WantedDraft } from "../../store/records.ts"
import { isVerifying, setDraftContent } from "../draft/keep.ts"
import { sendDraftEvent } from "../draft/send-event.ts"
import { setTicketContent } from "../draft/ticket-content.ts"
import type { Store } from "../../store/store.ts"
import { lookAnew, rereadSoon, type TicketCheck } from "./newest.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import { prepare } from "./prepare.ts"
import { prepareSummary, writeSummary } from "./prepare-summary.ts"
import { readerTab, runInOrder, type Services, type TicketState, TICKET_LEFT } from "../ticket/ticket-state.ts"
import { load } from "../ticket/load.ts"
import { writeDraft } from "../draft/write-draft.ts"
import { isSwitchedOff } from "../ticket/switched-off-fault.ts"
import { certainOff } from "../ticket/ticket-off.ts"

/**
 * Handles a ticket that is in front or in a list: shows at once what is kept of it, takes up what a dead worker left,
 * counts the replies that have come, or has a draft prepared. It is called at every sign of life (opened, in front
 * again, panel connected, unlocked), and a second call changes nothing.
 */
export function openTicket(services: Services, state: TicketState): Promise<void> {
  return runInOrder(state, async () => {
    const store = await services.account.unlock()
    if (!store || (await services.erased.has(state.key))) return
    try {
      await load(state, store)
      await certainOff(services, state, true)
      services.show(state)
      await noteOpened(services, state)
      const wasSeen = isSeen(state.draft)
      if (state.record?.wanted) return await prepare(services, state, store, state.record.wanted)
      if (resumeWriting(services, state, store)) return
      if ((await readerTab(services, state)) === undefined) return
      await bringUpToDate(services, state, store, wasSeen)
    } catch (error) {
      services.show(state)
      if (!isSwitchedOff(error)) await services.reportError(error)
    }
  })
}

/** Takes up what a dead worker left. @returns whether a draft is being written, or verified */
function resumeWriting(services: Services, state: TicketState, store: Store): boolean {
  askAgain(state)
  if (state.record?.summary?.state === "writing") void writeSummary(services, state, store)
  if (state.draft?.state !== "writing" && !state.draft?.checking) return false
  void writeDraft(services, state, store)
  return true
}

/** Looks for what is new on the ticket, and has a draft or a summary made that it lacks. */
async function bringUpToDate(services: Services, state: TicketState, store: Store, wasSeen: boolean): Promise<void> {
  const off = state.off?.preparing ? "rule" : (await services.preparing.state()).off
  // Without a draft, the ticket is read to make one. With a draft that nobody has seen, it is read in case the
  // draft belongs to another state of the ticket.
  const { isDue, reading }: TicketCheck =
    state.draft || off
      ? await lookAnew(services, state, store, state.draft ? !wasSeen : !state.record?.subject)
      : { isDue: true }
  rereadSoon(services, state)
  if (state.draft) await services.pipeline.ask()
  if (!off && (isDue || toBeMade(services, state, wasSeen)))
    await prepare(services, state, store, preparation(services), reading)
  // A summary costs no draft, so it is made even if drafts went unused or the day's are used up.
  if (!state.draft && (off === "unused" || off === "budget")) await prepareSummary(services, state, store)
  services.show(state)
}

const isSeen = (draft: DraftRecord | undefined) =>
  draft !== undefined && (draft.shownAt !== undefined || draft.edited !== undefined || draft.used === true)

/**
 * A draft has to be made if there is none, if it was cancelled, or if nobody has seen it and it belongs to another
 * pipeline or another state of the ticket, or broke off with its relay.
 */
function toBeMade(services: Services, { draft, record }: TicketState, wasSeen: boolean): boolean {
  if (!draft || (!draft.used && (draft.cancelled || record?.due))) return true
  return (
    draft.prepared === true &&
    !wasSeen &&
    (services.pipeline.isOld(draft) || record?.changed === true || draft.notice?.code === "relay-stopped")
  )
}

/**
 * The draft was prepared while its ticket was in a list, so the time until its first text counts from when the ticket
 * was opened.
 */
async function noteOpened(services: Services, state: TicketState): Promise<void> {
  if (!state.record?.listed || !(await services.tabs.byKey(state.key))) return
  const { draft } = state
  const opened = isoNow(services.clock)
  sendDraftEvent(state, { type: "ticket-opened" })
  setTicketContent(state, { openedAt: opened })
  if (draft && !isSeen(draft)) setDraftContent(state, draft.id, { times: { ...draft.times, opened } })
}

/**
 * What failed because there was no relay is requested again under its own id. The body that could not be sent is kept.
 */
function askAgain(state: TicketState): void {
  const { draft, record } = state
  if (draft) sendDraftEvent(state, { type: "draft-resumed", draftId: draft.id })
  // One refused body may have been sent twice, for draft and summary. The draft says why.
  if (record?.summary?.state === "failed" && draft?.notice?.code !== "unmasked-data")
    setTicketContent(state, { summary: { ...record.summary, state: "writing" } })
}

/** @param wish "again" for another draft with the wishes in force, or all of them, one a line, facts for blanks, or what was decided about a danger */
export function newRequest(
  services: Services,
  wish?: Pick<WantedDraft, "instruction"> | Pick<WantedDraft, "facts"> | Pick<WantedDraft, "danger"> | "again"
): WantedDraft {
  return {
    draftId: crypto.randomUUID(),
    askedAt: isoNow(services.clock),
    ...(wish === "again" ? { again: true } : wish)
  }
}

/** A request for which nobody pressed a button. */
const preparation = (services: Services): WantedDraft => ({ ...newRequest(services), prepared: true })

/**
 * The last tab with this ticket has left it. What is being made before anybody asked is cancelled, and a prepared draft
 * that wasn't used counts towards the ten in a row.
 */
export function leave(services: Services, state: TicketState): Promise<void> {
  if (state.reading?.prepared) state.reading.stop.abort(TICKET_LEFT)
  // What is whole and only being verified can be used when the ticket is opened again.
  if (state.writing?.prepared && !isVerifying(state)) state.writing.stop.abort(TICKET_LEFT)
  return runInOrder(state, async () => {
    const store = await services.account.unlock()
    if (!store) return
    await load(state, store)
    const { draft } = state
    // It may be in front again by now.
    if (draft && (await services.tabs.byKey(state.key)) === undefined && isUnused(draft, state))
      await services.preparing.unused(draft.id)
  }).catch((error: unknown) => services.reportError(error))
}

const isUnused = (draft: DraftRecord, { record }: TicketState) =>
  draft.prepared === true &&
  draft.masked !== "" &&
  !draft.cancelled &&
  draft.state !== "writing" &&
  !draft.used &&
  !record?.used.some(({ draftId, kind }) => draftId === draft.id && kind !== "shown")

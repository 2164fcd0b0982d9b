import type { DraftRecord, WantedDraft } from "../../store/records.ts"
import { setDraftContent } from "../draft/keep.ts"
import { sendDraftEvent } from "../draft/send-event.ts"
import { setTicketContent } from "../draft/ticket-content.ts"
import { lookAnew, rereadSoon } from "./newest.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import { prepare } from "./prepare.ts"
import { readerTab } from "../ticket/reader-tab.ts"
import { load } from "../ticket/load.ts"
import { runInOrder, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { writeDraft } from "../draft/write-draft.ts"
import { writeSummary } from "../draft/write-summary.ts"

/**
 * A ticket is in front, or stands in a list: shows what is kept of it at once, takes up what a dead worker left, counts
 * the replies that have come, or has a draft prepared. Called at every sign of life (opened, in front again, panel
 * connected, unlocked); a second call changes nothing.
 */
export function openTicket(services: Services, state: TicketState): Promise<void> {
  return runInOrder(state, async () => {
    const store = await services.account.unlock()
    if (!store || (await services.erased.has(state.key))) return
    try {
      await load(state, store)
      services.show(state)
      await noteOpened(services, state)
      const wasSeen = isSeen(state.draft)
      if (state.record?.wanted) return await prepare(services, state, store, state.record.wanted)
      askAgain(state)
      if (state.record?.summary?.state === "writing") void writeSummary(services, state, store)
      if (state.draft?.state === "writing") return void writeDraft(services, state, store)
      if ((await readerTab(services, state)) === undefined) return
      const { off } = await services.preparing.state()
      // Without a draft the ticket is read to make one; with one that nobody has seen, lest it be of another state of
      // the ticket.
      const isDue =
        state.draft || off
          ? await lookAnew(services, state, store, state.draft ? !wasSeen : !state.record?.subject)
          : true
      rereadSoon(services, state)
      if (state.draft) await services.pipeline.ask()
      if (!off && (isDue || toBeMade(services, state, wasSeen)))
        await prepare(services, state, store, preparation(services))
      services.show(state)
    } catch (error) {
      await services.reportError(error)
    }
  })
}

const isSeen = (draft: DraftRecord | undefined) =>
  draft !== undefined && (draft.shownAt !== undefined || draft.edited !== undefined || draft.used === true)

/**
 * None is there, or it was called off, or nobody has seen it and it is of another pipeline, another state of the
 * ticket, or broke off with its relay.
 */
function toBeMade(services: Services, { draft, record }: TicketState, wasSeen: boolean): boolean {
  if (!draft || (!draft.used && (draft.cancelled || record?.due))) return true
  return (
    draft.prepared === true &&
    !wasSeen &&
    (services.pipeline.isOld(draft) || record?.changed === true || draft.notice?.code === "relay-stopped")
  )
}

/** Prepared while it stood in a list: the time until its first text counts from its own opening. */
async function noteOpened(services: Services, state: TicketState): Promise<void> {
  if (!state.record?.listed || !(await services.tabs.byKey(state.key))) return
  const { draft } = state
  const opened = isoNow(services.clock)
  sendDraftEvent(state, { type: "ticket-opened" })
  setTicketContent(state, { openedAt: opened })
  if (draft && !isSeen(draft)) setDraftContent(state, draft.id, { times: { ...draft.times, opened } })
}

/** What failed for want of a relay is asked again under its own id: the body that could not leave is kept. */
function askAgain(state: TicketState): void {
  const { draft, record } = state
  if (draft) sendDraftEvent(state, { type: "draft-resumed", draftId: draft.id })
  // One refused body, asked for twice: the draft tells why.
  if (record?.summary?.state === "failed" && draft?.notice?.code !== "unmasked-data")
    setTicketContent(state, { summary: { ...record.summary, state: "writing" } })
}

export function newRequest(services: Services, instruction?: string): WantedDraft {
  const said = instruction?.trim()
  return { draftId: crypto.randomUUID(), askedAt: isoNow(services.clock), ...(said ? { instruction: said } : {}) }
}

/** A request that nobody pressed. */
const preparation = (services: Services): WantedDraft => ({ ...newRequest(services), prepared: true })

import type { DraftRecord, TicketRecord, Used } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import type { Message } from "../../ticket/ticket.ts"
import type { Work } from "../ticket/work.ts"

/**
 * Writes the ticket as it stands when its turn comes, one write after another: a slow older one never lands on a newer.
 */
export function keepTicket(work: Work, store: Store): Promise<void> {
  return inTurn(work, async () => {
    if (work.record) await store.tickets.put(work.record)
  })
}

/** The same for a draft, the one shown or a former one. */
export function keepDraft(work: Work, store: Store, draftId: string): Promise<void> {
  return inTurn(work, async () => {
    const draft = draftOf(work, draftId)
    if (draft) await store.drafts.put(draft)
  })
}

/** The same for what the agent said about words of the ticket. */
export function keepTold(work: Work, store: Store): Promise<void> {
  return inTurn(work, async () => {
    if (work.told) await store.told.put(work.key, work.told)
  })
}

/** All of the ticket, newest first. */
export function draftsOf({ draft, formers }: Work): DraftRecord[] {
  return draft ? [draft, ...formers] : formers
}

export function draftOf(work: Work, draftId: string): DraftRecord | undefined {
  return draftsOf(work).find(({ id }) => id === draftId)
}

/** What is noted of a draft that waits for the sent reply. */
export function usedOf({ record }: Work, draftId: string): Used | undefined {
  return record?.used.find((one) => one.draftId === draftId)
}

/** Puts a changed draft where the old one stands. */
export function replaceDraft(work: Work, next: DraftRecord): void {
  if (work.draft?.id === next.id) work.draft = next
  else work.formers = work.formers.map((draft) => (draft.id === next.id ? next : draft))
}

/** A draft comes to stand in front; the one shown before goes among the earlier ones. */
export function bringForward(work: Work, draft: DraftRecord): void {
  work.formers = draftsOf(work).filter(({ id }) => id !== draft.id)
  work.draft = draft
}

/** Called off before it said anything: the draft before it stands there again, and another is due. */
export function dropDraft(work: Work): void {
  const { draft, record } = work
  if (!draft || !record) return
  const [before, ...others] = work.formers
  const { newer: _old, draftId: _gone, ...rest } = record
  const newer = newerThan(
    before,
    record.messages.find(({ id }) => id === record.version),
    record
  )
  work.draft = before
  work.formers = [...others, draft]
  work.record = {
    ...rest,
    due: true,
    ...(before ? { draftId: before.id } : {}),
    ...(newer ? { newer } : {})
  }
}

/** The newest public message, where it is newer than what the draft answers, and not the reply that came of it. */
export function newerThan(
  draft: DraftRecord | undefined,
  newest: Pick<Message, "id" | "author" | "at"> | undefined,
  { answered }: TicketRecord
): TicketRecord["newer"] {
  if (!draft || !newest || newest.id === draft.version || newest.id === answered) return undefined
  return { version: newest.id, author: newest.author, at: newest.at }
}

function inTurn(work: Work, write: () => Promise<void>): Promise<void> {
  const turn = work.saving.then(write)
  work.saving = turn.catch(() => undefined)
  return turn
}

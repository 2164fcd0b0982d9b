import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { Used } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { draftOf, keepDraft, keepTicket, replaceDraft, usedOf } from "../draft/keep.ts"
import { letterOf } from "../draft/letter.ts"
import { tellUnseen } from "./overdue.ts"
import { iso } from "../relay-client/parts.ts"
import type { Desk, Work } from "../ticket/work.ts"

type Reject = Extract<PanelCommand, { kind: "panel-reject" }>

/** A panel that can be seen shows the draft: from now on a reply without it is one that ignored it. */
export async function shown(desk: Desk, work: Work, store: Store, draftId: string): Promise<boolean> {
  const draft = draftOf(work, draftId)
  if (!draft || draft.masked === "") return false
  if (draft.shownAt !== undefined) return true
  replaceDraft(work, { ...draft, shownAt: iso(desk.clock) })
  await keepDraft(work, store, draftId)
  return true
}

/**
 * "Not useful", and why: noted until the reply is sent, or a day is over. Pressed again, the reasons given take the
 * place of the former.
 */
export async function reject(
  desk: Desk,
  work: Work,
  store: Store,
  { draftId, reasons, note }: Reject
): Promise<CommandAnswer> {
  const draft = draftOf(work, draftId)
  if (!draft || !work.table || draft.masked === "" || (draft.state !== "ready" && draft.state !== "stopped"))
    return { ok: false, code: "not-ready" }
  const before = usedOf(work, draftId)
  if (!before && work.record?.settled?.includes(draftId)) return { ok: false, code: "reply-sent" }
  const at = iso(desk.clock)
  const used: Used = before ?? {
    draftId,
    outcomeId: crypto.randomUUID(),
    kind: "shown",
    at,
    version: draft.version,
    text: letterOf(draft, work.table).text
  }
  await change(desk, work, store, {
    ...used,
    rejected: { at: used.rejected?.at ?? at, reasons, note: note.trim().slice(0, MAX_NOTE) }
  })
  await shown(desk, work, store, draftId)
  return { ok: true }
}

/** Useful after all. What was told already is told anew. */
export async function unreject(desk: Desk, work: Work, store: Store, draftId: string): Promise<CommandAnswer> {
  const before = usedOf(work, draftId)
  if (!before?.rejected)
    return { ok: false, code: work.record?.settled?.includes(draftId) ? "reply-sent" : "not-ready" }
  const { rejected: _taken, ...used } = before
  await change(desk, work, store, used)
  return { ok: true }
}

/** Characters that an agent may write; masked it is longer. */
const MAX_NOTE = 1500

async function change(desk: Desk, work: Work, store: Store, used: Used): Promise<void> {
  if (!work.record) return
  const others = work.record.used.filter(({ draftId }) => draftId !== used.draftId)
  const isNothing = used.kind === "shown" && !used.rejected && used.told === undefined
  work.record = { ...work.record, used: isNothing ? others : [...others, used] }
  desk.show(work)
  await keepTicket(work, store)
  if (used.told !== undefined) await tellUnseen(desk, work, store, used.draftId)
  desk.deliver()
}

import type { DraftRecord } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { firstShown, letterOf } from "./letter.ts"
import { bringForward, draftOf, keepDraft, keepTicket, replaceDraft } from "./keep.ts"
import { iso } from "../relay-client/parts.ts"
import type { Desk, Work } from "../ticket/work.ts"

/**
 * Keeps the agent's words, also on a draft that another has taken the place of meanwhile. False while it is being
 * written.
 */
export async function edit(
  desk: Desk,
  work: Work,
  store: Store,
  change: { draftId: string; text: string }
): Promise<boolean> {
  const draft = draftOf(work, change.draftId)
  if (!draft || !work.table || draft.state === "writing") return false
  if (letterOf(draft, work.table).text === change.text) return true
  const { edited: _before, ...rest } = draft
  const same = firstShown(draft, work.table).text === change.text
  await replaceAndKeep(desk, work, store, {
    ...rest,
    ...(same ? {} : { edited: change.text }),
    savedAt: iso(desk.clock)
  })
  return true
}

/** The sentence that starts at `start` stays as the agent's own words, whatever its mark says. */
export async function keepSentence(
  desk: Desk,
  work: Work,
  store: Store,
  { draftId, start }: { draftId: string; start: number }
): Promise<boolean> {
  const draft = draftOf(work, draftId)
  if (!draft || !work.table) return false
  const letter = letterOf(draft, work.table)
  const claim = letter.claims.find((one) => one.start === start)
  if (!claim) return false
  const sentence = letter.text.slice(claim.start, claim.end)
  await replaceAndKeep(desk, work, store, {
    ...draft,
    kept: [...draft.kept.filter((one) => one !== sentence), sentence]
  })
  return true
}

/** An earlier draft comes back; the one shown goes among the earlier ones. */
export async function bringBack(desk: Desk, work: Work, store: Store, draftId: string): Promise<boolean> {
  const draft = work.formers.find(({ id }) => id === draftId)
  if (!draft || !work.record || work.writing) return false
  bringForward(work, draft)
  work.record = { ...work.record, draftId }
  desk.show(work)
  await keepTicket(work, store)
  return true
}

/** Shown first: what can't be kept (a full disk) is at least not taken from the screen. */
async function replaceAndKeep(desk: Desk, work: Work, store: Store, draft: DraftRecord): Promise<void> {
  replaceDraft(work, draft)
  desk.show(work)
  await keepDraft(work, store, draft.id).catch((error: unknown) => desk.trouble(error))
}

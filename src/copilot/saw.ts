import type { CommandAnswer, Saw } from "../protocol/panel.ts"
import type { Store } from "../store/store.ts"
import { draftOf } from "./keep.ts"
import { newWork, type Desk, type Work } from "./work.ts"

/** "What the model saw": the bodies that left this browser, as they left, and what the relay sent on. */
export async function saw(desk: Desk, work: Work, store: Store, draftId: string): Promise<CommandAnswer> {
  const draft = draftOf(work, draftId)
  if (!draft) return { ok: false, code: "not-ready" }
  const left = (await store.requests.of(draftId)).map(({ at, path, body }) => ({ at, path, body }))
  const whole: Saw = { left, stayed: draft.stayed }
  try {
    whole.upstream = await desk.account.relay.upstream(draftId, new AbortController().signal)
  } catch (error) {
    // Out of reach: what left the browser can be read all the same.
    await desk.account.heard(error)
  }
  return { ok: true, saw: whole }
}

/** At the relay first: what could not be erased there must not look erased here. @throws RelayError */
export async function erase(desk: Desk, work: Work, store: Store): Promise<CommandAnswer> {
  work.writing?.stop.abort()
  work.summarising?.abort()
  await desk.account.relay.erase(work.ticket.helpdesk, work.ticket.ticketId, new AbortController().signal)
  await work.saving
  await desk.erased.add(work.key)
  Object.assign(work, { ...newWork(work.key, work.ticket), line: work.line, record: undefined, table: undefined, told: undefined, draft: undefined, tone: undefined, seen: undefined })
  work.notice = { code: "erased" }
  await store.erase(work.key)
  desk.show(work)
  return { ok: true }
}

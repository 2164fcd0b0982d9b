import { reachOf } from "../../masking/reach.ts"
import { NOTHING_TOLD } from "../../masking/basis/rules.ts"
import type { CommandAnswer } from "../../protocol/panel.ts"
import type { Store } from "../../store/store.ts"
import { draftOf } from "../draft/keep.ts"
import { fixedOf, isForTeam } from "./mend.ts"
import { RelayError } from "../relay-client/relay-error.ts"
import { newWork, type Desk, type Work } from "../ticket/work.ts"

/**
 * "What the model saw": all that left this browser of the ticket, as it left, and what its placeholders stand for.
 * Nothing is asked for it.
 */
export async function saw(work: Work, store: Store): Promise<CommandAnswer> {
  const requests = (await store.requests.ofTicket(work.key)).map(({ id, draftId, at, path, body }) => ({
    id: `${id ?? draftId} ${path}`,
    ...(draftId === undefined ? {} : { draftId }),
    at,
    path,
    body
  }))
  const placeholders = (work.table?.entries ?? []).map((entry) => ({
    ...entry,
    fixed: fixedOf(entry),
    forTeam: isForTeam(entry, work)
  }))
  const stayed = work.draft?.stayed ?? { notes: 0, attachments: [], replaced: placeholders.length }
  const reach = reachOf(work.record?.language)
  return {
    ok: true,
    saw: { requests, placeholders, told: work.told ?? NOTHING_TOLD, stayed, ...(reach ? { reach } : {}) }
  }
}

/** What the relay sent on for a draft of the ticket. Out of reach, it can't be told: the answer is without it. */
export async function passedOn(desk: Desk, work: Work, draftId: string): Promise<CommandAnswer> {
  if (!draftOf(work, draftId)) return { ok: false, code: "not-ready" }
  try {
    return { ok: true, passedOn: await desk.account.relay.upstream(draftId, AbortSignal.timeout(ASK_MS)) }
  } catch (error) {
    if (error instanceof RelayError && error.status === 404) return { ok: true, passedOn: "gone" }
    await desk.account.heard(error)
    return { ok: true }
  }
}

/** Milliseconds. */
const ASK_MS = 20_000

/** At the relay first: what could not be erased there must not look erased here. @throws RelayError */
export async function erase(desk: Desk, work: Work, store: Store): Promise<CommandAnswer> {
  work.writing?.stop.abort()
  work.summarising?.abort()
  await desk.account.relay.erase(
    { ...work.ticket, site: await desk.account.rules.siteOf(work.ticket.site) },
    new AbortController().signal
  )
  await work.saving
  await desk.erased.add(work.key)
  Object.assign(work, {
    ...newWork(work.key),
    line: work.line,
    record: undefined,
    table: undefined,
    told: undefined,
    draft: undefined,
    tone: undefined,
    seen: undefined
  })
  work.notice = { code: "erased" }
  await store.erase(work.key)
  desk.show(work)
  return { ok: true }
}

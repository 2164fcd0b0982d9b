import type { Wanted } from "../store/records.ts"
import type { Store } from "../store/store.ts"
import { lookAnew } from "./newest.ts"
import { iso } from "./parts.ts"
import { prepare } from "./prepare.ts"
import { inLine, type Desk, type Work } from "./work.ts"
import { writeDraft } from "./write-draft.ts"
import { writeSummary } from "./write-summary.ts"

/**
 * Somebody looks at the ticket: shows what is kept of it at once, takes up what a dead worker left, or has a draft made.
 * Called at every sign of life (opened, in front again, panel connected, unlocked); a second call changes nothing.
 */
export function openTicket(desk: Desk, work: Work): Promise<void> {
  return inLine(work, async () => {
    const store = await desk.account.unlock()
    if (!store || (await desk.erased.has(work.key))) return
    try {
      await load(work, store)
      desk.show(work)
      if (work.record?.wanted) return await prepare(desk, work, store, work.record.wanted)
      askAgain(work)
      if (work.record?.summary?.state === "writing") void writeSummary(desk, work, store)
      if (work.draft?.state === "writing") return void writeDraft(desk, work, store)
      if (!work.draft || (await lookAnew(desk, work, store))) await prepare(desk, work, store, newWish(desk))
    } catch (error) {
      await desk.trouble(error)
    }
  })
}

/** What failed before a word came, for want of a relay, is asked again under its own id: the body that could not leave is kept. */
function askAgain(work: Work): void {
  const { draft, record } = work
  if (draft?.state === "failed" && FOR_WANT_OF_A_RELAY.has(draft.notice?.code ?? "")) {
    const { notice: _old, ...rest } = draft
    work.draft = { ...rest, state: "writing" }
  }
  if (record?.summary?.state === "failed") work.record = { ...record, summary: { ...record.summary, state: "writing" } }
}

const FOR_WANT_OF_A_RELAY = new Set(["relay-unreachable", "relay-stopped", "relay-other-version", "signed-out-by-relay", "database-down"])

/** Nobody looks, but this agent may have replied: only that is looked for, nothing is asked. */
export function lookForSent(desk: Desk, work: Work): Promise<void> {
  return inLine(work, async () => {
    const store = await desk.account.unlock()
    if (!store || (await desk.erased.has(work.key))) return
    try {
      await load(work, store)
      await lookAnew(desk, work, store)
    } catch (error) {
      await desk.trouble(error)
    }
  })
}

export function newWish(desk: Desk, instruction?: string): Wanted {
  const said = instruction?.trim()
  return { draftId: crypto.randomUUID(), askedAt: iso(desk.clock), ...(said ? { instruction: said } : {}) }
}

/** From the store into the mirror, once a worker's life, whoever asks first. */
export function load(work: Work, store: Store): Promise<void> {
  if (work.record) return Promise.resolve()
  return (work.loading ??= read(work, store).finally(() => (work.loading = undefined)))
}

async function read(work: Work, store: Store): Promise<void> {
  const record = await store.tickets.get(work.key)
  if (!record) return
  const [table, drafts] = await Promise.all([store.tables.get(work.key), store.drafts.of(work.key)])
  if ((!table && record.draftId !== undefined) || work.record) return
  work.table = table
  work.draft = drafts.find(({ id }) => id === record.draftId)
  work.formers = drafts.filter(({ id }) => id !== record.draftId).reverse()
  work.record = record
}

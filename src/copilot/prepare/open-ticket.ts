import type { DraftRecord, Wanted } from "../../store/records.ts"
import { lookAnew } from "./newest.ts"
import { iso } from "../relay-client/parts.ts"
import { prepare } from "./prepare.ts"
import { readerTab } from "../ticket/reader-tab.ts"
import { load } from "../ticket/load.ts"
import { inLine, type Desk, type Work } from "../ticket/work.ts"
import { writeDraft } from "../draft/write-draft.ts"
import { writeSummary } from "../draft/write-summary.ts"

/**
 * A ticket is in front, or stands in a list: shows what is kept of it at once, takes up what a dead worker left, counts
 * the replies that have come, or has a draft prepared. Called at every sign of life (opened, in front again, panel
 * connected, unlocked); a second call changes nothing.
 */
export function openTicket(desk: Desk, work: Work): Promise<void> {
  return inLine(work, async () => {
    const store = await desk.account.unlock()
    if (!store || (await desk.erased.has(work.key))) return
    try {
      await load(work, store)
      desk.show(work)
      await noteOpened(desk, work)
      const wasSeen = isSeen(work.draft)
      if (work.record?.wanted) return await prepare(desk, work, store, work.record.wanted)
      askAgain(work)
      if (work.record?.summary?.state === "writing") void writeSummary(desk, work, store)
      if (work.draft?.state === "writing") return void writeDraft(desk, work, store)
      if ((await readerTab(desk, work)) === undefined) return
      const { off } = await desk.preparing.state()
      // Without a draft the ticket is read to make one; with one that nobody has seen, lest it be of another state of
      // the ticket.
      const isDue =
        work.draft || off ? await lookAnew(desk, work, store, work.draft ? !wasSeen : !work.record?.subject) : true
      if (work.draft) await desk.pipeline.ask()
      if (!off && (isDue || toBeMade(desk, work, wasSeen))) await prepare(desk, work, store, preparation(desk))
      desk.show(work)
    } catch (error) {
      await desk.trouble(error)
    }
  })
}

const isSeen = (draft: DraftRecord | undefined) =>
  draft !== undefined && (draft.shownAt !== undefined || draft.edited !== undefined || draft.used === true)

/**
 * None is there, or it was called off, or nobody has seen it and it is of another pipeline, another state of the
 * ticket, or broke off with its relay.
 */
function toBeMade(desk: Desk, { draft, record }: Work, wasSeen: boolean): boolean {
  if (!draft || (!draft.used && (draft.cancelled || record?.due))) return true
  return (
    draft.prepared === true &&
    !wasSeen &&
    (desk.pipeline.isOld(draft) || record?.changed === true || draft.notice?.code === "relay-stopped")
  )
}

/** Prepared while it stood in a list: the time until its first text counts from its own opening. */
async function noteOpened(desk: Desk, work: Work): Promise<void> {
  if (!work.record?.listed || !(await desk.tabs.byKey(work.key))) return
  const { listed: _opened, ...record } = work.record
  const opened = iso(desk.clock)
  work.record = { ...record, openedAt: opened }
  if (work.draft && !isSeen(work.draft)) work.draft = { ...work.draft, times: { ...work.draft.times, opened } }
}

/**
 * What failed before a word came, for want of a relay, is asked again under its own id: the body that could not leave
 * is kept.
 */
function askAgain(work: Work): void {
  const { draft, record } = work
  if (draft?.state === "failed" && FOR_WANT_OF_A_RELAY.has(draft.notice?.code ?? "")) {
    const { notice: _old, ...rest } = draft
    work.draft = { ...rest, state: "writing" }
  }
  // One refused body, asked for twice: the draft tells why.
  if (record?.summary?.state === "failed" && draft?.notice?.code !== "unmasked-data")
    work.record = { ...record, summary: { ...record.summary, state: "writing" } }
}

const FOR_WANT_OF_A_RELAY = new Set([
  "relay-unreachable",
  "relay-stopped",
  "relay-other-version",
  "signed-out-by-relay",
  "database-down"
])

export function newWish(desk: Desk, instruction?: string): Wanted {
  const said = instruction?.trim()
  return { draftId: crypto.randomUUID(), askedAt: iso(desk.clock), ...(said ? { instruction: said } : {}) }
}

/** A wish that nobody has spoken. */
const preparation = (desk: Desk): Wanted => ({ ...newWish(desk), prepared: true })

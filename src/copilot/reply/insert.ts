import { BLANK, plainBlanks } from "../../ticket/draft.ts"
import { waitsFor } from "../../ticket/guard.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { Used } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { edit } from "../draft/edit.ts"
import { guarded } from "../draft/guard.ts"
import { draftOf, keepDraft, keepTicket, replaceDraft, usedOf } from "../draft/keep.ts"
import { CANT_TELL, lookAnew } from "../prepare/newest.ts"
import { noticeOf } from "../ticket/notices.ts"
import { PageError } from "../ticket/page-door.ts"
import { iso } from "../relay-client/parts.ts"
import type { Desk, Work } from "../ticket/work.ts"

type Order = Extract<PanelCommand, { kind: "panel-insert" }>

/**
 * Puts the letter into the reply editor. The page itself checks ticket, newest message and editor at that moment, and
 * reads back.
 */
export async function insert(desk: Desk, work: Work, store: Store, order: Order): Promise<CommandAnswer> {
  const draft = draftOf(work, order.draftId)
  if (!draft || (draft.state !== "ready" && draft.state !== "stopped") || order.text.trim() === "") return NOT_READY
  await edit(desk, work, store, { draftId: draft.id, text: order.text })
  // An open blank goes into the editor as `[what is missing]`; in the letter it stays a blank.
  const text = plainBlanks(order.text)
  const refuse = (code: string) => {
    desk.show(work)
    return { ok: false, code } as const
  }
  const { guard } = await guarded(desk, work, store, draftOf(work, draft.id) ?? draft)
  const open = guard ? waitsFor(guard, order.text) : undefined
  if (!open || open.length > 0) {
    work.notice = open ? { code: "guard-open", data: { count: open.length } } : { code: "guard-failed" }
    return refuse(work.notice.code)
  }
  const blanks = [...order.text.matchAll(BLANK)]
  if (blanks.length > 0 && order.anyway !== true) {
    work.notice = { code: "blank-open", data: { count: blanks.length, blank: blanks[0]?.[1] ?? "" } }
    return refuse("blank-open")
  }
  const tab = await desk.tabs.byKey(work.key)
  if (!tab) {
    work.notice = { code: "other-ticket" }
    return refuse("other-ticket")
  }
  // Noted before it happens: whatever dies in between, the reply that is sent of it is known, and a second press finds
  // the text.
  const before = usedOf(work, draft.id)
  const used = use(desk, draft.version, before, { draftId: draft.id, kind: "inserted", text })
  await note(desk, work, store, used)
  try {
    const done = await desk.page.insert(tab.tabId, {
      ticketId: work.ticket.ticketId,
      version: draft.version,
      note: draft.note,
      text,
      ...(draft.inserted === undefined ? {} : { former: draft.inserted }),
      ...(order.below === true ? { below: true } : {}),
      ...(order.at ? { at: order.at } : {})
    })
    work.copyOnly = false
    work.notice = { code: done.newerNote ? "newer-note" : "inserted" }
    await note(desk, work, store, { ...used, before: done.before })
    desk.deliver()
    replaceDraft(work, { ...(draftOf(work, draft.id) ?? draft), inserted: text, used: true })
    await desk.preparing.used()
    await keepDraft(work, store, draft.id).catch((error: unknown) => desk.trouble(error))
    desk.show(work)
    return { ok: true }
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    // Nothing went in, or it can't be told: then the words of the reply will.
    if (error.code !== "timeout" && error.code !== "no-ticket") await note(desk, work, store, before, used)
    work.notice = noticeOf(error)
    if (CANT_TELL.has(error.code)) work.copyOnly = true
    if (error.code === "newer-message") {
      const { notice } = work
      await lookAnew(desk, work, store)
      work.notice = notice
    }
    return refuse(work.notice.code)
  }
}

/**
 * The letter went into the clipboard: as good as used. An editor that took it before is the better witness. The page
 * has said so already: told from here, once all is kept, it would stand in place of what the agent's next step brought.
 */
export async function copied(
  desk: Desk,
  work: Work,
  store: Store,
  order: { draftId: string; text: string }
): Promise<CommandAnswer> {
  const draft = draftOf(work, order.draftId)
  if (!draft) return NOT_READY
  const before = usedOf(work, draft.id)
  if (before?.kind !== "inserted")
    await note(desk, work, store, {
      ...use(desk, draft.version, before, { draftId: draft.id, kind: "copied", text: order.text }),
      before: ""
    })
  replaceDraft(work, { ...(draftOf(work, draft.id) ?? draft), used: true })
  await keepDraft(work, store, draft.id).catch((error: unknown) => desk.trouble(error))
  await desk.preparing.used()
  desk.deliver()
  desk.show(work)
  return { ok: true }
}

/** Used after all: that it was found not useful is taken back. */
function use(
  desk: Desk,
  version: string,
  before: Used | undefined,
  now: Pick<Used, "draftId" | "kind" | "text">
): Used {
  return {
    outcomeId: before?.outcomeId ?? crypto.randomUUID(),
    at: iso(desk.clock),
    version,
    ...now,
    ...(before?.before === undefined ? {} : { before: before.before }),
    ...(before?.told === undefined ? {} : { told: before.told })
  }
}

/** The panel's buttons don't offer it; a key pressed a moment too early may ask all the same. */
const NOT_READY: CommandAnswer = { ok: false, code: "not-ready", message: "This draft isn't finished yet." }

/** One use a draft: `used` takes the place of what was noted of it; without one, `instead` is struck out. */
async function note(desk: Desk, work: Work, store: Store, used: Used | undefined, instead?: Used): Promise<void> {
  if (!work.record) return
  const draftId = used?.draftId ?? instead?.draftId
  const others = work.record.used.filter((one) => one.draftId !== draftId)
  work.record = { ...work.record, used: used ? [...others, used] : others }
  await keepTicket(work, store).catch((error: unknown) => desk.trouble(error))
}

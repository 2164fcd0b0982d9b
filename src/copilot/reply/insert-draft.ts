import { withoutFrame } from "../../text/mail/letter-frame.ts"
import { BLANK, plainBlanks } from "../../ticket/draft.ts"
import { blockingGuardMarks } from "../../ticket/guard-marks.ts"
import type { Notice } from "../../protocol/notice.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import { messagesOf, type ChatMessage } from "../../ticket/chat-messages.ts"
import { TAUGHT_PAGE } from "../../ticket/page-recipe.ts"
import { holdingClaims } from "../../ticket/holding-claims.ts"
import type { DraftRecord, DraftUse } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { draftTextOf } from "../draft/draft-text.ts"
import { edit } from "../draft/edit.ts"
import { guarded } from "../draft/guard.ts"
import { draftOf, keepDraft, keepTicket, setDraftContent, usedOf } from "../draft/keep.ts"
import type { DraftEvent } from "../draft/draft-states.ts"
import { sendDraftEvent } from "../draft/send-event.ts"
import { isInsertedSent, ofLetter } from "../outcome/reply-in-messages.ts"
import { CANT_TELL, lookAnew, rereadSoon } from "../prepare/newest.ts"
import { framedSites } from "../ticket/site-switch.ts"
import { noticeOf } from "../ticket/notices.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

type InsertCommand = Extract<PanelCommand, { kind: "panel-insert" }>

/**
 * Puts the draft, or one of the messages of which it consists, into the reply editor. At that moment the page itself
 * checks the ticket, the newest message and the editor, and then reads back what the editor holds. Once the agent has
 * sent a message of the draft, that one is the newest for its next ones.
 */
export async function insertDraft(
  services: Services,
  state: TicketState,
  store: Store,
  order: InsertCommand
): Promise<CommandAnswer> {
  const draft = draftOf(state, order.draftId)
  const messages = messagesOf(order.text, state.record?.channel)
  const part =
    order.message === undefined ? { start: 0, end: order.text.length, text: order.text } : messages[order.message]
  if (!draft || !part || !isWhole(draft) || part.text.trim() === "") return NOT_READY
  await edit(services, state, store, { draftId: draft.id, text: order.text })
  const latest = await guarded(services, state, store, draftOf(state, draft.id) ?? draft)
  const obstacle = obstacleTo(latest, state, part, order)
  if (obstacle) return refuse(services, state, obstacle)
  const tab = await services.tabs.byKey(state.key)
  if (!tab) return refuse(services, state, { code: "other-ticket" })
  // The helpdesk may greet and sign by itself; the messages of a chat have no frame of their own.
  const isFramed = order.message === undefined && (await framedSites(services.browser).has(tab.origin))
  // An open blank goes into the editor as `[what is missing]`. In the draft it stays a blank.
  const text = plainBlanks(isFramed ? withoutFrame(part.text) : part.text)
  // The use is stored before the page is asked. So whatever dies in between, the reply that is sent from the draft is
  // recognised, and a second press finds the text.
  const before = usedOf(state, draft.id)
  const used = use(services, draft.version, before, {
    draftId: draft.id,
    kind: "inserted",
    text,
    ...(order.toDo && { toDo: order.toDo }),
    ...letterOf(messages, order)
  })
  await sendAndKeep(services, state, store, { type: "insert-begun", draftId: draft.id, use: used })
  const insertion: Insertion = { services, state, store, order, draft, text, used, before }
  try {
    await insert(insertion, tab.tabId)
    return { ok: true }
  } catch (error) {
    if (!(error instanceof HelpdeskPageFault)) throw error
    return refuse(services, state, await noteFailure(insertion, error))
  }
}

/** Whether a draft can be put in. Where nothing answers, the agent may have begun a letter. */
const isWhole = ({ state, answer }: DraftRecord): boolean =>
  state === "ready" || state === "stopped" || (state === "refused" && answer?.frame !== undefined)

/** Returns what an agent has to look at before this part of the draft may be inserted. */
function obstacleTo(
  draft: DraftRecord,
  state: TicketState,
  part: Pick<ChatMessage, "start" | "end" | "text">,
  { anyway }: InsertCommand
): Notice | undefined {
  if (!draft.guard) return { code: "guard-failed" }
  const count = blockingGuardMarks(draft.guard, part.text).length + holding(draft, state, part)
  if (count > 0) return { code: "guard-open", data: { count } }
  const blanks = [...part.text.matchAll(BLANK)]
  if (blanks.length === 0 || anyway === true) return undefined
  return { code: "blank-open", data: { count: blanks.length, blank: blanks[0]?.[1] ?? "" } }
}

/** How many sentences of this part of the draft contradict a source or promise what nobody approved. */
function holding(draft: DraftRecord, { table }: TicketState, part: Pick<ChatMessage, "start" | "end">): number {
  if (!table) return 0
  const { claims, kept } = draftTextOf(draft, table)
  return holdingClaims(
    claims.filter(({ start, end }) => start < part.end && end > part.start),
    kept
  ).length
}

function refuse(services: Services, state: TicketState, notice: Notice): CommandAnswer {
  state.notice = notice
  services.show(state)
  return { ok: false, code: notice.code }
}

/** A text that is on its way into the editor. */
interface Insertion {
  services: Services
  state: TicketState
  store: Store
  order: InsertCommand
  draft: DraftRecord
  text: string
  used: DraftUse
  /** The use of the draft as it was before. */
  before: DraftUse | undefined
}

/** @throws HelpdeskPageFault */
async function insert({ services, state, store, order, draft, text, used, before }: Insertion, tabId: number) {
  const sentMessages = before?.sent ?? []
  const former = isInsertedSent(draft.inserted ?? "", ofLetter(sentMessages)) ? undefined : draft.inserted
  const answer = await services.page.insert(tabId, {
    ticketId: state.ticket.ticketId,
    version: sentMessages.at(-1)?.id ?? draft.version,
    note: draft.note,
    text,
    ...(former === undefined ? {} : { former }),
    ...(order.below === true ? { below: true } : {}),
    ...(order.at ? { at: order.at } : {})
  })
  state.copyOnly = false
  const { checking, unverified } = draftOf(state, draft.id) ?? draft
  const code = checking || unverified ? "inserted-unchecked" : "inserted"
  state.notice = { code: answer.newerNote ? "newer-note" : code }
  setDraftContent(state, draft.id, { inserted: text })
  // A message that is still in the editor goes out with it, so it isn't earlier text.
  const beside = used.letter === undefined ? "" : (former ?? "")
  await sendAndKeep(services, state, store, {
    type: "draft-inserted",
    draftId: draft.id,
    use: { ...used, before: answer.before.replace(beside, "") }
  })
  services.deliver()
  await services.preparing.used()
  await keepDraft(state, store, draft.id).catch((error: unknown) => services.reportError(error))
  services.show(state)
}

/** Takes back what was noted of a text that didn't go in. @returns why it didn't */
async function noteFailure(
  { services, state, store, draft, before }: Insertion,
  error: HelpdeskPageFault
): Promise<Notice> {
  // Either nothing went in, or that isn't known. Then the words of the sent reply will show it.
  if (error.code !== "timeout" && error.code !== "no-ticket")
    await sendAndKeep(services, state, store, { type: "insert-refused", draftId: draft.id, before })
  // Whether a shown box is closed or stands elsewhere now, nobody but the agent knows.
  const isShownBox = error.code === "no-editor" && state.ticket.helpdesk === TAUGHT_PAGE
  const notice: Notice = isShownBox ? { code: "no-shown-box" } : noticeOf(error)
  state.notice = notice
  if (CANT_TELL.has(error.code)) {
    state.copyOnly = true
    rereadSoon(services, state)
  }
  if (error.code !== "newer-message") return notice
  await lookAnew(services, state, store)
  // The newer message may be the agent's own: the one of the draft that was inserted before.
  const sentBefore = before?.sent?.length ?? 0
  const isOwn = (usedOf(state, draft.id)?.sent?.length ?? 0) > sentBefore && !state.record?.newer
  return isOwn ? { code: "message-sent" } : notice
}

/**
 * The draft was copied to the clipboard, which counts as a use. If an editor took it before, that use counts instead.
 * The page has shown a message already; a message from here, after everything is stored, would replace the one of the
 * agent's next step.
 */
export async function recordCopy(
  services: Services,
  state: TicketState,
  store: Store,
  order: Extract<PanelCommand, { kind: "panel-copied" }>
): Promise<CommandAnswer> {
  const draft = draftOf(state, order.draftId)
  if (!draft) return NOT_READY
  const draftId = draft.id
  const { letter = order.text, text } = order
  const messages = messagesOf(letter, state.record?.channel)
  const copied = use(services, draft.version, usedOf(state, draftId), {
    draftId,
    kind: "copied",
    ...(order.toDo && { toDo: order.toDo }),
    text,
    ...letterOf(messages, { text: letter })
  })
  await sendAndKeep(services, state, store, { type: "draft-copied", draftId, use: { ...copied, before: "" } })
  await keepDraft(state, store, draft.id).catch((error: unknown) => services.reportError(error))
  await services.preparing.used()
  services.deliver()
  services.show(state)
  return { ok: true }
}

/** The whole letter, if it consists of several messages. */
const letterOf = (messages: readonly ChatMessage[], { text }: { text: string }): Pick<DraftUse, "letter"> =>
  messages.length > 1 ? { letter: plainBlanks(text) } : {}

/** The draft is used after all, so a rejection is withdrawn. */
function use(
  services: Services,
  version: string,
  before: DraftUse | undefined,
  now: Pick<DraftUse, "draftId" | "kind" | "text" | "letter" | "toDo">
): DraftUse {
  return {
    outcomeId: before?.outcomeId ?? crypto.randomUUID(),
    at: isoNow(services.clock),
    version,
    ...now,
    ...(before?.before === undefined ? {} : { before: before.before }),
    ...(before?.sent === undefined ? {} : { sent: before.sent }),
    ...(before?.told === undefined ? {} : { told: before.told })
  }
}

/** The panel's buttons don't offer it, but a key pressed a moment too early may still ask for it. */
const NOT_READY: CommandAnswer = { ok: false, code: "not-ready", message: "This draft isn't finished yet." }

async function sendAndKeep(services: Services, state: TicketState, store: Store, event: DraftEvent): Promise<void> {
  sendDraftEvent(state, event)
  await keepTicket(state, store).catch((error: unknown) => services.reportError(error))
}

/** The milliseconds that Insert waits for the verifier's word on a draft. */
export const CHECK_WAIT_MS = 3000

/**
 * Waits for the verifier's word on a draft that is to go in: until it has come, a sentence is denied, the agent presses
 * again, or three seconds have passed. Whether it may go in then is for Insert to say.
 * @returns the command with what the agent has typed meanwhile, or undefined if another draft takes its place
 */
export async function waitForCheck(
  services: Services,
  state: TicketState,
  store: Store,
  order: InsertCommand
): Promise<InsertCommand | undefined> {
  const { draftId } = order
  const stream = state.writing
  if (!draftOf(state, draftId)?.checking || stream?.draftId !== draftId) return order
  await edit(services, state, store, order)
  const longEnough = Promise.withResolvers<void>()
  const cancel = services.clock.after(CHECK_WAIT_MS, longEnough.resolve)
  const wait = { draftId, end: longEnough.resolve }
  state.waitForCheck = wait
  services.show(state)
  await Promise.race([stream.ended, longEnough.promise])
  cancel()
  if (state.waitForCheck === wait) delete state.waitForCheck
  services.show(state)
  // Another draft was asked for, or brought back.
  if (stream.stop.signal.aborted || state.draft?.id !== draftId) return undefined
  const { draft } = state
  return state.table ? { ...order, text: draftTextOf(draft, state.table).text } : order
}

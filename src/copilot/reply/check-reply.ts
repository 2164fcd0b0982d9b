import { restore } from "../../masking/restore.ts"
import type { MaskTable } from "../../masking/index.ts"
import type { CommandAnswer, PanelState } from "../../protocol/panel.ts"
import type { MaskedText } from "../../protocol/outgoing.ts"
import type { ReplyCheckAnswer } from "../../protocol/search.ts"
import type { Store } from "../../store/store.ts"
import type { ReplyCheck } from "../../ticket/reply-check.ts"
import { firstShown, followClaims, restoredVerification } from "../draft/draft-text.ts"
import { withKnownFacts } from "../prepare/add-facts.ts"
import { asking, kept, seenOrRead } from "../prepare/knowledge.ts"
import { unfitness } from "../prepare/read-ticket.ts"
import { maskedBeside } from "../prepare/rewrite-text.ts"
import { EMPTY_MASKED_TEXT, replyCheckBody } from "../relay-client/egress.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import { runInOrder, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { ownWords } from "../../text/mail/mail-parts.ts"
import { relayFor } from "../ticket/ticket-off.ts"

/**
 * Has what the agent wrote in the public reply editor compared with ticket and pages, masked. Nothing in the editor is
 * changed, and the helpdesk's own Send waits for nothing. One check of a ticket runs at a time.
 * @param rested nobody asked for it: a text that was checked already isn't sent, and nothing sooner than ten seconds
 * after the last check
 */
export async function checkReply(
  services: Services,
  state: TicketState,
  store: Store,
  rested = false
): Promise<CommandAnswer> {
  const before = state.replyCheck
  if (before?.state === "checking") return { ok: true }
  const startedAt = services.clock.now()
  if (rested && before && startedAt - before.startedAt < MIN_GAP_MS) return { ok: true }
  const running: ReplyCheck = { state: "checking", text: "", claims: [], sources: [], startedAt }
  // It is set before anything is awaited, so that a second press finds it.
  state.replyCheck = running
  const answer = await asking(services, (signal) => check(services, state, store, { running, before, rested }, signal))
  const hasNothing = !answer.ok && NOTHING_TO_CHECK.has(answer.code)
  if (state.replyCheck?.state === "checking" && state.replyCheck.startedAt === startedAt)
    leave(state, answer.ok || hasNothing ? before : { ...running, state: "failed" })
  services.show(state)
  return rested && hasNothing ? { ok: true } : answer
}

interface RunningCheck {
  running: ReplyCheck
  before: ReplyCheck | undefined
  rested: boolean
}

async function check(
  services: Services,
  state: TicketState,
  store: Store,
  { running, before, rested }: RunningCheck,
  signal: AbortSignal
): Promise<CommandAnswer> {
  const tabId = (await services.tabs.byKey(state.key))?.tabId
  if (tabId === undefined) return { ok: false, code: "other-ticket" }
  const reply = await readReply(services, state, tabId)
  if (typeof reply !== "string") return reply
  if (rested && (reply === before?.text || isCheckedDraft(state, reply))) return { ok: true }
  state.replyCheck = { ...running, text: reply }
  services.show(state)
  const request = await runInOrder(state, () => masked(services, state, store, { reply, tabId }, signal))
  if (request.refused) return request.refused
  const answer = await (await relayFor(services, state)).call("POST /v1/replies/check", { body: request.body }, signal)
  // The ticket may have been erased meanwhile.
  if (state.replyCheck?.startedAt !== running.startedAt) return { ok: true }
  const isChanged = state.replyCheck.isChanged || (await readReply(services, state, tabId)) !== reply
  state.replyCheck = {
    ...running,
    ...restored(answer, request, reply),
    state: "done",
    text: reply,
    ...(request.threadAt !== undefined && { threadAt: request.threadAt }),
    ...(isChanged && { isChanged })
  }
  return { ok: true }
}

/** Returns what the agent wrote without quote and signature, or why there is nothing to check. */
async function readReply(
  services: Services,
  state: TicketState,
  tabId: number
): Promise<string | Extract<CommandAnswer, { ok: false }>> {
  try {
    const reply = ownReplyIn(await services.page.readEditor(tabId, state.ticket.ticketId))
    if (reply === "") return { ok: false, code: "reply-empty" }
    return reply.length > MAX_CHARACTERS ? { ok: false, code: "reply-long" } : reply
  } catch (error) {
    if (!(error instanceof HelpdeskPageFault)) throw error
    return { ok: false, code: error.code === "not-public" ? "reply-note" : error.notice.code }
  }
}

/** Masks reply and ticket by the ticket's table. The thread is the one that the page has now. */
async function masked(
  services: Services,
  state: TicketState,
  store: Store,
  { reply, tabId }: { reply: string; tabId: number },
  signal: AbortSignal
) {
  const newest = await services.page.newestPublic(tabId, state.ticket.ticketId)
  const thread = await seenOrRead(services, state, store, signal, newest)
  const unfit = unfitness(thread)
  if (unfit) return { refused: { ok: false as const, ...unfit } }
  const ticket = await withKnownFacts(services, state, thread)
  const ofTicket = await services.egress.ticket(ticket, state.table, state.overrides, signal)
  const {
    said: [text = EMPTY_MASKED_TEXT],
    table
  } = await maskedBeside(services, state, { people: ticket, table: ofTicket.table }, [reply], signal)
  const site = await services.account.rules.siteOf(state.ticket.site)
  const body = replyCheckBody({ ticket: { ...ofTicket.masked, site }, text })
  const threadAt = thread.messages.findLast(({ visibility }) => visibility === "public")?.at
  return { body: await kept(services, state, store, table, "/v1/replies/check", body), text, table, threadAt }
}

/** Puts the real values back. Claims have the offsets of the reply as it was read. */
function restored(
  { claims, sources, verification }: ReplyCheckAnswer,
  { text: maskedText, table }: { text: MaskedText; table: MaskTable },
  reply: string
): Pick<ReplyCheck, "claims" | "sources" | "verification"> {
  const clear = (text: string) => restore(text, table).text
  const letter = firstShown({ masked: maskedText, claims, state: "ready" }, table)
  return {
    claims: followClaims(letter.text, letter.claims, reply),
    sources: sources.map((source) => ({ ...source, passage: clear(source.passage), title: clear(source.title) })),
    ...(verification && { verification: restoredVerification(verification, clear) })
  }
}

/** Whether the text is the inserted draft, which was checked when it was written, and nobody has changed it since. */
function isCheckedDraft({ draft }: TicketState, reply: string): boolean {
  return draft?.inserted !== undefined && singleSpaced(draft.inserted) === singleSpaced(reply)
}

const singleSpaced = (text: string) => text.replace(/\s+/gu, " ").trim()

function leave(state: TicketState, check: ReplyCheck | undefined): void {
  if (check) state.replyCheck = check
  else delete state.replyCheck
}

/** Why there was nothing to check. */
const NOTHING_TO_CHECK: ReadonlySet<string> = new Set(["reply-empty", "reply-long", "reply-note", "no-editor"])
/** In milliseconds, between two checks that nobody asked for. */
const MIN_GAP_MS = 10_000
/** The maximum that a request may have. */
const MAX_CHARACTERS = 20_000

/** Returns what the panel shows of the reply in the editor. */
export function editorReplyOf(state: TicketState): Pick<PanelState, "reply"> {
  const { replyCheck: check, replyPauses: pauses = 0 } = state
  if (!check && pauses === 0) return {}
  const newer = check && newerAuthor(state, check)
  return { reply: { pauses, ...(check && { check: { ...check, ...(newer !== undefined && { newer }) } }) } }
}

/** Returns who wrote a customer's message that is newer than the thread of the check. */
function newerAuthor({ record }: TicketState, { threadAt }: ReplyCheck): string | undefined {
  if (threadAt === undefined) return undefined
  const since = Date.parse(threadAt)
  return record?.messages.findLast(({ role, at }) => role === "customer" && Date.parse(at) > since)?.author
}

/**
 * Notes that the text in the editor has come to rest, and whether it is still the one that was checked.
 * @param reading the text in the editor
 */
export async function noteReplyPause(services: Services, state: TicketState, reading: Promise<string>): Promise<void> {
  try {
    const reply = ownReplyIn(await reading)
    state.replyPauses = (state.replyPauses ?? 0) + 1
    if (state.replyCheck) state.replyCheck = comparedWith(reply, state.replyCheck)
  } catch (error) {
    if (!(error instanceof HelpdeskPageFault)) throw error
    // There is a note, or no editor any more, so what was said of a reply no longer holds.
    if (state.replyCheck?.state !== "checking") delete state.replyCheck
  }
  services.show(state)
}

function comparedWith(reply: string, { isChanged: _before, ...check }: ReplyCheck): ReplyCheck {
  return reply === check.text ? check : { ...check, isChanged: true }
}

/** Returns what the agent wrote of a text in the editor, without quote and signature. */
const ownReplyIn = (text: string): string => ownWords(text).trim()

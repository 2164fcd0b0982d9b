import { restore } from "../../masking/restore.ts"
import type { MaskTable } from "../../masking/index.ts"
import type { CommandAnswer } from "../../protocol/panel.ts"
import type { MaskedText } from "../../protocol/outgoing.ts"
import type { ReplyCheckAnswer } from "../../protocol/search.ts"
import type { Store } from "../../store/store.ts"
import { ownWords } from "../../text/mail/own-words.ts"
import type { ReplyCheck } from "../../ticket/reply/reply-check.ts"
import { firstShown, followClaims } from "../draft/draft-text.ts"
import { withKnownFacts } from "../prepare/add-facts.ts"
import { asking, kept, seenOrRead } from "../prepare/knowledge.ts"
import { unfitness } from "../prepare/read-ticket.ts"
import { draftAsWritten, EMPTY_MASKED_TEXT, replyCheckBody, restoreBlanks } from "../relay-client/egress.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import { runInOrder, type Services, type TicketState } from "../ticket/ticket-state.ts"

/**
 * Has what the agent wrote in the public reply editor held against ticket and pages, masked. Nothing in the editor is
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
  const began: ReplyCheck = { state: "checking", text: "", claims: [], sources: [], startedAt }
  // It is set before anything is awaited, so that a second press finds it.
  state.replyCheck = began
  const answer = await asking(services, (signal) => check(services, state, store, { began, before, rested }, signal))
  if (state.replyCheck?.state === "checking" && state.replyCheck.startedAt === startedAt)
    leave(state, answer.ok || FOUND_NOTHING.has(answer.code) ? before : { ...began, state: "failed" })
  services.show(state)
  return rested && !answer.ok && FOUND_NOTHING.has(answer.code) ? { ok: true } : answer
}

interface Begun {
  began: ReplyCheck
  before: ReplyCheck | undefined
  rested: boolean
}

async function check(
  services: Services,
  state: TicketState,
  store: Store,
  { began, before, rested }: Begun,
  signal: AbortSignal
): Promise<CommandAnswer> {
  const tabId = (await services.tabs.byKey(state.key))?.tabId
  if (tabId === undefined) return { ok: false, code: "other-ticket" }
  const own = await readOwn(services, state, tabId)
  if (typeof own !== "string") return own
  if (rested && (own === before?.text || isCheckedDraft(state, own))) return { ok: true }
  state.replyCheck = { ...began, text: own }
  services.show(state)
  const sent = await runInOrder(state, () => masked(services, state, store, { own, tabId }, signal))
  if (sent.refused) return sent.refused
  const answer = await services.account.relay.call("POST /v1/replies/check", { body: sent.body }, signal)
  // The ticket may have been erased meanwhile.
  if (state.replyCheck?.startedAt !== began.startedAt) return { ok: true }
  const { isChanged } = state.replyCheck
  state.replyCheck = {
    ...began,
    ...shown(answer, sent, own),
    state: "done",
    text: own,
    ...(sent.threadAt !== undefined && { threadAt: sent.threadAt }),
    ...((isChanged || (await hasChanged(services, state, tabId, own))) && { isChanged: true as const })
  }
  return { ok: true }
}

/** Returns what the agent wrote without quote and signature, or why there is nothing to check. */
async function readOwn(
  services: Services,
  state: TicketState,
  tabId: number
): Promise<string | Extract<CommandAnswer, { ok: false }>> {
  try {
    const own = ownWords(await services.page.readEditor(tabId, state.ticket.ticketId)).trim()
    if (own === "") return { ok: false, code: "reply-empty" }
    return own.length > MAX_CHARACTERS ? { ok: false, code: "reply-long" } : own
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
  { own, tabId }: { own: string; tabId: number },
  signal: AbortSignal
) {
  const newest = await services.page.newestPublic(tabId, state.ticket.ticketId)
  const read = await seenOrRead(services, state, store, signal, newest)
  const unfit = unfitness(read)
  if (unfit) return { refused: { ok: false as const, ...unfit } }
  const ticket = await withKnownFacts(services, state, read)
  const ofTicket = await services.egress.ticket(ticket, state.table, state.overrides, signal)
  const texts = await services.egress.texts([own], ticket, ofTicket.table, state.overrides, signal)
  const { table } = texts
  const text = restoreBlanks(texts.masked[0] ?? EMPTY_MASKED_TEXT, table, draftAsWritten(state.draft))
  const site = await services.account.rules.siteOf(state.ticket.site)
  const body = replyCheckBody({ ticket: { ...ofTicket.masked, site }, text })
  const threadAt = read.messages.findLast(({ visibility }) => visibility === "public")?.at
  return { body: await kept(services, state, store, table, "/v1/replies/check", body), text, table, threadAt }
}

/** Puts the real values back. Claims have the offsets of the reply as it was read. */
function shown(
  { claims, sources, verification }: ReplyCheckAnswer,
  { text: sent, table }: { text: MaskedText; table: MaskTable },
  own: string
): Pick<ReplyCheck, "claims" | "sources" | "verification"> {
  const clear = (text: string) => restore(text, table).text
  const restored = firstShown({ masked: sent, claims, state: "ready" }, table)
  return {
    claims: followClaims(restored.text, restored.claims, own),
    sources: sources.map((source) => ({ ...source, passage: clear(source.passage), title: clear(source.title) })),
    ...(verification && {
      verification: {
        ...verification,
        ...(verification.unanswered && { unanswered: verification.unanswered.map(clear) })
      }
    })
  }
}

async function hasChanged(services: Services, state: TicketState, tabId: number, own: string): Promise<boolean> {
  const now = await readOwn(services, state, tabId)
  return now !== own
}

/** Whether the text is the inserted draft, which was checked when it was written, and nobody has changed it since. */
function isCheckedDraft({ draft }: TicketState, own: string): boolean {
  return draft?.inserted !== undefined && words(draft.inserted) === words(own)
}

const words = (text: string) => text.replace(/\s+/gu, " ").trim()

function leave(state: TicketState, check: ReplyCheck | undefined): void {
  if (check) state.replyCheck = check
  else delete state.replyCheck
}

/** Why there was nothing to check. */
const FOUND_NOTHING: ReadonlySet<string> = new Set(["reply-empty", "reply-long", "reply-note", "no-editor"])
/** In milliseconds, between two checks that nobody asked for. */
const MIN_GAP_MS = 10_000
/** The maximum that a request may have. */
const MAX_CHARACTERS = 20_000

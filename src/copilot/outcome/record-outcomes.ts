import { newestPublicId, type Message, type Ticket } from "../../ticket/ticket.ts"
import type { DraftRecord, DraftUse, SentMessage } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { wordDistance } from "../../text/edit-distance.ts"
import { withoutPriorText } from "../../text/mail/without-prior-text.ts"
import type { DraftEvent } from "../draft/draft-states.ts"
import { draftsOf, keepDraft, setDraftContent } from "../draft/keep.ts"
import { sendDraftEvent } from "../draft/send-event.ts"
import { firstShown } from "../draft/draft-text.ts"
import { queueOutcome } from "./queue-outcome.ts"
import { ofLetter, replyOf, sentMessage, unsentOf } from "./reply-in-messages.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/**
 * Looks at the public replies that have come since the ticket was last counted, and queues one outcome for each that is
 * this agent's: of a draft that was used, or else of one found not useful, or else of one that was shown, or else of
 * none. A colleague's reply is never counted. If the helpdesk doesn't say who is signed in, only the words of a used
 * draft can show it.
 *
 * In a chat, the messages of one draft are sent one after another. They are one reply, which is counted when all are
 * sent or when the customer writes again.
 *
 * @param readAt in milliseconds; what a panel showed only later wasn't there when the reply was written
 */
export async function recordOutcomes(
  services: Services,
  state: TicketState,
  store: Store,
  ticket: Ticket,
  readAt: number
): Promise<void> {
  if (!state.record) return
  const thread = ticket.messages.filter((message) => message.visibility === "public")
  const { counted } = state.record
  const at = thread.findIndex(({ id }) => id === counted)
  // The ticket is seen for the first time, or its thread was merged with another. Only what was used can be reported.
  const isKnown = counted === "" || at !== -1
  try {
    for (const message of thread.slice(at + 1)) {
      const on = { services, state, store, ticket, thread, message, isKnown, readAt }
      const uses = state.record.used.filter((used) => isBefore(on, used.version))
      // The message that was counted last may be gone, and then the earlier ones are looked at again.
      if (uses.some(({ sent }) => sent?.some(({ id }) => id === message.id))) continue
      if (message.role === "agent") await count(on, uses)
      if (message.role === "customer") await endReplies(on, uses)
    }
    sendDraftEvent(state, { type: "thread-counted", version: newestPublicId(ticket) })
  } catch (error) {
    // Masking ran out of time, or the disk is full. It is tried again from here when the ticket is next read.
    await services.reportError(error)
  }
  sendDraftEvent(state, { type: "uses-expired", now: services.clock.now() })
}

/** A colleague's reply, or one written by hand, shares fewer words with the draft than this. */
const STILL_THE_DRAFT = 0.75
/** Anybody's short message may share its greeting with one of the draft, so without the agent's name it needs more. */
const STILL_THE_MESSAGE = 0.3

interface Counting {
  services: Services
  state: TicketState
  store: Store
  ticket: Ticket
  thread: Message[]
  message: Message
  isKnown: boolean
  readAt: number
}

/** @param uses those of drafts for which this message may be the reply */
async function count(on: Counting, uses: DraftUse[]): Promise<void> {
  const matches = matchesOf(on, uses)
  if (matches.best) return countUse(on, uses, matches.best, matches)
  if (!on.isKnown || !isOwnReply(on.message, on.ticket)) return
  // Copied text may still be sent. So it isn't known yet what this reply came from; it is reported with that use.
  if (uses.some((used) => used.kind !== "shown" && used.told === undefined)) return
  await countUnused(on, uses)
}

/** The uses whose words a message has. */
interface Matches {
  /** The one that the message is counted for. */
  best: Match | undefined
  others: Match[]
  /** `best` is a draft that was found not useful. */
  isRejected: boolean
}

/**
 * One reply comes from one draft, though others may have been inserted before it: the one whose words it has, and of
 * equals the last. Words of the agent's own go with the messages that were sent just before.
 */
function matchesOf(on: Counting, uses: DraftUse[]): Matches {
  const matches = uses
    .filter((used) => used.kind !== "shown" && !used.rejected)
    .flatMap((used) => matching(on, used) ?? [])
  const last = matches.at(-1)
  const between = last?.used.sent && matches.every(({ like }) => like === undefined) ? last : undefined
  const [best, ...others] = matches
    .reverse()
    .sort((a, b) => Number(b === between) - Number(a === between) || a.distance - b.distance)
  const rejected = uses
    .filter((used) => used.rejected)
    .flatMap((used) => matching(on, used) ?? [])
    .at(-1)
  return { best: best ?? rejected, others, isRejected: best === undefined }
}

async function countUse(
  on: Counting,
  uses: DraftUse[],
  { used, sent: text, like }: Match,
  { others, isRejected }: Matches
): Promise<void> {
  const { services, state, store, ticket, message } = on
  const draft = await store.drafts.get(used.draftId)
  const now = sentMessage(used, message, text, like)
  const sentMessages = [...(used.sent ?? []), now]
  const before = others.map((one) => one.used)
  if (draft && !isRejected && isGoingOn(on, used, sentMessages)) {
    // What was inserted before and not sent gave way to this draft.
    const outcomeIds = before.flatMap((one) => (one.sent ? [] : one.outcomeId))
    sendDraftEvent(state, { type: "uses-dropped", outcomeIds })
    return sendDraftEvent(state, { type: "message-counted", draftId: draft.id, sent: now })
  }
  await endReplies(on, before)
  const event = replyCounted(message, draft, [used, ...before.filter((one) => !one.sent)], !isRejected)
  if (!draft) sendDraftEvent(state, event)
  else {
    await keepSent(on, used, sentMessages)
    const reply = replyOf(sentMessages)
    await queueOutcome(services, state, store, { kind: useKindOf(used), used, draft, reply, known: ticket, event })
  }
  await reportWithoutReply(
    on,
    uses.filter((one) => one.rejected && one !== used)
  )
}

/** Counts a reply that came from no draft that was used: from one that was shown, or from none. */
async function countUnused(on: Counting, uses: DraftUse[]): Promise<void> {
  const { services, state, store, ticket, message } = on
  const draft = shownDraft(on)
  const used = uses.find(({ draftId }) => draftId === draft?.id)
  state.table ??= (await services.egress.ticket(ticket, undefined, state.overrides, new AbortController().signal)).table
  // What was in the editor before isn't known. The draft may still have been the reply, copied from the panel by hand.
  const replyText = withoutPriorText(
    message.text.slice(0, MAX_READ),
    "",
    draft ? firstShown(draft, state.table).text : ""
  )
  await queueOutcome(services, state, store, {
    kind: draft ? "ignored" : "none",
    used,
    draft,
    reply: { message, sent: replyText },
    known: ticket,
    event: replyCounted(message, draft, used ? [used] : [], false)
  })
}

/**
 * Whether other messages of the letter are still to be sent, and nobody else has written since the draft was made. The
 * next message is put in below these, so words alone don't show that they are the agent's.
 */
function isGoingOn({ ticket, thread, message }: Counting, used: DraftUse, sentMessages: SentMessage[]): boolean {
  if (used.letter === undefined || unsentOf({ ...used, sent: sentMessages }).length === 0) return false
  const from = thread.findIndex(({ id }) => id === used.version) + 1
  const isOfAgent = (one: Message) => (ticket.agent ? isOwnReply(one, ticket) : one.author === message.author)
  return thread
    .slice(from, thread.indexOf(message) + 1)
    .every((one) => isOfAgent(one) && sentMessages.some(({ id }) => id === one.id))
}

/** Reports the replies of which some messages were sent. No more of them will come. */
async function endReplies(on: Counting, uses: readonly DraftUse[]): Promise<void> {
  const { services, state, store, ticket } = on
  for (const used of uses) {
    const reply = replyOf(used.sent ?? [])
    if (!reply) continue
    const draft = await store.drafts.get(used.draftId)
    const event = replyCounted(reply.message, draft, [used], true)
    if (!draft) sendDraftEvent(state, event)
    else {
      await keepSent(on, used, used.sent ?? [])
      await queueOutcome(services, state, store, { kind: useKindOf(used), used, draft, reply, known: ticket, event })
    }
  }
}

/**
 * The use is about to end, so the draft itself remembers which of its messages were sent. It comes before the outcome:
 * once that is queued, nobody knows of the use any more.
 */
async function keepSent(
  { services, state, store }: Counting,
  used: DraftUse,
  sentMessages: SentMessage[]
): Promise<void> {
  if (used.letter === undefined) return
  setDraftContent(state, used.draftId, { sent: ofLetter(sentMessages) })
  await keepDraft(state, store, used.draftId).catch((error: unknown) => services.reportError(error))
}

/** Reports the drafts that were rejected before another draft became the reply. */
async function reportWithoutReply({ services, state, store, ticket }: Counting, uses: DraftUse[]): Promise<void> {
  for (const used of uses) {
    const draft = await store.drafts.get(used.draftId)
    const event: DraftEvent = { type: "uses-dropped", outcomeIds: [used.outcomeId] }
    if (draft && used.told === undefined)
      await queueOutcome(services, state, store, { kind: "rejected", used, draft, known: ticket, event })
    else sendDraftEvent(state, event)
  }
}

export const useKindOf = (used: DraftUse): "inserted" | "copied" | "rejected" | "ignored" =>
  used.rejected ? "rejected" : used.kind === "shown" ? "ignored" : used.kind

/** Whether the message with that id was on the ticket before the reply. */
function isBefore({ thread, message }: Counting, version: string): boolean {
  const at = thread.findIndex(({ id }) => id === version)
  return version === "" || (at !== -1 && at < thread.indexOf(message))
}

/** `like`: the part of the letter whose words the message has. */
interface Match {
  used: DraftUse
  like: string | undefined
  sent: string
  distance: number
}

function matching({ message, ticket }: Counting, used: DraftUse): Match | undefined {
  const isOwn = isOwnReply(message, ticket)
  // A short message is soon like another's, so those that weren't put in are only looked for in the agent's own.
  const texts = [used.text, ...(isOwn || !ticket.agent ? unsentOf(used) : [])]
  // Other messages of the letter that stood in the editor go out with the one that was put in last.
  const replyText = withoutPriorText(message.text.slice(0, MAX_READ), used.before ?? "", used.letter ?? used.text)
  const [first, ...more] = texts.map((text) => ({ text, distance: wordDistance(text, replyText) }))
  if (!first) return undefined
  const { text, distance } = more.reduce((best, one) => (one.distance < best.distance ? one : best), first)
  const isPart = used.letter !== undefined && text !== used.letter
  const like = distance < (isPart && !isOwn ? STILL_THE_MESSAGE : STILL_THE_DRAFT) ? text : undefined
  // Copied text may have gone anywhere, and a page that never answered may not have taken it. So their words have to be
  // in the reply, unless it goes on from messages that had them.
  const byWords = used.rejected === undefined && !used.sent && (used.kind === "copied" || used.before === undefined)
  return like !== undefined || (!byWords && isOwn) ? { used, like, sent: replyText, distance } : undefined
}

/** Whether the helpdesk names the person who is signed in as the author. */
export function isOwnReply(message: Message, { agent }: Ticket): boolean {
  const { name, email } = agent ?? {}
  return (
    message.role === "agent" &&
    ((name !== undefined && message.author === name) || (email !== undefined && message.author === email))
  )
}

/** The newest draft that this reply could have been, and that somebody saw. */
function shownDraft(on: Counting): DraftRecord | undefined {
  const { record } = on.state
  return draftsOf(on.state).find(
    ({ id, version, masked, shownAt }) =>
      masked !== "" &&
      shownAt !== undefined &&
      Date.parse(shownAt) <= on.readAt &&
      isBefore(on, version) &&
      !record?.settled?.includes(id)
  )
}

/** The reply is counted, and these uses no longer wait. `cameOfUse`: it came from an inserted or copied draft. */
function replyCounted(
  message: Pick<Message, "id">,
  draft: DraftRecord | undefined,
  uses: DraftUse[],
  cameOfUse: boolean
): DraftEvent {
  return {
    type: "reply-counted",
    messageId: message.id,
    ...(draft ? { draftId: draft.id } : {}),
    outcomeIds: uses.map(({ outcomeId }) => outcomeId),
    cameOfUse
  }
}

/** How many characters of a reply are compared. This is more than is reported. */
const MAX_READ = 200_000

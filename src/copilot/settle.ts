import { BLANK } from "../ticket/draft.ts"
import type { Message, Ticket } from "../ticket/ticket.ts"
import type { Outcome } from "../protocol/outcome.ts"
import type { DraftRecord, TicketRecord, Used } from "../store/records.ts"
import type { Store } from "../store/store.ts"
import { wordDistance } from "../text/distance.ts"
import { withoutBefore } from "../text/quoting.ts"
import { firstShown } from "./letter.ts"
import { iso } from "./parts.ts"
import type { Desk, Work } from "./work.ts"

/**
 * Looks whether a reply was sent that came of a draft we put in or let copy, and queues its outcome: compared in clear
 * here, masked before it is kept for the relay. One use is reported once, under the id it got when it was used.
 */
export async function settle(desk: Desk, work: Work, store: Store, ticket: Ticket): Promise<void> {
  const uses = work.record?.used ?? []
  const found = uses.flatMap((used) => {
    const reply = sentReply(used, ticket)
    return reply ? [{ used, ...reply }] : []
  })
  for (const message of new Set(found.map((one) => one.message))) {
    // One reply came of one draft, though others may have been put in before it: the one whose words it has, of equals the last.
    const [best, ...others] = found.filter((one) => one.message === message).reverse().sort((a, b) => a.distance - b.distance)
    const draft = best && (await store.drafts.get(best.used.draftId))
    // What fails here (masking out of time, a full disk) is tried again when the ticket is next read: the use stays noted.
    if (best && draft) {
      await queue(desk, work, store, { ticket, used: best.used, others: others.map(({ used }) => used), draft, message, sent: best.sent })
        .catch((error: unknown) => desk.trouble(error))
    }
  }
  for (const used of uses) if (work.record && desk.clock.now() - Date.parse(used.at) > FORGET_MS) work.record = without(work.record, used)
}

/** Milliseconds after which a reply that never came is no longer waited for. */
const FORGET_MS = 14 * 24 * 3600 * 1000
/** A reply of a colleague's, or one written by hand, shares fewer words with the draft than this leaves. */
const STILL_THE_DRAFT = 0.75

/** `others`: uses that came to nothing, because this one was sent. `sent`: the message without what stood in the editor before. */
interface Sent { ticket: Ticket; used: Used; others: Used[]; draft: DraftRecord; message: Message; sent: string }

async function queue(desk: Desk, work: Work, store: Store, { ticket, used, others, draft, message, sent }: Sent): Promise<void> {
  if (!work.table) return
  const first = firstShown(draft, work.table).text
  // The draft is masked as it is: so it came from the relay. What was sent goes through the same door as everything else.
  const { masked: [maskedSent = ""], table } = await desk.masker.texts([sent], ticket, work.table, new AbortController().signal)
  const outcome: Outcome = {
    outcomeId: used.outcomeId, revision: 1, messageId: message.id, draftId: draft.id, helpdesk: ticket.helpdesk, ticketId: ticket.ticketId, kind: used.kind,
    draft: draft.masked, sent: maskedSent, editDistance: wordDistance(first, sent), filledBlanks: filledBlanks(first, sent),
    language: draft.language, model: draft.model, pipelineVersion: draft.pipelineVersion,
    times: {
      opened: draft.times.opened, ...(draft.times.firstText === undefined ? {} : { firstText: draft.times.firstText }),
      ...(draft.times.ready === undefined ? {} : { ready: draft.times.ready }), used: used.at, sent: message.at || iso(desk.clock)
    }
  }
  const settled = (record: TicketRecord): TicketRecord => {
    const rest = [used, ...others].reduce(without, record)
    return record.draftId === draft.id ? { ...rest, answered: message.id } : rest
  }
  if (!work.record) return
  await work.saving
  await store.queueOutcome({
    ticket: settled(work.record), table, due: desk.clock.now(), item: { id: used.outcomeId, key: work.key, tries: 0, outcome }
  })
  work.record = settled(work.record)
  work.table = table
  desk.deliver()
}

/** The first public reply of the agent's after the draft was used. Where the helpdesk doesn't say who is signed in, the words have to tell. */
function sentReply(used: Used, ticket: Ticket): Reply | undefined {
  const open = ticket.messages.filter((message) => message.visibility === "public")
  const answered = open.findIndex((message) => message.id === used.version)
  if (answered === -1 && used.version !== "") return undefined
  for (const message of open.slice(answered + 1)) {
    if (message.role !== "agent") continue
    const sent = withoutBefore(message.text, used.before ?? "")
    const reply = { message, sent, distance: wordDistance(used.text, sent) }
    if (isOurs(reply, used, ticket)) return reply
  }
  return undefined
}

interface Reply { message: Message; sent: string; distance: number }

function isOurs({ message, distance }: Reply, used: Used, ticket: Ticket): boolean {
  // Copied text may have gone anywhere, and a page that never answered may not have taken it: their words have to be there.
  if (used.kind === "copied" || used.before === undefined) return distance < STILL_THE_DRAFT
  const { name, email } = ticket.agent ?? {}
  return (name !== undefined && message.author === name) || (email !== undefined && message.author === email) || distance < STILL_THE_DRAFT
}

function filledBlanks(first: string, sent: string): number {
  return [...first.matchAll(BLANK)].filter(([, name = ""]) => !sent.includes(`[${name.trim()}]`)).length
}

const without = (record: TicketRecord, used: Used): TicketRecord => ({ ...record, used: record.used.filter((one) => one.outcomeId !== used.outcomeId) })

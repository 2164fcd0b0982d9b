import type { ToneJob } from "../../checks/tone/job.ts"
import type { CommandAnswer, PanelTone } from "../../protocol/panel.ts"
import { visibleReply } from "../../text/mail/visible-reply.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import type { ToneFinding } from "../../ticket/tone.ts"
import { clearTicket } from "../ticket/clear-ticket.ts"
import { PageError } from "../ticket/page-door.ts"
import type { Parts } from "../relay-client/parts.ts"
import type { Desk, Work } from "../ticket/work.ts"

/** @param ask lets the extension's hidden page look; what comes back was found by the same build's `runToneJob` */
export function toneCheckOf(ask: (job: ToneJob, signal: AbortSignal) => Promise<unknown>): Parts["checkTone"] {
  return async (job) => (await ask(job, AbortSignal.timeout(LOOK_MS))) as ToneFinding[]
}

/**
 * Looks at the public reply as it stands in the editor. In clear, here: nothing of it is sent anywhere. `asked`: the
 * agent pressed the button, and is told also why nothing could be looked at; else that is no news.
 */
export async function lookAtTone(desk: Desk, work: Work, asked: boolean): Promise<CommandAnswer> {
  const tabId = (await desk.tabs.byKey(work.key))?.tabId
  if (tabId === undefined) return { ok: false, code: "other-ticket" }
  try {
    const text = await desk.page.readEditor(tabId, work.ticket.ticketId)
    await show(desk, work, text, tabId)
    return { ok: true }
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    // A note, or no editor any more: what was found in a reply is no longer true.
    delete work.tone
    desk.show(work)
    return asked ? { ok: false, code: error.code === "not-public" ? "tone-note" : error.notice.code } : { ok: true }
  }
}

/** One click: the fix goes into the editor, as one step of its undo, if its words still stand where they stood. */
export async function fixTone(desk: Desk, work: Work, start: number, quote: string): Promise<CommandAnswer> {
  const found = work.tone?.findings.find((one) => one.start === start && one.quote === quote)
  const tabId = (await desk.tabs.byKey(work.key))?.tabId
  if (!work.tone || !found?.fix || "refused" in found.fix || tabId === undefined)
    return { ok: false, code: "words-changed" }
  const { from, to, text } = found.fix
  try {
    const was = work.tone.text.slice(from, to)
    await show(
      desk,
      work,
      await desk.page.replaceWords(tabId, { ticketId: work.ticket.ticketId, from, was, text }),
      tabId
    )
    return { ok: true }
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    await lookAtTone(desk, work, false)
    return { ok: false, code: error.notice.code }
  }
}

async function show(desk: Desk, work: Work, text: string, tabId: number): Promise<void> {
  const own = ownWords(text)
  const findings = own.trim() === "" ? [] : await desk.checkTone(jobOf(own, work, await clearTicket(desk, work, tabId)))
  const state: PanelTone["state"] = own.trim() === "" ? "empty" : findings.length > 0 ? "found" : "clean"
  work.tone = { state, findings, text }
  desk.show(work)
}

/** Up to quote and signature, from the first character on: offsets stay those of the editor. */
function ownWords(text: string): string {
  const { visible } = visibleReply(text)
  const at = visible === "" ? -1 : text.indexOf(visible)
  return at === -1 ? text : text.slice(0, at + visible.length)
}

/** Milliseconds. */
const LOOK_MS = 5000

function jobOf(text: string, work: Work, ticket: Ticket): ToneJob {
  const thread = ticket.messages.filter(({ visibility }) => visibility === "public")
  return {
    kind: "tone",
    text,
    subject: ticket.subject,
    locale: ticket.locale,
    requester: ticket.requester.name ?? "",
    thread: thread.map(({ role, text }) => ({ role, text })),
    sources: (work.draft?.sources ?? []).map(({ passage }) => passage),
    channel: ticket.channel ?? "mail",
    firstReply: !thread.some(({ role }) => role === "agent")
  }
}

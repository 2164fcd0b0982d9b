import type { ToneJob } from "../../checks/tone/tone.ts"
import type { CommandAnswer } from "../../protocol/panel.ts"
import type { EditorTone } from "../../ticket/tone-finding.ts"
import { ownWords, signedWords } from "../../text/mail/mail-parts.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import type { ToneFinding } from "../../ticket/tone-finding.ts"
import { readUnmaskedTicket } from "../ticket/unmasked-ticket.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import type { Store } from "../../store/store.ts"
import { askModelTone, joined, stillThere } from "./model-tone.ts"
import { withoutDecided } from "./tone-decisions.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/** @param ask has the check run in the extension's hidden page; the answer comes from the same build's `runToneJob` */
export function createToneCheck(
  ask: (job: ToneJob, signal: AbortSignal) => Promise<unknown>
): CopilotParts["checkTone"] {
  return async (job) => (await ask(job, AbortSignal.timeout(LOOK_MS))) as ToneFinding[]
}

/**
 * Checks the tone of the public reply in the editor. It reads unmasked text, and sends nothing of it anywhere.
 * @param asked the agent pressed the button, so the answer also says why nothing could be checked
 * @param reading the text in the editor, if it is being read already
 */
export async function checkEditorTone(
  services: Services,
  state: TicketState,
  asked: boolean,
  reading?: Promise<string>
): Promise<CommandAnswer> {
  const tabId = (await services.tabs.byKey(state.key))?.tabId
  if (tabId === undefined) return { ok: false, code: "other-ticket" }
  try {
    const text = await (reading ?? services.page.readEditor(tabId, state.ticket.ticketId))
    await show(services, state, text, tabId)
    return { ok: true }
  } catch (error) {
    if (!(error instanceof HelpdeskPageFault)) throw error
    // There is a note, or no editor any more, so what was found in a reply no longer holds.
    delete state.tone
    services.show(state)
    return asked ? { ok: false, code: error.code === "not-public" ? "tone-note" : error.notice.code } : { ok: true }
  }
}

/** Checks the tone as `checkEditorTone` does, and then has the relay's model for it read the masked reply too. */
export async function checkToneFully(services: Services, state: TicketState, store: Store): Promise<CommandAnswer> {
  const checked = await checkEditorTone(services, state, true)
  if (checked.ok && state.tone) void askModelTone(services, state, store, ownWords(state.tone.text))
  return checked
}

/** Puts the fix into the editor in one step of its undo history, if its words are still where they were. */
export async function fixTone(
  services: Services,
  state: TicketState,
  start: number,
  quote: string
): Promise<CommandAnswer> {
  const found = state.tone?.findings.find((one) => one.start === start && one.quote === quote)
  const tabId = (await services.tabs.byKey(state.key))?.tabId
  if (!state.tone || !found?.fix || "refused" in found.fix || tabId === undefined)
    return { ok: false, code: "words-changed" }
  const { from, to, text } = found.fix
  try {
    const was = state.tone.text.slice(from, to)
    await show(
      services,
      state,
      await services.page.replaceWords(tabId, { ticketId: state.ticket.ticketId, from, was, text }),
      tabId
    )
    return { ok: true }
  } catch (error) {
    if (!(error instanceof HelpdeskPageFault)) throw error
    await checkEditorTone(services, state, false)
    return { ok: false, code: error.notice.code }
  }
}

async function show(services: Services, work: TicketState, text: string, tabId: number): Promise<void> {
  const own = ownWords(text)
  const all =
    own.trim() === ""
      ? []
      : await services.checkTone(jobOf(text, work, await readUnmaskedTicket(services, work, tabId)))
  const hidden = await services.hiddenTone.rules()
  const former = own.trim() === "" ? [] : stillThere(work.tone?.findings ?? [], own)
  const model = former.length > 0 || work.tone?.model?.state === "asking" ? work.tone?.model : undefined
  const findings = withoutDecided(joined(all, former), work, hidden)
  const state: EditorTone["state"] = own.trim() === "" ? "empty" : findings.length > 0 ? "found" : "clean"
  work.tone = { state, findings, text, ...(model && { model }), ...(hidden.length > 0 && { hidden }) }
  services.show(work)
}

/** In milliseconds. */
const LOOK_MS = 5000

function jobOf(text: string, state: TicketState, ticket: Ticket): ToneJob {
  const signed = signedWords(text)
  const thread = ticket.messages.filter(({ visibility }) => visibility === "public")
  return {
    kind: "tone",
    text: ownWords(text),
    ...(signed !== undefined && { signed }),
    subject: ticket.subject,
    locale: ticket.locale,
    requester: ticket.requester.name ?? "",
    thread: thread.map(({ role, text }) => ({ role, text })),
    sources: (state.draft?.sources ?? []).map(({ passage }) => passage),
    channel: ticket.channel ?? "mail",
    ...(ticket.agent?.name && { agent: ticket.agent.name }),
    ...(state.draft?.voice && { voice: state.draft.voice }),
    firstReply: !thread.some(({ role }) => role === "agent")
  }
}

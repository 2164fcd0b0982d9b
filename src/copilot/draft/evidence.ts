import type { EvidenceJob } from "../../checks/evidence/pairs.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { EvidencePair } from "../../ticket/evidence-pair.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import { readUnmaskedTicket } from "../ticket/unmasked-ticket.ts"
import { readerTab } from "../ticket/reader-tab.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { draftOf } from "./keep.ts"

/** @param ask has the comparison run in the extension's hidden page, which belongs to the same build */
export function evidenceFinderOf(
  ask: (job: EvidenceJob, signal: AbortSignal) => Promise<unknown>
): CopilotParts["findEvidence"] {
  return async (job) => (await ask(job, AbortSignal.timeout(FIND_MS))) as EvidencePair[]
}

/**
 * Holds each sentence of the letter beside the nearest sentences of its public sources and of the ticket's public
 * messages, all as the agent reads them. Nothing leaves this browser. If the ticket can't be read now, the sources alone
 * are compared.
 */
export async function findEvidence(
  services: Services,
  state: TicketState,
  { draftId, text }: Extract<PanelCommand, { kind: "panel-evidence" }>
): Promise<CommandAnswer> {
  const draft = draftOf(state, draftId)
  if (!draft) return { ok: false, code: "not-ready" }
  const pages = draft.sources.filter(({ visibility }) => visibility === "public")
  const evidence = await services.findEvidence({
    kind: "evidence",
    text,
    language: draft.language ?? state.record?.language ?? null,
    sources: [...pages.map(({ n, passage }) => ({ n, text: passage })), ...(await messagesOf(services, state))]
  })
  return { ok: true, evidence }
}

async function messagesOf(services: Services, state: TicketState): Promise<{ n: 0; text: string }[]> {
  const ticket = await ticketOf(services, state).catch(async (error: unknown) => {
    await services.reportError(error)
    return undefined
  })
  const shown = ticket?.messages.filter(({ visibility }) => visibility === "public") ?? []
  return shown.slice(-MESSAGES).map(({ text }) => ({ n: 0, text: text.slice(0, LONGEST) }))
}

async function ticketOf(services: Services, state: TicketState): Promise<Ticket | undefined> {
  if (state.seen && state.seen.version === state.record?.version) return state.seen.ticket
  const tabId = await readerTab(services, state)
  return tabId === undefined ? undefined : readUnmaskedTicket(services, state, tabId)
}

/** The newest messages are enough to see where a sentence comes from. */
const MESSAGES = 40
/** In characters. */
const LONGEST = 20_000
/** In milliseconds. */
const FIND_MS = 5000

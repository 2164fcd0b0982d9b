import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import { publicMessages } from "../ticket/public-messages.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { draftOf } from "./keep.ts"

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
    sources: [
      ...pages.map(({ n, passage }) => ({ n, text: passage })),
      ...(await publicMessages(services, state)).map((text) => ({ n: 0, text }))
    ]
  })
  return { ok: true, evidence }
}

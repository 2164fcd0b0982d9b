import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { draftOf } from "./keep.ts"

/**
 * Finds what the letter, as the agent reads it now, says that the agent did or sends along. Nothing leaves this browser.
 */
export async function findDeeds(
  services: Services,
  state: TicketState,
  { draftId, text }: Extract<PanelCommand, { kind: "panel-deeds" }>
): Promise<CommandAnswer> {
  const draft = draftOf(state, draftId)
  if (!draft) return { ok: false, code: "not-ready" }
  const language = draft.language ?? state.record?.language ?? null
  return { ok: true, deeds: await services.findDeeds({ kind: "deeds", text, language }) }
}

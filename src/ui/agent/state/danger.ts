import type { PanelState } from "../../../protocol/panel.ts"
import { holdsLetter, type Danger, type DangerDecision, type DangerKind } from "../../../ticket/danger.ts"
import type { TicketAbout } from "../../../ticket/ticket-about.ts"
import { tell } from "../../messages/t.ts"
import { isWriting } from "./disabled-reasons.ts"

type DangerState = Pick<PanelState, "draft" | "summary">

/**
 * The danger to somebody that holds the letter, with the customer's words for it. The draft knows what the agent decided;
 * until it is there, the summary says it.
 */
export function dangerOf({ draft, summary }: DangerState): Pick<Danger, "because"> | undefined {
  if (draft?.danger) return holdsLetter(draft.danger) ? draft.danger : undefined
  const { reason, because } = summary?.about?.escalate ?? {}
  return reason === "danger" && because !== undefined ? { because } : undefined
}

/** Who else must see the ticket, and why. */
export function escalationOf(state: DangerState): TicketAbout["escalate"] {
  const { escalate } = state.summary?.about ?? {}
  const danger = dangerOf(state)
  if (!danger) return escalate?.reason === "danger" ? undefined : escalate
  const group = escalate?.group ?? state.draft?.answer?.playbook?.escalate?.group
  return { reason: "danger", because: danger.because, ...(group !== undefined && { group }) }
}

/** What the agent can decide about a danger: that it is none, or that it is one. Undefined where there is no sign of one. */
export function otherDecision({ draft }: Pick<PanelState, "draft">): DangerDecision | undefined {
  if (!draft?.danger || isWriting(draft) || draft.settled) return undefined
  return holdsLetter(draft.danger) ? "none" : "treat"
}

/** The kind of a danger in the words of the interface. */
export const kindName = (kind: DangerKind): string => tell(`danger.kind.${kind}`, {})

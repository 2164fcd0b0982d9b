import type { PanelDraft, PanelState, PanelTicket } from "../../../protocol/panel.ts"
import { SUMMARY_KINDS, type SummaryLine } from "../../../ticket/draft.ts"
import { quoted } from "../../messages/format.ts"
import { holdsLetter, type Danger, type DangerDecision, type DangerKind } from "../../../ticket/danger.ts"
import type { TicketAbout } from "../../../ticket/ticket-about.ts"
import { isWriting } from "./disabled-reasons.ts"
import { isMessage, t, tell } from "../../messages/t.ts"

/**
 * Returns a note for a colleague who goes on with the ticket: a danger first, the summary with the real values, and what
 * was searched if no page answers. It is copied and never written into the helpdesk.
 */
export function handOverNote(
  { ticketId, subject }: PanelTicket,
  summary: PanelState["summary"],
  draft: PanelDraft | undefined
): string {
  const lines = summary?.lines ?? []
  const danger = draft?.danger
  return [
    t("handover.ticket", { id: ticketId, subject }),
    ...(danger && holdsLetter(danger)
      ? [t("danger.note", { kind: kindName(danger.kind), because: danger.because })]
      : []),
    ...SUMMARY_KINDS.flatMap((kind) => lines.filter((line) => line.kind === kind && line.text !== "").map(wordsOf)),
    ...searchedWords(draft)
  ].join("\n")
}

/** Returns whether there is no letter, because nothing answers or because it isn't sure that anything does. */
export const isUnanswered = (draft: PanelDraft | undefined, letter: string): boolean =>
  draft?.refusal !== undefined || (draft?.answer?.tier === "unsure" && letter === "")

function wordsOf({ kind, text, who }: SummaryLine): string {
  const mood = `mood.${text}`
  const said = kind === "mood" && isMessage(mood) ? tell(mood, {}) : text
  const by = who === "customer" ? ` ${t("summary.by-customer")}` : ""
  return t("handover.line", { what: tell(`summary.${kind}`, {}), text: said }) + by
}

function searchedWords(draft: PanelDraft | undefined): string[] {
  const { refusal, answer, sources = [] } = draft ?? {}
  if (refusal?.reason === "danger") return []
  if (refusal)
    return [
      t("handover.refused", { words: quoted(refusal.searched) }),
      ...(refusal.nearest.length > 0
        ? [t("handover.nearest", { titles: quoted(refusal.nearest.map(({ title }) => title)) })]
        : [])
    ]
  const titles = [...new Set(sources.map(({ title }) => title))]
  if (answer?.tier === "unsure" && titles.length > 0) return [t("handover.unsure", { titles: quoted(titles) })]
  return []
}

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

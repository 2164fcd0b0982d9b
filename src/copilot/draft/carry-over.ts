import { NO_PLACEHOLDERS } from "../../masking/basis/placeholder-table.ts"
import type { DraftRecord, WantedDraft } from "../../store/records.ts"
import { mergeEdits, mergeFilledBlanks } from "../../text/merge-edits.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { firstShown } from "./draft-text.ts"
import { draftOf, setDraftContent } from "./keep.ts"

/** The most other drafts that the relay is asked for. */
const MAX_ATTEMPTS = 20

/**
 * The wishes, the typed facts, what was decided about a danger, the place among the other drafts, and the draft whose
 * edits are kept.
 */
export type DraftCarryOver = Pick<DraftRecord, "instruction" | "facts" | "attempt" | "redoes" | "decision">

/**
 * Returns what a draft that is asked for takes over from the one in front: its wishes, the facts that were typed, what
 * the agent decided about a danger, its place among the other drafts, and whose edits it takes. A draft of another state
 * of the ticket, or of another pipeline, hands nothing on.
 */
export function carryOver(
  services: Services,
  { draft }: TicketState,
  wanted: WantedDraft,
  content: string
): DraftCarryOver {
  const isSame = draft?.content === content && draft.state === "ready" && !services.pipeline.isOld(draft)
  const before = isSame && !wanted.prepared ? draft : undefined
  const instruction = wanted.instruction ?? before?.instruction
  const facts = { ...before?.facts, ...wanted.facts }
  const decision = wanted.danger ?? before?.decision
  const isOffline = before?.model === "offline"
  const attempt = isOffline ? attemptAfter(before, wanted) : 0
  return {
    ...(instruction ? { instruction } : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(decision ? { decision } : {}),
    ...(attempt > 0 ? { attempt } : {}),
    ...(isOffline && takesEdits(wanted) ? { redoes: before.id } : {})
  }
}

const takesEdits = ({ again, instruction, facts }: WantedDraft): boolean =>
  again === true || instruction !== undefined || facts !== undefined

/** Regenerate goes one further, until there is no other draft. */
function attemptAfter({ attempt = 0, answer }: DraftRecord, { again, instruction, facts }: WantedDraft): number {
  const isLast = answer?.notDone?.some(({ why }) => why === "no-other") === true
  if (again) return Math.min(isLast ? attempt : attempt + 1, MAX_ATTEMPTS)
  return instruction === undefined && !facts ? 0 : Math.max(0, isLast ? attempt - 1 : attempt)
}

/**
 * Puts the agent's edits of the draft before into the one that has just ended. A model has seen them and may have
 * rewritten them, and sentences in another language would not fit, so both are left as they are.
 */
export function keepEdits(state: TicketState, draft: DraftRecord): void {
  const before = draft.redoes === undefined ? undefined : draftOf(state, draft.redoes)
  if (before?.edited === undefined || draft.masked === "" || !state.table) return
  if (draft.model !== "offline" || before.language !== draft.language) return
  const [former, now] = [before, draft].map(
    (one) => firstShown({ ...one, state: "ready" }, state.table ?? NO_PLACEHOLDERS).text
  )
  // Regenerate is pressed for another draft: in that, only what was typed into blanks stays.
  const isAnother = (draft.attempt ?? 0) > (before.attempt ?? 0) && draft.masked !== before.masked
  const merge = isAnother ? mergeFilledBlanks : mergeEdits
  const edited = merge(former ?? "", before.edited, now ?? "", draft.language)
  setDraftContent(state, draft.id, {
    ...(isAnother ? {} : { kept: before.kept }),
    ...(edited === now ? {} : { edited })
  })
}

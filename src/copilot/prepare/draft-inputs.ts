import type { ChosenDocuments, CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import { ensureRecord, setTicketContent } from "../draft/ticket-content.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

type Choice = Extract<PanelCommand, { kind: "panel-choose" }>

/**
 * Sets "Use this source", "Not this one", or neither. Only the newest choice for each document counts. A choice that
 * was made already, or that would be more than a request takes, changes nothing; the answer is `refused` then.
 */
export function choiceOf(
  state: TicketState,
  { document, as }: Pick<Choice, "document" | "as">
): { chosen: ChosenDocuments } | { refused: CommandAnswer } {
  const before = state.record?.chosen ?? NONE
  const has = (list: ChosenDocuments["use"]) => list.some(({ id }) => id === document.id)
  if (as === "nothing" ? !has(before.use) && !has(before.not) : has(before[as])) return { refused: { ok: true } }
  if (as !== "nothing" && before[as].length >= MAX_CHOICES[as])
    return { refused: { ok: false, code: `choose-many-${as}` } }
  const rest = { use: without(before.use, document.id), not: without(before.not, document.id) }
  return { chosen: as === "nothing" ? rest : { ...rest, [as]: [...rest[as], document] } }
}

/** Sets the choice in the ticket as it is by then. The request for a draft stores both in one write. */
export function choose(services: Services, state: TicketState, choice: Pick<Choice, "document" | "as">): void {
  const made = choiceOf(state, choice)
  if ("refused" in made) return
  const { use, not } = made.chosen
  ensureRecord(services, state)
  setTicketContent(state, { chosen: use.length + not.length > 0 ? made.chosen : undefined })
}

const NONE: ChosenDocuments = { use: [], not: [] }
/** The maximum of a request. */
const MAX_CHOICES = { use: 10, not: 20 }

const without = (list: ChosenDocuments["use"], id: string) => list.filter((one) => one.id !== id)

/**
 * Keeps facts that the agent typed for a playbook with the ticket, so that later drafts have them too, after new
 * messages as well. The request for a draft stores them in one write.
 * @param facts by the labels of the playbook; "" takes one back
 */
export function keepFacts(services: Services, state: TicketState, facts: Readonly<Record<string, string>>): void {
  const before = ensureRecord(services, state).given ?? {}
  const given = Object.entries({ ...before, ...facts })
    .map(([label, value]) => [label.slice(0, MAX_CHARACTERS), value.trim().slice(0, MAX_CHARACTERS)] as const)
    .filter(([, value]) => value !== "")
    .slice(-MAX_FACTS)
  setTicketContent(state, { given: given.length > 0 ? Object.fromEntries(given) : undefined })
}

/** In characters, as the fields of the panel. */
const MAX_CHARACTERS = 300
/** A ticket has a hundred fields at most, and its own count as well. */
const MAX_FACTS = 30

import type { CommandAnswer } from "../../protocol/panel.ts"
import type { ToneDecision } from "../../protocol/outcome.ts"
import type { Store } from "../../store/store.ts"
import type { ToneRuleName } from "../../ticket/tone-rule-names.ts"
import { canHideTone, type ToneFinding } from "../../ticket/tone-finding.ts"
import { keepTicket } from "../draft/keep.ts"
import { ensureRecord, setTicketContent } from "../draft/ticket-content.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/** Removes what the agent doesn't want to see: findings that are fine in this ticket, and rules that are hidden. */
export function withoutDecided(
  findings: ToneFinding[],
  { record }: TicketState,
  hidden: readonly ToneRuleName[]
): ToneFinding[] {
  const fine = new Set(record?.fineTone)
  return findings.filter((one) => !fine.has(nameOf(one)) && !hidden.includes(one.kind))
}

/**
 * Takes one finding off the card, in replies to this ticket ("fine-here") or its whole rule in this browser
 * ("never-again"). Leads see the rule, and no word of the reply.
 */
export async function decideOnTone(
  services: Services,
  state: TicketState,
  store: Store,
  { start, quote, decision }: { start: number; quote: string; decision: "fine-here" | "never-again" }
): Promise<CommandAnswer> {
  const { tone } = state
  const found = tone?.findings.find((one) => one.start === start && one.quote === quote)
  if (!tone || !found) return { ok: false, code: "words-changed" }
  if (decision === "never-again") {
    if (!canHideTone(found.kind)) return { ok: false, code: "tone-kept" }
    await services.hiddenTone.hide(found.kind)
  } else {
    ensureRecord(services, state)
    const fine = [...(state.record?.fineTone ?? []), nameOf(found)].slice(-MAX_FINE)
    setTicketContent(state, { fineTone: fine })
    await keepTicket(state, store)
  }
  const hidden = await services.hiddenTone.rules()
  const findings = withoutDecided(tone.findings, state, hidden)
  state.tone = {
    ...tone,
    findings,
    ...(hidden.length > 0 && { hidden }),
    state: findings.length > 0 ? "found" : "clean"
  }
  services.show(state)
  await tell(services, state, store, [{ id: crypto.randomUUID(), rule: found.kind, decision }])
  return { ok: true }
}

/** Shows all hidden rules again, from the next check of a reply on. */
export async function showHiddenTone(services: Services, state: TicketState, store: Store): Promise<CommandAnswer> {
  const hidden = await services.hiddenTone.rules()
  await services.hiddenTone.showAll()
  await tell(
    services,
    state,
    store,
    hidden.map((rule) => ({ id: crypto.randomUUID(), rule, decision: "show-again" }))
  )
  return { ok: true }
}

/**
 * The decisions wait with the outcomes until the relay has them. If they can't be stored, they hold here all the same.
 */
async function tell(services: Services, state: TicketState, store: Store, decisions: ToneDecision[]): Promise<void> {
  for (const tone of decisions) {
    await store.outbox
      .put({ id: tone.id, key: state.key, tries: 0, tone }, services.clock.now())
      .catch((error: unknown) => services.reportError(error))
  }
  services.deliver()
}

const nameOf = ({ kind, quote }: ToneFinding) => `${kind} ${quote}`
/** More are forgotten, oldest first. */
const MAX_FINE = 50

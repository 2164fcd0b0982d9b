import { restore } from "../../masking/restore.ts"
import type { MaskTable } from "../../masking/index.ts"
import type { Store } from "../../store/store.ts"
import type { EditorTone, ToneFinding } from "../../ticket/tone-finding.ts"
import { kept } from "../prepare/knowledge.ts"
import { maskedReply } from "../prepare/rewrite-text.ts"
import { EMPTY_MASKED_TEXT, toneBody } from "../relay-client/egress.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import { runInOrder, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { withoutDecided } from "./tone-decisions.ts"
import { relayFor } from "../ticket/ticket-off.ts"
import type { ToneAnswer } from "../../protocol/tone.ts"

/**
 * Has the model that the relay names for tone read the agent's reply too, masked. What it finds is added to what the
 * rules found, and removes nothing of it. Without such a model, or without a reply, nothing is sent.
 * @param own the reply as it stands in the editor, without quote and signature
 */
export async function askModelTone(services: Services, state: TicketState, store: Store, own: string): Promise<void> {
  const name = services.account.state.relay.tone
  if (name === undefined || !state.tone || own.trim() === "" || own.length > MAX_CHARACTERS) return
  note(services, state, { name, state: "asking", dropped: 0 })
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const { body, sent, table } = await runInOrder(state, () => masked(services, state, store, own, signal))
    const answer = await (await relayFor(services, state)).call("POST /v1/tone", { body }, signal)
    await add(services, state, foundIn(own, { sent, table }, answer))
  } catch (error) {
    note(services, state, { name, state: isLate(error) ? "late" : "failed", dropped: 0 })
    if (!isLate(error) && !(error instanceof RelayFault)) await services.reportError(error)
  }
}

const isLate = (error: unknown) => error instanceof DOMException && error.name === "TimeoutError"

/** Returns the model's findings whose words still stand in a text, each at its place there. */
export function stillThere(findings: readonly ToneFinding[], text: string): ToneFinding[] {
  return findings.flatMap((one) => {
    const at = placeOf(one.quote, one.start, text)
    return one.model === undefined || at === undefined ? [] : [{ ...one, start: at, end: at + one.quote.length }]
  })
}

/**
 * Returns the findings of the rules with those of a model, in order of place. Of two about the very same words, or of
 * one kind about words that overlap, the first one stays, and the rules come first.
 */
export function joined(rules: readonly ToneFinding[], model: readonly ToneFinding[]): ToneFinding[] {
  const all = [...rules]
  for (const one of model) {
    const isTold = all.some(
      ({ kind, start, end }) =>
        (start === one.start && end === one.end) || (kind === one.kind && start < one.end && one.start < end)
    )
    if (!isTold) all.push(one)
  }
  return all.sort((a, b) => a.start - b.start || a.end - b.end)
}

async function masked(services: Services, state: TicketState, store: Store, own: string, signal: AbortSignal) {
  const {
    said: [sent = EMPTY_MASKED_TEXT],
    table
  } = await maskedReply(services, state, store, [own], signal)
  const language = state.draft?.language ?? state.record?.language
  const body = toneBody({ text: sent, ...(language ? { locale: language } : {}) })
  return { body: await kept(services, state, store, table, "/v1/tone", body), sent, table }
}

/** Puts the findings, whose offsets are those of the masked text, at their places in the reply. */
function foundIn(
  own: string,
  { sent, table }: { sent: string; table: MaskTable },
  { findings, model, state, dropped }: ToneAnswer
): { findings: ToneFinding[]; asked: NonNullable<EditorTone["model"]> } {
  const clear = (text: string) => restore(text, table).text
  const placed = findings.flatMap(({ kind, start, end }): ToneFinding[] => {
    const quote = clear(sent.slice(start, end))
    const at = placeOf(quote, clear(sent.slice(0, start)).length, own)
    return at === undefined ? [] : [{ kind, start: at, end: at + quote.length, quote, model }]
  })
  return { findings: placed, asked: { name: model, state, dropped: dropped + findings.length - placed.length } }
}

/** Returns where words stand: where they are expected, or at their only place. */
function placeOf(words: string, expected: number, text: string): number | undefined {
  if (words === "") return undefined
  if (text.startsWith(words, expected)) return expected
  const at = text.indexOf(words)
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? at : undefined
}

/** The reply may have been changed in the meantime, and the rules have looked at it again. */
async function add(
  services: Services,
  state: TicketState,
  { findings, asked }: ReturnType<typeof foundIn>
): Promise<void> {
  const hidden = await services.hiddenTone.rules()
  const { tone } = state
  if (!tone || tone.state === "empty") return
  const shown = joined(tone.findings, withoutDecided(stillThere(findings, tone.text), state, hidden))
  state.tone = { ...tone, findings: shown, state: shown.length > 0 ? "found" : "clean", model: asked }
  services.show(state)
}

function note(services: Services, state: TicketState, model: NonNullable<EditorTone["model"]>): void {
  if (!state.tone) return
  state.tone = { ...state.tone, model }
  services.show(state)
}

/** The maximum that a request may have. */
const MAX_CHARACTERS = 20_000
/** In milliseconds: longer than the relay waits for its model. */
const PATIENCE_MS = 25_000

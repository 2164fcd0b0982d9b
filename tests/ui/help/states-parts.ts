import type { PanelDraft, PanelState } from "../../../src/protocol/panel.ts"
import type { Claim } from "../../../src/ticket/draft.ts"
import { ticket } from "./states-inspector.ts"
import { LETTER, LINES, marks, SOURCES } from "./states-words.ts"

/** A ticket's state with some parts in the place of the usual ones. */
export function base(parts: Partial<PanelState>): PanelState {
  return {
    phase: "ticket",
    person: PERSON,
    relay: RELAY,
    kept: { drafts: 12, outcomes: 0 },
    ticket: ticket(),
    summary: { state: "ready", lines: LINES },
    ...parts
  }
}

export function draft(parts: { [Part in keyof PanelDraft]?: PanelDraft[Part] | undefined } = {}): PanelDraft {
  const whole = {
    id: "d1",
    state: "ready" as const,
    text: LETTER,
    edited: false,
    claims: claimsOf(LETTER, marks),
    kept: [],
    sources: SOURCES,
    questions: [{ blank: "search number", why: "It stands in the carrier’s confirmation mail." }],
    model: "mistral-small",
    offline: false,
    language: "en",
    ms: { first: 600, total: 2100 },
    savedAt: "2026-11-20T09:42:00Z",
    insert: "on" as const
  }
  return { ...whole, ...parts } as PanelDraft
}

/** Claims on sentences, found by their words. */
export function claimsOf(text: string, sentences: [string, Omit<Claim, "start" | "end">][]): Claim[] {
  return sentences.map(([sentence, claim]) => {
    const start = text.indexOf(sentence)
    if (start < 0) throw new Error(`the text has no sentence "${sentence}"`)
    return { start, end: start + sentence.length, ...claim }
  })
}

export const PERSON = { id: "p1", name: "Tom", role: "agent" as const, groups: [] }
export const RELAY = {
  address: "http://127.0.0.1:8787",
  state: "online" as const,
  model: "mistral-small",
  version: "0.1.0"
}

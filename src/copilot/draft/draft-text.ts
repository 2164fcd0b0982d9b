import { restore, restorer } from "../../masking/restore.ts"
import type { MaskTable } from "../../masking/basis/placeholder-table.ts"
import type { DraftRecord } from "../../store/records.ts"
import { sentences } from "../../text/sentences.ts"
import type { Claim } from "../../ticket/draft.ts"
import { followClaims, placeOfSentence } from "./claims.ts"

export interface DraftText {
  text: string
  claims: Claim[]
  /** Offsets of sentences the agent keeps. */
  kept: number[]
}

/**
 * The draft as the agent reads it: placeholders restored, the agent's edits on top, claims where their sentences stand
 * now.
 */
export function draftTextOf(draft: DraftRecord, table: MaskTable): DraftText {
  const first = firstShown(draft, table)
  if (draft.edited === undefined) return { ...first, kept: starts(first.text, draft.kept) }
  return {
    text: draft.edited,
    claims: withAddedSentences(followClaims(first.text, first.claims, draft.edited), draft, table),
    kept: starts(draft.edited, draft.kept)
  }
}

/** Adds a claim for each suggested sentence that the agent put into the draft and left as it is. */
function withAddedSentences(claims: Claim[], draft: DraftRecord, table: MaskTable): Claim[] {
  const text = draft.edited ?? ""
  const { suggestions = [], notSaid = [], openCases = [] } = draft.answer ?? {}
  const added = [...suggestions, ...notSaid, ...openCases.flatMap(({ ways }) => ways)].flatMap((one): Claim[] => {
    const sentence = restore(one.text, table).text
    const start = placeOfSentence(text, sentence)
    const end = start + sentence.length
    if (start === -1 || claims.some((claim) => claim.start < end && start < claim.end)) return []
    return [{ start, end, state: "supported", sources: [one.source] }]
  })
  return [...claims, ...added].sort((a, b) => a.start - b.start)
}

/**
 * The draft as the drafter wrote it, restored. While it is being written the last few characters are held back, because
 * they may become a placeholder.
 */
export function firstShown(
  draft: Pick<DraftRecord, "masked" | "state" | "claims">,
  table: MaskTable
): { text: string; claims: Claim[] } {
  const whole = restore(draft.masked, table)
  const text = draft.state === "writing" ? restorer(table).push(draft.masked) : whole.text
  const claims = draft.claims.map((claim) => ({ ...claim, start: whole.at(claim.start), end: whole.at(claim.end) }))
  return { text, claims: claims.filter((claim) => claim.end <= text.length) }
}

/** The finished sentences of a text that was broken off. */
export function finishedSentences(text: string, language: string | null): string {
  const all = sentences(text, language)
  const last = all.at(-1)
  const isWhole =
    last !== undefined && (/[.!?…。！？]["'”’»)\]]*$/u.test(last.text) || text.slice(last.end).includes("\n"))
  return text.slice(0, (isWhole ? last : all.at(-2))?.end ?? 0)
}

function starts(text: string, sentences: string[]): number[] {
  const found = sentences.map((sentence) => text.indexOf(sentence)).filter((at) => at !== -1)
  return [...new Set(found)].sort((a, b) => a - b)
}

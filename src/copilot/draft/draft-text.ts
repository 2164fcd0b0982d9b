import { restore, restorer } from "../../masking/restore.ts"
import type { MaskTable } from "../../masking/basis/placeholder-table.ts"
import type { DraftRecord } from "../../store/records.ts"
import { sentences } from "../../text/sentences.ts"
import type { Claim, Verification } from "../../ticket/draft.ts"

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
  const claims = draft.claims.map((claim) => ({
    ...restoredClaim(claim, (masked) => restore(masked, table).text),
    start: whole.at(claim.start),
    end: whole.at(claim.end)
  }))
  return { text, claims: claims.filter((claim) => claim.end <= text.length) }
}

/** The claim with what it quotes of the ticket, the sources and the verifier restored. */
function restoredClaim(claim: Claim, back: (masked: string) => string): Claim {
  const { words, says, why, verdict } = claim
  return {
    ...claim,
    ...(words !== undefined && { words: back(words) }),
    ...(says !== undefined && { says: back(says) }),
    ...(why !== undefined && { why: back(why) }),
    ...(verdict && {
      verdict: {
        ...verdict,
        evidence: verdict.evidence.map((one) => ({ ...one, text: back(one.text) })),
        ...(verdict.why !== undefined && { why: back(verdict.why) })
      }
    })
  }
}

/** The verification with the customer's questions restored. */
export const restoredVerification = (
  verification: Verification,
  restored: (masked: string) => string
): Verification => ({
  ...verification,
  ...(verification.unanswered && { unanswered: verification.unanswered.map(restored) })
})

/** The finished sentences of a text that was broken off. */
export function finishedSentences(text: string, language: string | null): string {
  const all = sentences(text, language)
  const last = all.at(-1)
  const isWhole =
    last !== undefined && (/[.!?…。！？]["'”’»)\]]*$/u.test(last.text) || text.slice(last.end).includes("\n"))
  return text.slice(0, (isWhole ? last : all.at(-2))?.end ?? 0)
}

function starts(text: string, sentences: string[]): number[] {
  const starts = sentences.map((sentence) => text.indexOf(sentence)).filter((at) => at !== -1)
  return [...new Set(starts)].sort((a, b) => a - b)
}

/**
 * The claims of `before` that still hold in `after`, at their new places. A claim holds only while its sentence is
 * there verbatim, as a sentence of its own, in the same order. Of several ways to place the claims, the one that keeps
 * most is taken.
 */
export function followClaims(before: string, claims: Claim[], after: string): Claim[] {
  if (before === after) return claims
  const places = claims
    .flatMap((claim, rank) =>
      occurrences(after, before.slice(claim.start, claim.end)).map((start) => ({
        claim,
        rank,
        start,
        end: start + claim.end - claim.start
      }))
    )
    .sort((a, b) => a.start - b.start || a.rank - b.rank)
  return longestInOrder(places).map(({ claim, start, end }) => ({ ...claim, start, end }))
}

interface Place {
  claim: Claim
  rank: number
  start: number
  end: number
}

/**
 * The longest run of places that rises in both texts and doesn't overlap. The loop is quadratic, which is cheap because
 * a draft has some fifty sentences.
 */
function longestInOrder(places: Place[]): Place[] {
  const best: { length: number; from: number }[] = []
  places.forEach((place, index) => {
    let entry = { length: 1, from: -1 }
    for (let earlier = 0; earlier < index; earlier++) {
      const other = places[earlier]
      const length = (best[earlier]?.length ?? 0) + 1
      if (other && other.rank < place.rank && other.end <= place.start && length > entry.length)
        entry = { length, from: earlier }
    }
    best.push(entry)
  })
  const inOrder: Place[] = []
  let at = best.reduce((top, entry, index) => (entry.length > (best[top]?.length ?? 0) ? index : top), 0)
  while (at >= 0) {
    const place = places[at]
    if (!place) break
    inOrder.unshift(place)
    at = best[at]?.from ?? -1
  }
  return inOrder
}

/** Returns where a sentence stands by itself in a text, or -1. */
export function placeOfSentence(text: string, sentence: string): number {
  return occurrences(text, sentence)[0] ?? -1
}

const MAX_PLACES = 20

function occurrences(text: string, sentence: string): number[] {
  const starts: number[] = []
  if (sentence === "") return starts
  for (let at = text.indexOf(sentence); at !== -1 && starts.length < MAX_PLACES; at = text.indexOf(sentence, at + 1))
    if (standsAlone(text, at, at + sentence.length)) starts.push(at)
  return starts
}

/**
 * Whether the sentence stands alone: a line or another sentence ends before it, and white space or nothing follows it.
 */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start)
  const after = text.slice(end)
  const line = before.slice(before.lastIndexOf("\n") + 1).trimEnd()
  const opens = line === "" || /^(?:[-*•–]|\d{1,2}[.)])$/.test(line.trim()) || /[.!?…。！？]["'”’»)\]]*$/u.test(line)
  const closed = /[.!?…。！？:：]["'”’»)\]]*$/u.test(text.slice(start, end))
  // A line without a full stop (greeting, list item) ends only with its line.
  const closes = closed
    ? /^(?:\s|$)/.test(after) || /[。！？]$/.test(text.slice(start, end))
    : /^[^\S\n]*(?:\n|$)/.test(after)
  return opens && closes
}

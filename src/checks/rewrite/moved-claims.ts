import type { FactChange, FactChangeKind } from "../../ticket/fact-change.ts"
import { contentWords, words } from "../../text/words/words.ts"
import { claimChange, tally } from "./changed-claims.ts"
import type { ClaimKind, ClaimWord, ClaimedText } from "./claim-words.ts"

/**
 * Compares the claims of two texts that say the same in other words. A negation is held beside the words that it
 * negates, a condition beside what it asks for, an actor beside the verb; the other kinds count for the whole text.
 */
export function movedClaims(said: ClaimedText, says: ClaimedText, language: string | null): FactChange[] {
  const [before, after] = [readStems(said, language), readStems(says, language)]
  const [kinds, now] = [tally(said.words), tally(says.words)]
  const count = (side: typeof kinds, kind: ClaimKind) => side.get(kind)?.length ?? 0
  const more = (claim: ClaimKind) => count(now, claim) - count(kinds, claim)
  const isGone = (claim: ClaimKind, instead: ClaimKind[]) =>
    count(kinds, claim) > 0 && count(now, claim) === 0 && !instead.some((other) => more(other) > 0)
  return [
    ...turnedNegations(before, after, language).map((span) => ({ kind: "negation" as const, before: span })),
    ...turnedNegations(after, before, language).map((span) => ({ kind: "negation" as const, after: span })),
    ...lostConditions(before, after, language).map((span) => ({ kind: "condition" as const, before: span })),
    ...(isGone("only", ["if", "unless", "not"]) ? [claimChange("condition", kinds.get("only"), undefined, false)] : []),
    ...(isGone("hedge", ["limit-most", "some", "can"])
      ? [claimChange("certainty", kinds.get("hedge"), undefined, false)]
      : []),
    ...OPPOSITES.filter(([one, other]) => more(one) * more(other) < 0).map(([one, , kind]) =>
      claimChange(kind, kinds.get(one), now.get(one), more(one) > 0)
    ),
    ...swappedActors(before, after)
  ]
}

const OPPOSITES: readonly (readonly [ClaimKind, ClaimKind, FactChangeKind])[] = [
  ["all", "some", "scope"],
  ["order-before", "order-after", "order"]
]

/** A text as its content words, each with its stem and place. */
interface Stems extends ClaimedText {
  stems: { stem: string; start: number; end: number }[]
  nots: ClaimWord[]
}

function readStems({ text, words: claims }: ClaimedText, language: string | null): Stems {
  const stems = words(text).flatMap(({ text: word, start, end }) => {
    const [stem] = contentWords(word, language)
    return stem === undefined ? [] : [{ stem, start, end }]
  })
  return { text, words: claims, stems, nots: claims.filter(({ kind }) => kind === "not" || kind === "unless") }
}

/** Finds negators whose next word stands in the other text with no negator near it. */
function turnedNegations(one: Stems, other: Stems, language: string | null): { start: number; end: number }[] {
  return one.nots.flatMap(({ kind, start, end }) => {
    if (kind !== "not") return []
    const next = one.stems.find((word) => word.start >= end && !STOP.test(one.text.slice(end, word.start)))
    const last = one.stems.findLast((word) => word.end <= start && !STOP.test(one.text.slice(word.end, start)))
    // A Japanese negator stands behind its word, and a German one may.
    const negated = language === "ja" ? last : (next ?? (language === "de" ? last : undefined))
    if (!negated || one.stems.filter(({ stem }) => stem === negated.stem).length > 1) return []
    const there = other.stems.filter(({ stem }) => stem === negated.stem)
    const isPlain = there.length > 0 && there.every((word) => !isNegated(word, other))
    return isPlain ? [{ start, end }] : []
  })
}

const STOP = /[.!?;:,\n。！？、]/u

/** Says whether a negator stands in the same part of the sentence. */
function isNegated(word: { start: number; end: number }, { text, nots, words: claims }: Stems): boolean {
  const clause = /[.!?;\n。！？]/u
  return [...nots, ...claims.filter(({ kind }) => OPPOSED.has(kind))].some(
    (not) =>
      !clause.test(text.slice(Math.min(not.end, word.end), Math.max(not.start, word.start))) &&
      Math.abs(not.start - word.start) < REACH
  )
}

/** With these words a negation may be put positively. */
const OPPOSED: ReadonlySet<ClaimKind> = new Set(["only", "unless", "free", "order-before", "limit-most", "limit-under"])
/** In characters. */
const REACH = 80

/** Finds conditions of which the other text has hardly a word. */
function lostConditions(one: Stems, other: Stems, language: string | null): { start: number; end: number }[] {
  const known = new Set(other.stems.map(({ stem }) => stem))
  return one.words
    .filter(({ kind }) => kind === "if" || kind === "unless")
    .flatMap(({ start, end }) => {
      const rest = one.text.slice(end)
      const length = language === "ja" ? 0 : Math.max(0, rest.search(/[.!?;,\n]|$/u))
      const from = language === "ja" ? Math.max(0, one.text.slice(0, start).search(/[^、。\n]*$/u)) : start
      const own = one.stems.filter((word) => word.start >= from && word.end <= end + length)
      const held = own.filter(({ stem }) => known.has(stem)).length
      return own.length > 0 && held === 0 ? [{ start: from, end: end + length }] : []
    })
}

/** Finds verbs that only the team does in one text and only the customer in the other. */
function swappedActors(before: Stems, after: Stems): FactChange[] {
  const [said, says] = [actorsOf(before), actorsOf(after)]
  return [...said].flatMap(([stem, one]) => {
    const other = says.get(stem)
    return other && one.kinds.size === 1 && other.kinds.size === 1 && one.kinds.isDisjointFrom(other.kinds)
      ? [{ kind: "actor" as const, before: one.span, after: other.span }]
      : []
  })
}

interface Actor {
  kinds: Set<ClaimKind>
  span: { start: number; end: number }
}

/** Returns for the first content word behind each "we" and "you" who does it. */
function actorsOf({ text, words: claims, stems }: Stems): Map<string, Actor> {
  const found = new Map<string, Actor>()
  for (const { kind, start, end } of claims) {
    if (kind !== "we" && kind !== "you") continue
    const verb = stems.find((word) => word.start >= end - 1)
    if (!verb || STOP.test(text.slice(end, verb.start)) || verb.start - end > NEXT) continue
    const known = found.get(verb.stem)
    if (known) known.kinds.add(kind)
    else found.set(verb.stem, { kinds: new Set([kind]), span: { start, end: verb.end } })
  }
  return found
}

/** In characters. */
const NEXT = 24

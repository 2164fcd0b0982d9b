import type { FactChange, FactChangeKind } from "../../ticket/rewrite.ts"
import { claimChange, tally } from "./changed-claims.ts"
import { type ClaimKind, type ClaimWord, type ClaimedText, STOP } from "../claim-words/claim-words.ts"
import { changedNegations } from "./changed-negations.ts"
import {
  readStems,
  clauseAt,
  type Stems,
  claimsIn,
  counterpartsAt,
  sentenceAt,
  counterpartsOf,
  type SentenceStems
} from "./stems.ts"
import type { Span } from "../../ticket/evidence-pair.ts"

/**
 * Compares the claims of two texts that say the same in other words. A negation is held beside the words that it
 * negates, a condition beside what it asks for, an actor beside the verb; the other kinds count for the whole text.
 */
export function movedClaims(said: ClaimedText, says: ClaimedText, language: string | null): FactChange[] {
  const [before, after] = [readStems(said, language), readStems(says, language)]
  const [kinds, now] = [tally(said.words), tally(says.words)]
  const count = (side: typeof kinds, kind: ClaimKind) => side.get(kind)?.length ?? 0
  const more = (claim: ClaimKind) => count(now, claim) - count(kinds, claim)
  const denied = (words: ClaimWord[], claim: ClaimKind) =>
    words.filter((one) => (one.denied ?? one.kind) === claim).length
  const moreDenied = (claim: ClaimKind) => denied(says.words, claim) - denied(said.words, claim)
  // "Only until Friday" and "may take up to a week" are limits, which are compared with their figures.
  const isLimit = (word: ClaimWord) =>
    said.words.some((one) => BOUNDS.test(one.kind) && one.start >= word.end && one.start - word.end < BESIDE)
  const isGone = (claim: ClaimKind, instead: ClaimKind[]) =>
    (kinds.get(claim) ?? []).some((word) => !isLimit(word)) &&
    count(now, claim) === 0 &&
    !instead.some((other) => more(other) > 0)
  // "Free" is "you don't pay", and denies nothing new.
  const isDeniedMore = more("not") + more("free") > 0
  // "Only after 7 pm" is "not before 7 pm".
  const isOrdered = (kinds.get("only") ?? []).every((only) =>
    said.words.some(
      ({ kind, start, end }) => ORDERED.test(kind) && start - only.end < BESIDE && only.start - end < BESIDE
    )
  )
  return [
    ...changedNegations(before, after, language).map((span) => ({ kind: "negation" as const, before: span })),
    ...changedNegations(after, before, language).map((span) => ({ kind: "negation" as const, after: span })),
    ...lostConditions(before, after, language).map((span) => ({ kind: "condition" as const, before: span })),
    ...(isGone("only", [
      "if",
      "unless",
      ...(isDeniedMore ? ["not" as const] : []),
      ...(isOrdered ? ["order-before" as const] : [])
    ])
      ? [claimChange("condition", kinds.get("only"), undefined, false)]
      : []),
    ...(isGone("hedge", ["limit-most", "some", "can"])
      ? [claimChange("certainty", kinds.get("hedge"), undefined, false)]
      : []),
    ...OPPOSITES.filter(([one, other]) => more(one) * more(other) < 0 && moreDenied(one) * moreDenied(other) < 0).map(
      ([one, , kind]) => claimChange(kind, kinds.get(one), now.get(one), more(one) > 0)
    ),
    ...exchangedMarks(before, after),
    ...swappedActors(before, after),
    ...newDuties(before, after)
  ]
}

const BOUNDS = /^(?:limit|order)-/
const ORDERED = /^(?:order-after|if)$/
/** In characters. */
const BESIDE = 12

const OPPOSITES: readonly (readonly [ClaimKind, ClaimKind, FactChangeKind])[] = [
  ["all", "some", "scope"],
  ["free", "charged", "price"],
  ["order-before", "order-after", "order"],
  ["each-hour", "each-day", "figure"],
  ["each-hour", "each-week", "figure"],
  ["each-day", "each-week", "figure"],
  ["each-day", "each-month", "figure"],
  ["each-day", "each-year", "figure"],
  ["each-week", "each-month", "figure"],
  ["each-week", "each-year", "figure"],
  ["each-month", "each-year", "figure"]
]

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

/** Finds duties of the customer that are the team's doing in the text before: "we ask" and "you need to ask". */
function newDuties(before: Stems, after: Stems): FactChange[] {
  const clauses = before.words.filter(({ kind }) => kind === "we").map((word) => clauseAt(word, before))
  const isOurs = (stem: string) => clauses.some(({ stems }) => stems.has(stem))
  const isTheirs = (stem: string) =>
    before.words.some(({ kind, start, end }) => kind === "duty" && clauseAt({ start, end }, before).stems.has(stem))
  return after.words.flatMap(({ kind, start, end }): FactChange[] => {
    if (kind !== "duty") return []
    const { stems } = clauseAt({ start, end }, after)
    return [...stems].some((stem) => isOurs(stem) && !isTheirs(stem)) ? [{ kind: "actor", after: { start, end } }] : []
  })
}

interface Actor {
  kinds: Set<ClaimKind>
  span: { start: number; end: number }
}

/** Returns for the first content word behind each "we" and "you" who does it. */
function actorsOf({ text, words: claims, stems }: Stems): Map<string, Actor> {
  const actors = new Map<string, Actor>()
  for (const { kind, start, end } of claims) {
    if (kind !== "we" && kind !== "you") continue
    const verb = stems.find((word) => word.start >= end - 1)
    if (!verb || STOP.test(text.slice(end, verb.start)) || verb.start - end > NEXT) continue
    const known = actors.get(verb.stem)
    if (known) known.kinds.add(kind)
    else actors.set(verb.stem, { kinds: new Set([kind]), span: { start, end: verb.end } })
  }
  return actors
}

/** In characters. */
const NEXT = 24

/**
 * Finds two placeholders that changed places: each is in the sentence that says what the other's sentence said. Both
 * have to be there once in each text, and in two sentences.
 */
function exchangedMarks(before: Stems, after: Stems): FactChange[] {
  const [said, says] = [marksOf(before), marksOf(after)]
  const [own, other] = [before.sentences.map(withoutMarks), after.sentences.map(withoutMarks)]
  const both = [...said].flatMap(([mark, before]) => {
    const after = says.get(mark)
    const sentence = own.find((each) => isIn(before, each))
    if (!after || !sentence) return []
    const counterparts = counterpartsOf(sentence, other)
    const beside = [...says].filter(([, span]) => counterparts.some((each) => isIn(span, each)))
    return [{ mark, before, after, beside: new Set(beside.map(([there]) => there)) }]
  })
  const isElsewhere = (one: (typeof both)[number], instead: (typeof both)[number]) =>
    one.beside.has(instead.mark) && !one.beside.has(one.mark)
  return both.flatMap((one, at) =>
    both
      .slice(at + 1)
      .filter((instead) => isElsewhere(one, instead) && isElsewhere(instead, one))
      .map(() => ({ kind: "placeholder" as const, before: one.before, after: one.after }))
  )
}

/** Returns the placeholders that stand once. */
function marksOf({ text }: Stems): ReadonlyMap<string, Span> {
  const marks = Map.groupBy(text.matchAll(/\[[A-Z][A-Z_]*_\d+\]/gu), ([mark]) => mark)
  return new Map(
    [...marks].flatMap(([mark, [only, ...more]]) =>
      only && more.length === 0 ? [[mark, { start: only.index, end: only.index + mark.length }] as const] : []
    )
  )
}

const withoutMarks = ({ start, end, stems }: SentenceStems): SentenceStems => ({
  start,
  end,
  stems: new Set([...stems].filter((stem) => !stem.startsWith("[")))
})
const isIn = (one: Span, sentence: Span): boolean => one.start >= sentence.start && one.end <= sentence.end

/**
 * Finds conditions of which the other text has hardly a word, unless the counterpart of their sentence, or a question
 * before it, makes a condition in other words.
 */
function lostConditions(one: Stems, other: Stems, language: string | null): Span[] {
  const known = new Set(other.stems.map(({ stem }) => stem))
  return one.words
    .filter(({ kind }) => kind === "if" || kind === "unless")
    .flatMap(({ kind, start, end }) => {
      const rest = one.text.slice(end)
      const length = language === "ja" ? 0 : Math.max(0, rest.search(/[.!?;,\n]|$/u))
      const from = language === "ja" ? Math.max(0, one.text.slice(0, start).search(/[^、。\n]*$/u)) : start
      const own = one.stems.filter((word) => word.start >= from && word.end <= end + length)
      const held = own.filter(({ stem }) => known.has(stem)).length
      if (own.length === 0 || held > 0) return []
      const counterparts = counterpartsAt(start, one, other)
      const countOf = (text: Stems) => text.words.filter(({ kind: each }) => each === "if" || each === "unless").length
      const isKept =
        counterparts.length === 0
          ? countOf(other) >= countOf(one)
          : counterparts.some(
              (sentence) =>
                isConditional(sentence, other) ||
                (kind === "unless" && denials(sentence, other) > denials(sentenceAt(start, one), one))
            )
      return isKept ? [] : [{ start: from, end: end + length }]
    })
}

/** An exception may be a denial of its own: "except cats" is "not for cats". */
const denials = (sentence: Span | undefined, text: Stems): number =>
  sentence ? claimsIn(sentence, text).filter(({ kind }) => kind === "not" || kind === "opposed").length : 0

function isConditional(sentence: SentenceStems, one: Stems): boolean {
  const { text, sentences } = one
  const before = sentences[sentences.indexOf(sentence) - 1]
  if (before && /[?？]\s*$/u.test(text.slice(before.start, before.end))) return true
  return (
    /[?？]/u.test(text.slice(sentence.start, sentence.end)) ||
    claimsIn(sentence, one).some(({ kind }) => CONDITIONAL.has(kind))
  )
}

/** What makes a condition, also in other words: "without a receipt", "once it is paid". */
const CONDITIONAL: ReadonlySet<ClaimKind> = new Set(["if", "unless", "only", "given", "order-after", "order-until"])

import type { FactChange, FactChangeKind } from "../../ticket/rewrite.ts"
import { distance as levenshtein } from "fastest-levenshtein"
import { facts } from "../../text/facts.ts"
import type { ClaimKind, ClaimWord, ClaimedText } from "../claim-words/claim-words.ts"
import { placedStems } from "./stems.ts"

/** Compares how often each kind of claim is made in two texts that share most of their words. */
export function changedClaims(said: ClaimedText, says: ClaimedText, language: string | null): FactChange[] {
  const [before, after] = [tally(said.words), tally(says.words)]
  const more = (claim: ClaimKind) => (after.get(claim)?.length ?? 0) - (before.get(claim)?.length ?? 0)
  const claims = [...KINDS].flatMap(([claim, kind]) =>
    more(claim) === 0 ? [] : [claimChange(kind, before.get(claim), after.get(claim), more(claim) > 0)]
  )
  const isSwapped =
    more("we") * more("you") < 0 || (more("we") === 0 && more("you") === 0 && actors(said) !== actors(says))
  const swapped = isSwapped ? [claimChange("actor", before.get("we"), after.get("we"), more("we") > 0)] : []
  return [...claims, ...swapped, ...changedWords(said, says, language)]
}

/**
 * Finds content words that came or went, apart from other spellings of each other. Where a text is only touched up, a
 * word in another's place says something else. Words that make a claim are compared as such.
 * @param language ISO 639-1
 */
function changedWords(before: ClaimedText, after: ClaimedText, language: string | null): FactChange[] {
  const [said, says] = [contentOf(before.text, language), contentOf(after.text, language)]
  const figures = facts(after.text, language).filter(({ kind }) => kind !== "name")
  const isClaim = (word: Content) =>
    after.words.some(({ kind, start, end }) => KINDS.has(kind) && start <= word.start && end >= word.end) ||
    figures.some(({ start, end }) => start <= word.start && end >= word.end)
  const gone = said.filter((word) => !says.some(({ stem }) => stem === word.stem))
  const come = says.filter((word) => !said.some(({ stem }) => stem === word.stem))
  const isSpelling = (one: Content, others: Content[]) =>
    others.some(
      (other) =>
        levenshtein(one.text, other.text) <= Math.floor((one.text.length + 1) / 4) || isTransposed(one.text, other.text)
    )
  return come
    .filter((word) => !isSpelling(word, gone) && !isClaim(word))
    .map(({ start, end }) => ({ kind: "wording" as const, after: { start, end } }))
}

/** "Tabel" has the letters of "table". */
const isTransposed = (one: string, other: string): boolean =>
  one.length === other.length &&
  one.length > SHORT &&
  one[0] === other[0] &&
  levenshtein(one, other) === 2 &&
  Array.from(one).sort().join("") === Array.from(other).sort().join("")
const SHORT = 4

const contentOf = (text: string, language: string | null) =>
  placedStems(text, language).map((word) => ({ ...word, text: word.text.toLowerCase() }))
type Content = ReturnType<typeof contentOf>[number]

/** Returns the order in which the team and the customer act. */
const actors = ({ words }: ClaimedText): string =>
  words
    .filter(({ kind }) => kind === "we" || kind === "you")
    .map(({ kind }) => kind)
    .join(" ")

/** Says what came or went of a kind of claim, by its last words. */
export function claimChange(
  kind: FactChangeKind,
  said: ClaimWord[] | undefined,
  says: ClaimWord[] | undefined,
  gained: boolean
): FactChange {
  const word = (gained ? says : said)?.at(-1)
  const span = word && { start: word.start, end: word.end }
  return { kind, ...(span && (gained ? { after: span } : { before: span })) }
}

/** Groups the words by kind. Negators close together ("ne ... pas", "neither ... nor") negate once. */
export function tally(words: ClaimWord[]): Map<ClaimKind, ClaimWord[]> {
  const kinds = Map.groupBy(words, ({ kind }) => kind)
  const nots = kinds.get("not")
  if (nots)
    kinds.set(
      "not",
      nots.filter((one, at) => one.start - (nots[at - 1]?.end ?? -Infinity) > NEAR)
    )
  return kinds
}

/** In characters. */
const NEAR = 22

const KINDS: ReadonlyMap<ClaimKind, FactChangeKind> = new Map([
  ["free", "price"],
  ["charged", "price"],
  ["duty", "actor"],
  ["limit-latest", "limit"],
  ["limit-most", "limit"],
  ["limit-least", "limit"],
  ["limit-within", "limit"],
  ["limit-over", "limit"],
  ["limit-under", "limit"],
  ["order-until", "order"],
  ["order-before", "order"],
  ["order-after", "order"],
  ["unless", "condition"],
  ["only", "condition"],
  ["if", "condition"],
  ["hedge", "certainty"],
  ["not", "negation"],
  ["all", "scope"],
  ["some", "scope"],
  ["must", "certainty"],
  ["can", "certainty"]
])

import type { Difference, Span, EvidencePair } from "../../ticket/evidence-pair.ts"
import { comparable, facts, sameFact, type Fact } from "../../text/facts.ts"
import { contentWords, words } from "../../text/words/words.ts"
import { clausesOf, nearestClause, type Clause } from "./clauses.ts"
import { lostConditions } from "./conditions.ts"
import { holds, negations, patternsFor, withoutLimits, type Patterns } from "./patterns.ts"
import { readText, type Reading } from "./reading.ts"
import { sentences } from "../../text/sentences.ts"
import { rankedToShow, rankEvidence } from "./rank.ts"

/** A letter to be held beside its sources in another part of the extension, because the tables of words are large. */
export interface EvidenceJob {
  kind: "evidence"
  text: string
  /** ISO 639-1 of the letter. */
  language: string | null
  /** 0 is the ticket itself, one text for each message. */
  sources: { n: number; text: string }[]
}

/** Holds each sentence of a letter beside the nearest sentences of its sources. The pairs are in the letter's order. */
export function runEvidenceJob({ text, language, sources }: EvidenceJob): EvidencePair[] {
  const said = sources.flatMap(({ n, text: page }) => sentences(page, language).map((one) => ({ n, text: one.text })))
  const texts = said.map((one) => one.text)
  return sentences(text, language)
    .slice(0, MOST)
    .map((sentence) => ({
      start: sentence.start,
      end: sentence.end,
      text: sentence.text,
      sources: rankedToShow(rankEvidence(sentence.text, texts, language)).flatMap(({ index, score }) => {
        const one = score < NEAR ? undefined : said[index]
        return one ? [{ ...one, differences: compareWithSource(sentence.text, one.text, language) }] : []
      })
    }))
}

/** Of own sentences with their pages, 97 % score higher, and of sentences with pages of another firm, a fifth. */
const NEAR = 0.25
/** A longer letter is hostile or a table. */
const MOST = 200

/**
 * Returns where a sentence differs from the source sentence that it is held against, to highlight it in both. A
 * difference isn't an error: a good reply is worded anew, and leaves out a condition that the customer meets.
 * @param language ISO 639-1 of both; without lists for it, only figures, names and words are compared
 */
export function compareWithSource(sentence: string, source: string, language: string | null): Difference[] {
  return differencesOf(sentence.slice(0, LONGEST), source.slice(0, LONGEST), language)
}

/** Longer sentences are hostile or tables. This keeps them cheap. */
const LONGEST = 2000

function differencesOf(sentence: string, source: string, language: string | null): Difference[] {
  const draft = readText(sentence, language)
  const said = readText(source, language)
  const patterns = patternsFor(language)
  const differences = [...figureDifferences(draft, said), ...nameDifferences(sentence, source, language)]
  if (patterns) {
    differences.push(...negationDifferences(sentence, source, patterns, language))
    differences.push(...modalDifferences(sentence, source, patterns))
    differences.push(...conditionDifferences(sentence, source, draft, said, patterns, language))
    differences.push(...quantifierDifferences(sentence, source, patterns))
    differences.push(...subjectDifferences(sentence, source, patterns))
  }
  return withWords(withoutRepeated(differences), draft, said, language)
}

/** Leaves out a condition that is said, with another figure or name in it. */
function withoutRepeated(found: Difference[]): Difference[] {
  const others = found.filter(({ kind }) => kind !== "condition")
  const isIn = (span: Span | undefined, side: "draft" | "source") =>
    span !== undefined && others.some(({ [side]: one }) => one && one.start < span.end && span.start < one.end)
  return found.filter(
    ({ kind, draft, source }) => kind !== "condition" || !(isIn(draft, "draft") || isIn(source, "source"))
  )
}

/** Pairs each figure that the source doesn't state with the source's figure of its kind. */
function figureDifferences(draft: Reading, source: Reading): Difference[] {
  const other = source.facts.filter((fact) => !draft.facts.some((own) => sameFact(own, fact)))
  return draft.facts
    .filter((fact) => !isOne(fact) && !source.facts.some((one) => sameFact(fact, one)))
    .map((fact) => {
      const instead = other.find((one) => comparable(fact, one)) ?? other.find((one) => one.kind === fact.kind)
      const isUnit = instead !== undefined && instead.unit !== fact.unit && digits(instead) === digits(fact)
      return { kind: isUnit ? "unit" : "figure", draft: spanOf(fact), ...(instead && { source: spanOf(instead) }) }
    })
}

/** "One of them" and "une fois" count nothing. */
const isOne = ({ kind, value, text }: Fact) => kind === "number" && value === 1 && !/\d/.test(text)
const digits = ({ text }: Fact) => text.toLowerCase().replace(/[^\p{N}\p{L}].*$/u, "")
const spanOf = ({ start, end }: Span): Span => ({ start, end })

/** Finds names of which a word is missing in the source, and pairs each with a name that the sentence lacks. */
function nameDifferences(sentence: string, source: string, language: string | null): Difference[] {
  const own = namesIn(sentence, language).filter(
    (name) => !nameWords(name.text, language).every(within(source, language))
  )
  const instead = namesIn(source, language).filter(
    (name) => !nameWords(name.text, language).some(within(sentence, language))
  )
  return own.map((name, i) => {
    const other = instead[i]
    return { kind: "name", draft: spanOf(name), ...(other && { source: spanOf(other) }) }
  })
}

const namesIn = (text: string, language: string | null) => facts(text, language).filter(({ kind }) => kind === "name")
const nameWords = (name: string, language: string | null) => contentWords(name.replace(/-/g, " "), language)

function within(text: string, language: string | null): (stem: string) => boolean {
  const stems = new Set(contentWords(text.replace(/-/g, " "), language))
  return (stem) => stems.has(stem)
}

/** Finds clauses of which the nearest clause of the other text is negated differently. */
function negationDifferences(
  sentence: string,
  source: string,
  patterns: Patterns,
  language: string | null
): Difference[] {
  const clauses = clausesOf(source, patterns, language)
  const differences = clausesOf(sentence, patterns, language).flatMap((clause): Difference[] => {
    const other = nearestClause(clause, clauses)
    if (!other || negations(clause.text, patterns) % 2 === negations(other.text, patterns) % 2) return []
    const here = firstIn(clause, patterns)
    const there = firstIn(other, patterns)
    return [{ kind: "negation", ...(here && { draft: here }), ...(there && { source: there }) }]
  })
  return negations(sentence, patterns) === negations(source, patterns) && differences.length === 1 ? [] : differences
}

function firstIn({ text, start }: Clause, patterns: Patterns): Span | undefined {
  return spansOf(withoutLimits(text, patterns), patterns.negators, start)[0]
}

/** Finds what one text calls needed and the other possible or advised. */
function modalDifferences(sentence: string, source: string, patterns: Patterns): Difference[] {
  const kinds = [patterns.must, patterns.should, patterns.may]
  const own = kinds.filter((kind) => holds(sentence, kind) && !holds(source, kind))
  const other = kinds.filter((kind) => holds(source, kind) && !holds(sentence, kind))
  return own
    .slice(0, 1)
    .flatMap((kind) => {
      const instead = other.find((one) => kind === patterns.must || one === patterns.must)
      return instead
        ? [{ kind: "modal" as const, draft: spansOf(sentence, kind)[0], source: spansOf(source, instead)[0] }]
        : []
    })
    .map(defined)
}

/** Finds conditions of which the other text has no word. */
function conditionDifferences(
  sentence: string,
  source: string,
  draft: Reading,
  said: Reading,
  patterns: Patterns,
  language: string | null
): Difference[] {
  const shared = [...draft.words].some((word) => said.words.has(word))
  if (!shared) return []
  return [
    ...lostConditions(draft, source, patterns, language).map((lost) => ({
      kind: "condition" as const,
      source: spanOf(lost)
    })),
    ...lostConditions(said, sentence, patterns, language).map((added) => ({
      kind: "condition" as const,
      draft: spanOf(added)
    }))
  ]
}

/** Finds "all" and "only" that one text has and the other doesn't. */
function quantifierDifferences(sentence: string, source: string, patterns: Patterns): Difference[] {
  const differences: Difference[] = []
  if (holds(sentence, patterns.all) && !holds(source, patterns.all))
    differences.push({
      kind: "quantifier",
      draft: spansOf(sentence, patterns.all)[0],
      source: spansOf(source, patterns.some)[0] ?? spansOf(source, patterns.only)[0]
    })
  else if (holds(source, patterns.some) && !holds(sentence, patterns.some))
    differences.push({ kind: "quantifier", source: spansOf(source, patterns.some)[0] })
  if (holds(sentence, patterns.only) && !holds(source, patterns.only))
    differences.push({ kind: "quantifier", draft: spansOf(sentence, patterns.only)[0] })
  if (!holds(sentence, patterns.only) && holds(source, patterns.only) && !differences.some((one) => one.source))
    differences.push({ kind: "quantifier", source: spansOf(source, patterns.only)[0] })
  return differences.map(defined)
}

/** Finds the team or the customer in one text where the other has only the other. */
function subjectDifferences(sentence: string, source: string, { we, you }: Patterns): Difference[] {
  return [[we, you] as const, [you, we] as const].flatMap(([one, other]) =>
    holds(sentence, one) && !holds(source, one) && holds(source, other)
      ? [defined({ kind: "subject", draft: spansOf(sentence, one)[0], source: spansOf(source, other)[0] })]
      : []
  )
}

/** Adds words that are new, in a sentence that otherwise says much the same as its source. */
function withWords(found: Difference[], draft: Reading, source: Reading, language: string | null): Difference[] {
  const fresh = [...draft.words].filter((word) => !source.words.has(word))
  const gone = [...source.words].filter((word) => !draft.words.has(word))
  if (fresh.length > MAX_WORDS || fresh.length > draft.words.size * MAX_SHARE) return found
  const free = (taken: (Span | undefined)[]) => (span: Span) =>
    !taken.some((one) => one && one.start < span.end && span.start < one.end)
  const here = stemSpans(draft.text, fresh, language).filter(free(found.map((one) => one.draft)))
  const there = stemSpans(source.text, gone, language).filter(free(found.map((one) => one.source)))
  const pairs = here.length === there.length
  return [
    ...found,
    ...here.map((span, i) => defined({ kind: "word", draft: span, source: pairs ? there[i] : undefined }))
  ]
}

const MAX_WORDS = 3
const MAX_SHARE = 0.5

function stemSpans(text: string, stems: readonly string[], language: string | null): Span[] {
  return words(text)
    .filter((word) => contentWords(word.text, language).some((stem) => stems.includes(stem)))
    .map(spanOf)
}

const spansOf = (text: string, pattern: RegExp, offset = 0): Span[] =>
  Array.from(text.matchAll(pattern), (match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length
  }))

/** Leaves out a side that isn't there. */
function defined({
  kind,
  draft,
  source
}: {
  kind: Difference["kind"]
  draft?: Span | undefined
  source?: Span | undefined
}): Difference {
  return { kind, ...(draft && { draft }), ...(source && { source }) }
}

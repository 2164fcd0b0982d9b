import { CONFLICTING } from "../../../checks/find-contradiction.ts"
import { subjectStems } from "../../../checks/evidence/subject-stems.ts"
import { facts, type Fact } from "../../../text/facts.ts"
import type { CorpusDocument } from "../corpus/corpus.ts"
import { isNegated } from "./negation.ts"

/** A sentence of a page in the form in which it is compared with those of other pages. */
export interface Statement {
  doc: CorpusDocument
  text: string
  headings: string[]
  /** The distinct stems of what it is about, in alphabetical order. */
  words: string[]
  /** Figures and dates that can contradict others. */
  said: readonly Fact[]
  negated: boolean
}

/** Prepares a sentence for comparison. Returns undefined if it has nothing to compare. */
export function statementOf(
  doc: CorpusDocument,
  { text, headings }: { text: string; headings: string[] }
): Statement | undefined {
  if (text.length > LONGEST) return undefined
  const all = facts(text, NO_NAMES)
  const words = [...new Set(subjectStems(text, all, doc.language))].sort()
  if (words.length === 0) return undefined
  return {
    doc,
    text,
    headings,
    words,
    said: all.filter(({ kind }) => CONFLICTING.has(kind)),
    negated: isNegated(text, doc.language)
  }
}

/** Names count as words here, because `facts` would look for them in English only. */
const NO_NAMES = "und"
/** The limit is in characters. A longer sentence is a list or a table without sentence ends. */
const LONGEST = 600

/**
 * Returns what a statement says besides its words. Two statements with the same words and the same key say the same.
 */
export const factsKey = ({ said, negated }: Statement): string =>
  JSON.stringify([negated, ...said.map(({ kind, unit, value }) => `${kind} ${unit} ${value}`).sort()])

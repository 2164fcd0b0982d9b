import { CONFLICTING } from "../../../checks/find-contradiction.ts"
import { subjectStems } from "../../../checks/evidence.ts"
import { facts, type Fact } from "../../../text/facts.ts"
import type { CorpusDocument } from "../corpus/corpus.ts"
import { isNegated } from "./negation.ts"

/** A sentence of a page, as it is compared with those of others. */
export interface Statement {
  doc: CorpusDocument
  text: string
  headings: string[]
  /** Different stems of what it is about, in the order of the alphabet. */
  words: string[]
  /** Figures and dates that can contradict others. */
  said: Fact[]
  negated: boolean
}

/** A sentence as it is compared; undefined where there is nothing to compare. */
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

/** Names are words here; facts would look for them in English alone. */
const NO_NAMES = "und"
/** Characters: what is longer is a list or a table that nobody has cut. */
const LONGEST = 600

/** What it says besides its words: two statements of the same words and the same key say the same. */
export const factsKey = ({ said, negated }: Statement): string =>
  JSON.stringify([negated, ...said.map(({ kind, unit, value }) => `${kind} ${unit} ${value}`).sort()])

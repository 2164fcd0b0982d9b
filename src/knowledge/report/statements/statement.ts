import { CONFLICTING } from "../../../checks/find-contradiction.ts"
import { subjectStems } from "../../../checks/evidence/reading.ts"
import { facts, type Fact } from "../../../text/facts.ts"
import type { CorpusDocument } from "../corpus/corpus.ts"

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

/**
 * Returns whether a sentence denies what it says. A "not" inside a condition ("if you cannot find it, ...") doesn't
 * count.
 */
export function isNegated(text: string, language: string | null): boolean {
  const plain = text.toLowerCase().replace(/’/g, "'")
  const at = (NOT[language ?? "en"] ?? NOT["en"])?.exec(plain)?.index
  if (at === undefined) return false
  return language === "ja" || !(IF[language ?? "en"] ?? IF["en"])?.test(plain.slice(0, at))
}

const word = (words: string) => new RegExp(`(?<![\\p{L}'])(?:${words})(?![\\p{L}])`, "u")

const NOT: Readonly<Record<string, RegExp>> = {
  en: word("not(?! only)|cannot|never|no longer|[a-z]{2,7}n't"),
  de: word("nicht(?! nur)|nie|niemals|keine?[mnrs]?"),
  fr: word("ne|n'(?=[\\p{L}])\\p{L}+|jamais"),
  es: word("no(?! s[oó]lo)|nunca|tampoco"),
  pt: word("não(?! s[óo])|nunca|jamais"),
  ja: /(?:ません|できない|ではない|しない|いたしかねます)(?:でした)?[。.]?$/u
}
/** The words are listed by language, because "se" is a condition only in Portuguese. */
const IF: Readonly<Record<string, RegExp>> = {
  en: word("if|unless|when"),
  de: word("wenn|falls|sofern"),
  fr: word("si|lorsque|quand"),
  es: word("si|cuando"),
  pt: word("se|quando|caso")
}

import { CONFLICTING } from "../../../checks/find-contradiction.ts"
import { subjectStems } from "../../../checks/evidence/reading.ts"
import { facts, type Fact, comparable, sameFact } from "../../../text/facts.ts"
import type { CorpusDocument } from "../corpus/corpus.ts"
import { contentWords } from "../../../text/words/words.ts"
import { forEachYielding } from "../../../runtime/event-loop.ts"

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

/**
 * Finds pairs of statements that answer the same question, as a heading or title asks it. Each states the only fact of
 * its kind there, and the facts differ.
 */
export async function sameQuestion(
  statements: Statement[],
  signal: AbortSignal,
  tell: (one: Statement, other: Statement, says: [string, string]) => void
): Promise<void> {
  const answers = new Map<string, Map<string, Statement[]>>()
  await forEachYielding(statements, signal, (statement) => {
    const asked = statement.headings.at(-1) ?? statement.doc.title
    const words = [...new Set(contentWords(asked, statement.doc.language))].sort()
    if (words.length === 0 || !(/[?？]\s*$/u.test(asked) || words.length >= QUESTION_WORDS)) return
    const key = `${statement.doc.language ?? ""} ${words.join(" ")}`
    const pages = answers.get(key) ?? new Map<string, Statement[]>()
    answers.set(key, pages)
    const answer = pages.get(statement.doc.id)
    if (answer) answer.push(statement)
    else if (pages.size < MAX_PAGES) pages.set(statement.doc.id, [statement])
  })
  await forEachYielding(answers.values(), signal, (pages) => {
    const short = [...pages.values()].filter((answer) => answer.length <= MAX_ANSWER)
    return short.length > 1
      ? forEachYielding(pairsOf(short), signal, ([one, other]) => differ(one, other, tell))
      : undefined
  })
}

/** A heading that isn't a question must have this many words, because "Price" stands on every page. */
const QUESTION_WORDS = 3
const MAX_PAGES = 20
/** An answer has at most this many sentences. */
const MAX_ANSWER = 4

function differ(
  one: Statement[],
  other: Statement[],
  tell: (one: Statement, other: Statement, says: [string, string]) => void
): void {
  for (const statement of one) {
    for (const fact of statement.said) {
      const mine = one.flatMap(({ said }) => said).filter((said) => comparable(fact, said))
      const theirs = other.flatMap((their) =>
        their.said.filter((said) => comparable(fact, said)).map((said) => ({ their, said }))
      )
      const [only, ...more] = theirs
      if (mine.length !== 1 || !only || more.length > 0 || sameFact(fact, only.said)) continue
      const shared = statement.words.filter((word) => only.their.words.includes(word)).length
      if (shared > 0 && shared >= ALIKE * Math.min(statement.words.length, only.their.words.length))
        tell(statement, only.their, [fact.text, only.said.text])
    }
  }
}

/** This share of the shorter sentence's words must be common. */
const ALIKE = 0.5

/** Yields each pair of elements once. */
export function* pairsOf<T>(all: readonly T[]): Generator<[T, T]> {
  for (const [at, one] of all.entries()) for (const other of all.slice(0, at)) yield [one, other]
}

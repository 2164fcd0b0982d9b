import { comparable, sameFact } from "../../../text/facts.ts"
import { contentWords } from "../../../text/words/words.ts"
import { forEachYielding } from "../../../runtime/event-loop.ts"
import { pairsOf } from "./pairs.ts"
import type { Statement } from "./statement.ts"

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

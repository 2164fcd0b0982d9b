import { isInstruction } from "../../../../text/as-steps.ts"
import { withoutCondition } from "../../../../text/condition-clause.ts"
import { sentences } from "../../../../text/sentences.ts"
import { stepWords, type StepWords } from "../../../../text/steps/step-words.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { newlyWrittenText } from "../../../../search/query/query.ts"
import { synonymsOf } from "../../../../search/synonyms/synonyms.ts"
import { stems } from "../../../../search/words/stems.ts"
import type { Voice } from "../../voices/voice.ts"
import { isAsking } from "./customer-question.ts"
import type { Quotable } from "./quotable.ts"

/**
 * Finds the steps of pages that the customer has done already. `alreadyKnown` goes by shared words, and who has pulled
 * the plug shares none with "Restart the router". So a step counts as done if a clause of the customer's names the same
 * action and the same thing, or if the step tells to look at things that a clause speaks of, and if the clause doesn't
 * say that it wasn't done. What a step adds about itself ("until ...", "because ...") doesn't count.
 * @returns a test for one sentence
 */
export function alreadyDone({ messages }: MaskedTicket, language: string, voice: Voice): (one: Quotable) => boolean {
  const words = stepWords(language)
  if (!words) return () => false
  const written = messages.map(({ text }) => newlyWrittenText(text))
  const told = messages
    .flatMap(({ role }, at) => {
      const before = messages[at - 1]?.role === "agent" ? written[at - 1] : undefined
      return role === "customer" ? toldIn(written[at] ?? "", before ?? "", words, language, voice) : []
    })
    .slice(-MOST_CLAUSES)
  return (one) => {
    if (told.length === 0 || voice.needed.test(one.text)) return false
    if (!one.isListItem && !isInstruction(one.text, language)) return false
    const step = readStep(one, words, language)
    return step !== undefined && told.some((clause) => isSame(step, clause))
  }
}

/** The newest are read, because a pasted log has thousands. */
const MOST_CLAUSES = 400

interface Step {
  /** It tells to look at something. */
  isCheck: boolean
  actions: ReadonlySet<number>
  /** What it is about: each of its stems, without those of the page's subject, with the marks of its synonyms. */
  things: readonly ReadonlySet<string>[]
}

interface Clause {
  actions: ReadonlySet<number>
  /** The words of the clause's own sentence, and of the whole message with the agent's before it. */
  own: ReadonlySet<string>
  near: ReadonlySet<string>
}

function isSame({ isCheck, actions, things }: Step, clause: Clause): boolean {
  const share = (words: ReadonlySet<string>) =>
    things.length === 0 ? 1 : things.filter((thing) => !thing.isDisjointFrom(words)).length / things.length
  if (!actions.isDisjointFrom(clause.actions) && (share(clause.own) >= OWN_THING || share(clause.near) >= NEAR_THING))
    return true
  return isCheck && things.length > 0 && share(clause.own) >= LOOKED_AT
}

/** The share of a step's things that a clause's sentence, or what stands around it, must name beside its action. */
const OWN_THING = 0.3
const NEAR_THING = 0.5
/** The share that a sentence must name which tells how the things are, without an action. */
const LOOKED_AT = 0.4

function readStep({ text, source }: Quotable, words: StepWords, language: string): Step | undefined {
  const { actions, isCheck, rest } = words.step(withoutCondition(text, language))
  if (actions.size === 0 && !isCheck) return undefined
  const subject = new Set(stems([source.title, ...source.headings].join("\n"), language))
  const things = [...new Set(stems(rest, language))].filter((word) => !subject.has(word))
  return { isCheck, actions, things: things.map((word) => withMarks(word, language)) }
}

/** Returns the clauses of a customer's message that don't say that something wasn't done. */
function toldIn(text: string, before: string, words: StepWords, language: string, voice: Voice): Clause[] {
  const all = sentences(text, language).map((one) => one.text)
  const near = marksOf(`${before}\n${text}`, language)
  return all.flatMap((sentence) => {
    if (isAsking(sentence, voice)) return []
    const own = marksOf(sentence, language)
    return words.done(sentence).map((actions) => ({ actions, own, near }))
  })
}

const marksOf = (text: string, language: string): ReadonlySet<string> =>
  new Set(stems(text, language).flatMap((word) => [...withMarks(word, language)]))

const withMarks = (word: string, language: string): ReadonlySet<string> =>
  new Set([word, ...synonymsOf([word], language)])

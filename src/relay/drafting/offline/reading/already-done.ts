import { isInstruction } from "../../../../text/forms/as-steps.ts"
import { sentences } from "../../../../text/sentences.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { newlyWrittenText } from "../../../../search/query/query.ts"
import { synonymsOf } from "../../../../search/synonyms/synonyms.ts"
import { stems } from "../../../../search/words/stems.ts"
import type { Voice } from "../../voices/voice.ts"
import { isAsking } from "./customer-question.ts"
import type { Quotable } from "./quotable.ts"
import { LISTS } from "replywright/lexicon/steps"
import { patternsOf } from "../../../../lexicon/lexicon.ts"
import { isLanguage } from "../../../../text/languages.ts"
import { withoutCondition } from "../../../../text/case-signs.ts"
import { onceEach } from "../../../../text/memo/text-memory.ts"

/**
 * Finds the steps of pages that the customer has done already. `alreadyKnown` goes by shared words, and who has pulled
 * the plug shares none with "Restart the router". So a step counts as done if a clause of the customer's names the same
 * action and enough of the same things, or if the step tells to look at things that a clause speaks of, and if the
 * clause doesn't say that it wasn't done. Who has done one step of a page is likely to tell of its others in few words
 * ("glass and sensor cleaned"), so less is asked of those. What a step adds about itself ("until ...", "because ...")
 * doesn't count.
 * @param all the sentences that may be quoted, among which are the steps of a page
 * @returns a test for one sentence
 */
export function alreadyDone(
  { messages }: MaskedTicket,
  { language, voice, all }: { language: string; voice: Voice; all: readonly Quotable[] }
): (one: Quotable) => boolean {
  const words = stepWords(language)
  if (!words) return () => false
  const toDo = all.filter((one) => isStep(one, language) && !voice.needed.test(one.text))
  const steps = new Map(toDo.map((one) => [one, readStep(one, words, language)]))
  if (steps.size === 0) return () => false
  const written = messages.map(({ text }) => newlyWrittenText(text))
  const told = messages
    .flatMap(({ role }, at) => {
      const before = messages[at - 1]?.role === "agent" ? written[at - 1] : undefined
      return role === "customer" ? toldIn(written[at] ?? "", before ?? "", words, language, voice) : []
    })
    .slice(-MAX_CLAUSES)
  const isTold = (one: Quotable, isBegun: boolean) => {
    const step = steps.get(one)
    return step !== undefined && told.some((clause) => isSame(step, clause, isBegun))
  }
  const begun = new Set(all.filter((one) => isTold(one, false)).map(({ source }) => source))
  return (one) => isTold(one, begun.has(one.source))
}

/** Returns whether a sentence tells somebody to do something, or is an item of a list, which often does. */
export const isStep = ({ text, isListItem }: Quotable, language: string): boolean =>
  isListItem || isInstruction(text, language)

/** The newest are read, because a pasted log has thousands. */
const MAX_CLAUSES = 400

interface Step {
  /** It tells to look at something. */
  isCheck: boolean
  /** It is for a case only ("If it still isn't yours, freeze the card"), so it comes after the others. */
  isForCase: boolean
  actions: ReadonlySet<number>
  common: ReadonlySet<number>
  /** What it is about: each of its stems, without those of the page's subject, with the marks of its synonyms. */
  things: readonly ReadonlySet<string>[]
}

interface Clause {
  actions: ReadonlySet<number>
  common: ReadonlySet<number>
  /** The words of the clause's own sentence, and of the whole message with the agent's before it. */
  own: ReadonlySet<string>
  near: ReadonlySet<string>
}

/** @param isBegun the customer has done another step of the page */
function isSame(step: Step, clause: Clause, isBegun: boolean): boolean {
  const { things } = step
  const count = (words: ReadonlySet<string>) => things.filter((thing) => !thing.isDisjointFrom(words)).length
  const own = count(clause.own)
  const isAction = namesAction(step, clause)
  const isDone = isAction || !step.common.isDisjointFrom(clause.common)
  // The action counts as much as one of the things.
  const share = (count: number) => (1 + count) / (1 + things.length)
  if (step.isForCase) return isDone && own > 0 && share(own) >= MIN_SHARE_OF_MESSAGE
  const isEnough = own > 0 || (isAction && things.length === 0) || isBegun
  if (isDone && isEnough && share(own) >= OWN) return true
  if (isAction && share(count(clause.near)) >= MIN_SHARE_OF_MESSAGE) return true
  return namesThings(own / things.length, step, isBegun)
}

/** Where a step names no thing, its first action must be the same. */
function namesAction({ things, actions }: Step, clause: Clause): boolean {
  const [first] = actions
  return things.length > 0 ? !actions.isDisjointFrom(clause.actions) : first !== undefined && clause.actions.has(first)
}

/** Returns whether a clause names so many of a step's things that the step is done, whatever the action. */
function namesThings(share: number, { things, isCheck }: Step, isBegun: boolean): boolean {
  if (isBegun && things.length > 1 && share >= THINGS) return true
  return isCheck && things.length > 0 && share >= LOOKED_AT
}

/** The share of a step's action and things that a clause's sentence must name. */
const OWN = 0.45
/** The same for a step for a later case, and for the whole message. */
const MIN_SHARE_OF_MESSAGE = 0.7
/** The share of the things that tells of the step in whatever action. */
const THINGS = 0.5
/** The share that a sentence must name which tells how the things are, without an action. */
const LOOKED_AT = 0.4

function readStep({ text, source }: Quotable, words: StepWords, language: string): Step {
  const told = withoutCondition(text, language)
  const { rest, ...step } = words.step(told)
  const subject = new Set(stems([source.title, ...source.headings].join("\n"), language))
  const things = [...new Set(stems(rest, language))].filter((word) => !subject.has(word))
  return { ...step, isForCase: told !== text, things: things.map((word) => withMarks(word, language)) }
}

/** Returns the clauses of a customer's message that don't say that something wasn't done. */
function toldIn(text: string, before: string, words: StepWords, language: string, voice: Voice): Clause[] {
  const all = sentences(text, language).map((one) => one.text)
  const near = marksOf(`${before}\n${text}`, language)
  return all.flatMap((sentence) => {
    if (isAsking(sentence, voice)) return []
    const own = marksOf(sentence, language)
    return words.done(sentence).map((done) => ({ ...done, own, near }))
  })
}

const marksOf = (text: string, language: string): ReadonlySet<string> =>
  new Set(stems(text, language).flatMap((word) => [...withMarks(word, language)]))

const withMarks = (word: string, language: string): ReadonlySet<string> =>
  new Set([word, ...synonymsOf([word], language)])

/** An action is the number of its line in its list. */
interface Actions {
  actions: ReadonlySet<number>
  /** Those that are so common that they tell of the same step only beside a thing of the step. */
  common: ReadonlySet<number>
}

/** Reads steps of a page, and what somebody says to have done. */
interface StepWords {
  /**
   * Reads a step: which actions it tells somebody to do, whether it tells them to look at something, and its words
   * without these, without what it adds about itself ("until ...") and, if others are left, what it is done with.
   */
  step(text: string): Actions & { isCheck: boolean; rest: string }
  /** Returns the actions of each clause that doesn't say that something wasn't done, or will be. */
  done(sentence: string): Actions[]
}

/** Returns the words for steps in a language, or undefined if there are none. */
const stepWords = onceEach(readWords)

function readWords(language: string): StepWords | undefined {
  if (!isLanguage(language)) return undefined
  // Japanese has no spaces between words, and its reasons stand before what is to be done.
  const isDense = language === "ja"
  const whole = (entries: readonly string[]) =>
    isDense ? `(?:${entries.join("|")})` : `(?<!\\p{L})(?:${entries.join("|")})(?!\\p{L})`
  const list = (name: string) => patternsOf(LISTS, language, name)
  const pattern = (name: string) => new RegExp(whole(list(name)), "u")
  const each = (name: string) => list(name).map((action) => new RegExp(whole([action]), "u"))
  const [actions, common] = [each("actions"), each("common-actions")]
  const [checks, undone] = [pattern("checks"), pattern("undone")]
  const asides = isDense
    ? new RegExp(`^.*?${whole(list("asides"))}`, "u")
    : new RegExp(`(?:[:;] |, ?${whole(list("comma-asides"))}| ${whole(list("asides"))}).*$`, "u")
  const instruments = new RegExp(` ${whole(list("instruments"))}.*$`, "u")
  const noThings = new RegExp(NO_THINGS.map((name) => whole(list(name))).join("|"), "gu")
  const clauses = isDense ? /[、，]/u : /[,;:–—]\s|\s-\s|\s(?:but|aber|mais|pero|mas)\s/u
  const indexesOf = (some: RegExp[], text: string) =>
    new Set(some.flatMap((action, at) => (action.test(text) ? [at] : [])))
  const actionsIn = (text: string): Actions => ({ actions: indexesOf(actions, text), common: indexesOf(common, text) })
  return {
    step(text) {
      const core = text.toLowerCase().replace(asides, "")
      const bare = core.replace(instruments, "")
      const [things, withInstrument] = [bare.replace(noThings, " "), core.replace(noThings, " ")]
      return { ...actionsIn(bare), isCheck: checks.test(core), rest: /\p{L}/u.test(things) ? things : withInstrument }
    },
    done: (sentence) =>
      sentence
        .toLowerCase()
        .split(clauses)
        .filter((clause) => clause.trim() !== "" && !undone.test(clause))
        .map(actionsIn)
  }
}

/** The lists of words that name no thing. */
const NO_THINGS = ["actions", "common-actions", "checks", "fillers"]

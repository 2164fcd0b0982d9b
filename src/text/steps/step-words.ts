import { LISTS } from "replywright/lexicon/steps"
import { patternsOf } from "../../lexicon/lexicon.ts"
import { isLanguage } from "../languages.ts"
import { onceEach } from "../memo/once.ts"

/** An action is the number of its line in its list. */
export interface Actions {
  actions: ReadonlySet<number>
  /** Those that are so common that they tell of the same step only beside a thing of the step. */
  common: ReadonlySet<number>
}

/** Reads steps of a page, and what somebody says to have done. */
export interface StepWords {
  /**
   * Reads a step: which actions it tells somebody to do, whether it tells them to look at something, and its words
   * without these, without what it adds about itself ("until ...") and, if others are left, what it is done with.
   */
  step(text: string): Actions & { isCheck: boolean; rest: string }
  /** Returns the actions of each clause that doesn't say that something wasn't done, or will be. */
  done(sentence: string): Actions[]
}

/** Returns the words for steps in a language, or undefined if there are none. */
export const stepWords = onceEach(readWords)

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

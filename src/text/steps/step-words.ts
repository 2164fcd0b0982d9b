import { LISTS } from "../../lexicon/groups/steps.ts"
import { patternsOf } from "../../lexicon/lexicon.ts"
import { isLanguage } from "../languages.ts"

/** Reads steps of a page, and what somebody says to have done. An action is the number of its line in the list. */
export interface StepWords {
  /**
   * Reads a step: which actions it tells somebody to do, whether it tells them to look at something, and its words
   * without these, and without what it adds about itself ("until ...").
   */
  step(text: string): { actions: ReadonlySet<number>; isCheck: boolean; rest: string }
  /** Returns the actions of each clause that doesn't say that something wasn't done, or will be. */
  done(sentence: string): ReadonlySet<number>[]
}

/** Returns the words for steps in a language, or undefined if there are none. */
export function stepWords(language: string): StepWords | undefined {
  if (!known.has(language)) known.set(language, readWords(language))
  return known.get(language)
}

const known = new Map<string, StepWords | undefined>()

function readWords(language: string): StepWords | undefined {
  if (!isLanguage(language)) return undefined
  // Japanese has no spaces between words, and its reasons stand before what is to be done.
  const isDense = language === "ja"
  const whole = (entries: readonly string[]) =>
    isDense ? `(?:${entries.join("|")})` : `(?<!\\p{L})(?:${entries.join("|")})(?!\\p{L})`
  const list = (name: string) => patternsOf(LISTS, language, name)
  const pattern = (name: string) => new RegExp(whole(list(name)), "u")
  const actions = list("actions").map((action) => new RegExp(whole([action]), "u"))
  const [checks, undone] = [pattern("checks"), pattern("undone")]
  const asides = isDense
    ? new RegExp(`^.*?${whole(list("asides"))}`, "u")
    : new RegExp(`(?:[:;] |, ?${whole(list("comma-asides"))}| ${whole(list("asides"))}).*$`, "u")
  const noThings = new RegExp(["actions", "checks", "fillers"].map((name) => whole(list(name))).join("|"), "gu")
  const clauses = isDense ? /[、，]/u : /[,;:–—]\s|\s-\s|\s(?:but|aber|mais|pero|mas)\s/u
  const actionsIn = (text: string) => new Set(actions.flatMap((action, at) => (action.test(text) ? [at] : [])))
  return {
    step(text) {
      const core = text.toLowerCase().replace(asides, "")
      return { actions: actionsIn(core), isCheck: checks.test(core), rest: core.replace(noThings, " ") }
    },
    done: (sentence) =>
      sentence
        .toLowerCase()
        .split(clauses)
        .filter((clause) => clause.trim() !== "" && !undone.test(clause))
        .map(actionsIn)
  }
}

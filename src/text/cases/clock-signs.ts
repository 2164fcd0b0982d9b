import { wordPattern } from "./branch-words.ts"

/** What a clock time is: when something was to come, or when it came. */
export type Told = "due" | "came"

/** A word for a day that only the time of writing tells. */
export interface DayWord {
  /** 0 for "today", 1 for "tomorrow". */
  days: number
  start: number
  end: number
}

/** Returns the words of a text for today, tomorrow and the day after. */
export function dayWords(text: string, language: string): DayWord[] {
  return ["this-day", "next-day", "second-day"].flatMap((list, days) =>
    matches(text, list, language).map(({ 0: word, index }) => ({ days, start: index, end: index + word.length }))
  )
}

/**
 * Returns what a clock time is by the words before it: those of its own clause, where "should have arrived" is due, and
 * then the nearest ones. Behind it they count in German and Japanese, where verbs come last. "At 18:34 instead of
 * 17:12" gives the time at which it came first.
 */
export function saysWhenItCame(before: string, after: string, language: string): Told | undefined {
  const firstWord = after.search(/\p{L}/u)
  if (firstWord >= 0 && after.search(wordPattern("instead-of", language)) === firstWord) return "came"
  const clause = before.split(CLAUSE).at(-1) ?? ""
  const ahead = inClause(clause, language) ?? nearest(before, language)
  const behind = LAST_VERBS.has(language) ? inClause(after.split(CLAUSE)[0] ?? "", language) : undefined
  return language === "ja" ? (behind ?? ahead) : (ahead ?? behind)
}

const CLAUSE = /[,;:、，→]|(?<!\p{L})(?:and|but|und|aber|et|mais|y|pero|e|mas)(?!\p{L})/u
const LAST_VERBS: ReadonlySet<string> = new Set(["de", "ja"])

const inClause = (clause: string, language: string): Told | undefined =>
  (["due", "came"] as const).find((told) => matches(clause, told, language).length > 0)

function nearest(text: string, language: string): Told | undefined {
  const signs = (["due", "came"] as const).flatMap((told) =>
    matches(text, told, language).map(({ index }) => ({ told, index }))
  )
  return signs.sort((a, b) => b.index - a.index)[0]?.told
}

const matches = (text: string, list: string, language: string): RegExpExecArray[] => [
  ...text.matchAll(wordPattern(list, language))
]

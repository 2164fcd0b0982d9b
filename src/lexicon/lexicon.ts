/**
 * The word lists of one folder, `lexicon/<language>/<group>/`, as texts by language and by list: one entry a line, no
 * comments. A group is imported by its name, as in `import { LISTS } from "replywright/lexicon/checks"`. On Node that
 * reads the folder (`group.ts`); the builder of the extension puts a module with the texts in its place, so a script of
 * the extension holds the groups that it imports and no others.
 */
export type WordLists = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * The entries of one list, in the order of the file.
 * @param language ISO 639-1, or "mul" for what belongs to no one language
 * @param list the name of the file without its ending
 * @throws Error when there is no such list
 */
export function entriesOf(lists: WordLists, language: string, list: string): readonly string[] {
  const entries = optionalEntriesOf(lists, language, list)
  if (!entries) throw new Error(`There is no word list "${list}" for the language "${language}".`)
  return entries
}

/** Does the same as `entriesOf`, but returns undefined when the language has no such list. */
export function optionalEntriesOf(lists: WordLists, language: string, list: string): readonly string[] | undefined {
  const text = lists[language]?.[list]
  return text?.split("\n")
}

/**
 * The entries of a list in every language that has it, as a set.
 * @throws Error when no language has it
 */
export function wordsOf(lists: WordLists, list: string): ReadonlySet<string> {
  const words = Object.keys(lists).flatMap((language) => optionalEntriesOf(lists, language, list) ?? [])
  if (words.length === 0) throw new Error(`There is no word list "${list}" for any language.`)
  return new Set(words)
}

/**
 * The entries of a list of patterns, in which "{{give}}" stands for one of the patterns of the list "give" in the same
 * folder. That list may name others in turn.
 * @throws Error when there is no such list or part, or when a list leads back to itself
 */
export function patternsOf(lists: WordLists, language: string, list: string): readonly string[] {
  return withParts(lists, language, [list])
}

/** @param path the list, behind those that lead to it */
function withParts(lists: WordLists, language: string, path: readonly string[]): readonly string[] {
  const list = path.at(-1) ?? ""
  const part = (name: string) => {
    if (path.includes(name)) throw new Error(`The word list "${name}" leads back to itself: ${path.join(", ")}.`)
    const [only = "", ...others] = withParts(lists, language, [...path, name])
    return others.length === 0 ? only : `(?:${[only, ...others].join("|")})`
  }
  return entriesOf(lists, language, list).map((entry) =>
    entry.replace(/\{\{([a-z-]+)\}\}/g, (_, name: string) => part(name))
  )
}

/**
 * Returns a pattern that matches any entry of a list of patterns as whole words, whatever their case, or undefined when
 * the language has no such list. An English word ends where its letters, figures and underscores end, one of another
 * language where its letters end. Japanese puts no spaces between words, so there an entry matches anywhere.
 * @throws Error when a part of an entry is missing
 */
export function wordPattern(lists: WordLists, language: string, list: string, flags = "iu"): RegExp | undefined {
  if (lists[language]?.[list] === undefined) return undefined
  const any = `(?:${patternsOf(lists, language, list).join("|")})`
  if (language === "ja") return new RegExp(any, flags)
  return new RegExp(language === "en" ? `\\b${any}\\b` : `(?<!\\p{L})${any}(?!\\p{L})`, flags)
}

/**
 * The entries of a list such as "amount=Betrag", by what stands before the "=".
 * @throws Error when there is no such list
 */
export const pairsOf = (lists: WordLists, language: string, list: string): ReadonlyMap<string, string> =>
  new Map(entriesOf(lists, language, list).map(pairIn))

/** Cuts an entry at its first "=". */
function pairIn(entry: string): [key: string, value: string] {
  const cut = entry.indexOf("=")
  return [entry.slice(0, cut), entry.slice(cut + 1)]
}

/**
 * The patterns of a list such as "hour=stunden?", by what stands before the "=": those of all these languages as
 * alternatives.
 */
export function alternativesOf(
  lists: WordLists,
  list: string,
  languages: readonly string[] = languagesWith(lists, list)
): ReadonlyMap<string, string> {
  const pairs = languages.flatMap((language) => entriesOf(lists, language, list)).map(pairIn)
  const byKey = Map.groupBy(pairs, ([key]) => key)
  return new Map([...byKey].map(([key, own]) => [key, own.map(([, pattern]) => pattern).join("|")]))
}

/** The languages that have a list of this name. */
export const languagesWith = (lists: WordLists, list: string): string[] =>
  Object.keys(lists).filter((language) => lists[language]?.[list] !== undefined)

/** Returns the entries of a file's text. Blank lines and lines that begin with `#` are left out. */
export function parseEntries(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
}

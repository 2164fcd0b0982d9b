/**
 * The word lists of `lexicon/<language>/`, one text file each: one entry a line, `#` begins a comment, blank lines are
 * ignored. Node reads a list from the folder when it is first asked for. The browser has no such folder: there an entry
 * file provides the text of the lists that it needs before anything asks for them.
 */
const parsed = new Map<string, readonly string[] | undefined>()
const provided = new Map<string, string>()

/** Gives lists by their path below `lexicon/`, such as "en/synonyms.txt". */
export function provideLexicon(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) provided.set(path, text)
}

/**
 * The entries of one list, in the order of the file.
 * @param language ISO 639-1
 * @param list the file below the language's folder, without its ending, such as "reply-acts/greetings"
 * @throws Error when there is no such list
 */
export function entriesOf(language: string, list: string): readonly string[] {
  const entries = optionalEntriesOf(language, list)
  if (!entries) throw new Error(`There is no word list lexicon/${language}/${list}.txt.`)
  return entries
}

/** As `entriesOf`; undefined when the language has no such list. */
export function optionalEntriesOf(language: string, list: string): readonly string[] | undefined {
  const path = `${language}/${list}.txt`
  if (parsed.has(path)) return parsed.get(path)
  const text = provided.get(path) ?? readFromFolder(path)
  const entries = text === undefined ? undefined : parseEntries(text)
  parsed.set(path, entries)
  return entries
}

/** The entries of a list's text. */
export function parseEntries(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
}

/** Undefined where there is no such file, or no folder to read from. */
function readFromFolder(path: string): string | undefined {
  if (typeof process === "undefined") return undefined
  const { existsSync, readFileSync } = process.getBuiltinModule("node:fs")
  const file = new URL(FOLDER + path, import.meta.url)
  return existsSync(file) ? readFileSync(file, "utf8") : undefined
}

const FOLDER = "../../lexicon/"

import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parseEntries, type WordLists } from "./lexicon.ts"

const FOLDER = join(import.meta.dirname, "../../lexicon")

/**
 * Reads the word lists of one group in every language, without their comments. It only works on Node. English comes
 * first and the other languages follow by their codes, because the first match counts where lists of several languages
 * make one pattern.
 * @throws Error for a group that no language has
 */
export function readGroup(group: string): WordLists {
  const lists: Record<string, Record<string, string>> = {}
  for (const language of languages()) {
    const folder = join(FOLDER, language, group)
    if (!existsSync(folder)) continue
    const files = readdirSync(folder).filter((file) => file.endsWith(".txt"))
    lists[language] = Object.fromEntries(
      files
        .sort()
        .map((file) => [
          file.slice(0, -".txt".length),
          parseEntries(readFileSync(join(folder, file), "utf8")).join("\n")
        ])
    )
  }
  if (Object.keys(lists).length === 0) throw new Error(`No language has a folder of word lists "${group}".`)
  return lists
}

/** Returns the names of all groups: the folders that the languages have. It only works on Node. */
export function groupNames(): string[] {
  return [...new Set(languages().flatMap((language) => readdirSync(join(FOLDER, language))))].sort()
}

const languages = () =>
  readdirSync(FOLDER)
    .filter((name) => name !== "weights")
    .sort((a, b) => Number(b === "en") - Number(a === "en") || (a < b ? -1 : 1))

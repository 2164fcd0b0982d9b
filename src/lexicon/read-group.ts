import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parseEntries, type WordLists } from "./lexicon.ts"

const FOLDER = join(import.meta.dirname, "../../lexicon")

/**
 * Reads the word lists of one group in every language, without their comments. It only works on Node. English comes
 * first and the other languages follow by their codes, because the first match counts where lists of several languages
 * make one pattern.
 */
export function readGroup(group: string): WordLists {
  const lists: Record<string, Record<string, string>> = {}
  for (const language of readdirSync(FOLDER).sort(
    (a, b) => Number(b === "en") - Number(a === "en") || (a < b ? -1 : 1)
  )) {
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
  return lists
}

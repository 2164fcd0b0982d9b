import { CST, Lexer } from "yaml"
import type { Mistake } from "./mistake-lines.ts"

/** So many names, items and values one file may have. The largest that somebody wrote by hand had some hundred. */
export const MAX_YAML_ENTRIES = 10_000
/** So many lists and maps may stand within each other. */
export const MAX_YAML_DEPTH = 50

/**
 * Says what is too much in a file before it is parsed, because parsing takes long, and much memory, for many entries or
 * a deep nesting. It only splits the text into its signs, so words in quotes don't count.
 */
export function boundsMistake(source: string): Mistake | undefined {
  let [entries, open, line, indicators] = [0, 0, 1, 0]
  for (const token of new Lexer().lex(source)) {
    line += linesIn(token)
    switch (CST.tokenType(token)) {
      case "newline":
        indicators = 0
        break
      case "flow-seq-start":
      case "flow-map-start":
        entries++
        open++
        break
      case "flow-seq-end":
      case "flow-map-end":
        open--
        break
      case "seq-item-ind":
      case "explicit-key-ind":
        entries++
        indicators++
        break
      case "comma":
      case "map-value-ind":
      case "anchor":
      case "tag":
        entries++
    }
    if (entries > MAX_YAML_ENTRIES)
      return { line, sentence: `The file has more than ${MAX_YAML_ENTRIES} entries: divide it into several.` }
    if (open > MAX_YAML_DEPTH || indicators > MAX_YAML_DEPTH)
      return {
        line,
        sentence: `More than ${MAX_YAML_DEPTH} lists or maps stand within each other here: write it flatter.`
      }
  }
  return undefined
}

function linesIn(token: string): number {
  let lines = 0
  for (let at = token.indexOf("\n"); at >= 0; at = token.indexOf("\n", at + 1)) lines++
  return lines
}

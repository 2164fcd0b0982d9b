import { escapeRegExp } from "../../../text/escape-reg-exp.ts"

/** A greeting of a voice at the beginning of a reply. */
export interface FoundGreeting {
  pattern: string
  start: number
  end: number
  /** Where the name stands; undefined if nobody is greeted by name. */
  name?: { start: number; end: number; text: string }
}

/** Finds which greeting of a voice a reply begins with. Case and punctuation behind it don't matter. */
export function findGreeting(text: string, patterns: readonly string[]): FoundGreeting | undefined {
  const start = Math.max(0, text.search(/\S/))
  for (const pattern of patterns) {
    const match = greetingRegExp(pattern).exec(text.slice(start))
    if (!match) continue
    const [whole] = match
    const name = match.groups?.["name"]?.replace(/(?<![^\p{L}\p{M}.])[^\p{L}\p{M}.]+$/u, "")
    const at = name === undefined || name === "" ? -1 : start + whole.lastIndexOf(name)
    return {
      pattern,
      start,
      end: start + whole.length,
      ...(name && at >= start ? { name: { start: at, end: at + name.length, text: name } } : {})
    }
  }
  return undefined
}

/** A name ends at punctuation, but not at the full stop of "Mr.". A placeholder is a name. */
const NAME = "(?<name>(?:[^,:!.\\n、]|(?<=\\p{L}{1,4})\\.(?= \\p{Lu})){1,60}?)"
const END = "\\s*(?=[,:!.、\\n]|$)"

function greetingRegExp(pattern: string): RegExp {
  const [before = "", after] = pattern.replace(/^¡/, "").split("{name}")
  const words = bare(before)
  if (after === undefined) return new RegExp(`^¡?${escaped(words)}${END}`, "iu")
  if (words === "") return new RegExp(`^${NAME}\\s*${escaped(bare(after))}`, "iu")
  return new RegExp(`^¡?${escaped(words)}(?:(?:[^\\S\\n]|,)+${NAME}${escaped(bare(after))})?${END}`, "iu")
}

/**
 * Returns the pattern with the name put in. Without a name, what separates it goes too, and nothing is left of a
 * greeting that begins with it ("{name}様").
 */
export function filled(pattern: string, gap: "name" | "agent", value: string): string {
  const [before = "", after] = pattern.split(`{${gap}}`)
  if (after === undefined) return pattern
  if (value === "" && gap === "name" && bare(before) === "") return ""
  return value === "" ? `${before.replace(/(?<![\s,])[\s,]+$/u, "")}${after}`.trim() : `${before}${value}${after}`
}

/** Returns the words by which a sign-off is recognised: of its first line that doesn't begin with a name, or "". */
export const signOffWords = (pattern: string): string => pattern.split("\n").map(beforeAgent).find(Boolean) ?? ""

/** Returns the line of a sign-off that has these words, as it is put in the place of another farewell. */
export const signOffLine = (pattern: string): string => {
  const line = pattern.split("\n").find(beforeAgent)?.trim() ?? ""
  return /[,!]$/.test(line) && !line.includes("{agent}") ? line : signOffWords(pattern)
}

const beforeAgent = (line: string): string => bare(line.split("{agent}")[0] ?? "")

/** The sign-off stands at the beginning of this line. */
export const startsWithSignOff = (line: string, pattern: string): boolean => {
  const words = signOffWords(pattern)
  return words !== "" && new RegExp(`^${escaped(words)}(?![\\p{L}\\p{N}])`, "iu").test(line.trim())
}

const bare = (text: string) => text.trim().replace(/(?<![\s,.:!;、])[\s,.:!;、]+$/u, "")
/** Any white space is as good as a blank. */
const escaped = (text: string) => escapeRegExp(text).replace(/\s+/g, "\\s+")

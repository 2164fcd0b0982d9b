import { LISTS } from "replywright/lexicon/speech"
import { languagesWith, patternsOf } from "../../lexicon/lexicon.ts"

/** Returns the words of a sentence that say by when something is promised, or undefined. Six languages. */
export function timeLimitIn(text: string, language: string | null): string | undefined {
  const pattern = LIMITS[language ?? ""]
  if (!pattern) return undefined
  const limits = Array.from(text.matchAll(pattern), ([words]) => words.trim())
  // "I asked today, and it comes within five days": a day alone mostly says when something was done.
  return limits.find((words) => /[\s\d〇一二三四五六七八九十]/u.test(words)) ?? limits[0]
}

const LIMITS: Readonly<Record<string, RegExp>> = Object.fromEntries(
  languagesWith(LISTS, "limits").map((language) => [language, limitsOf(language)])
)

/** A limit may end with a full stop, as "5 p.m." does. */
function limitsOf(language: string): RegExp {
  const any = patternsOf(LISTS, language, "limits").join("|")
  if (language === "ja") return new RegExp(any, "giu")
  return new RegExp(language === "en" ? `\\b(?:${any})(?!\\w)` : `(?<!\\p{L})(?:${any})(?!\\p{L})`, "giu")
}

import type { Bound } from "../../../../text/bounds.ts"

/**
 * Returns what a sentence calls the case that a limit makes, in its own words: "90 to 179 minutes", "at least 24 hours
 * before departure". In Japanese it begins with what the limit is counted from.
 */
export function nameOfCase(text: string, { start, end, side }: Bound, language: string): string {
  if (language === "ja") {
    const before = /[^、。,;；（(「」はがをに]{0,12}$/u.exec(text.slice(0, start))?.[0] ?? ""
    return before + text.slice(start, end)
  }
  const event = side && EVENT.exec(text.slice(end))?.[0]
  return (text.slice(start, end) + (event ?? "")).trim()
}

/** The event from which a limit is counted: "before departure", "vor der Abreise", "avant le départ". */
const EVENT =
  /^[ \u00a0]\p{L}+(?:[ \u00a0](?:the|der|dem|des|le|la|les|l['’]|du|de la|el|los|o|a|os|as|do|da)(?: |(?<=['’])))?(?:[ \u00a0]?\p{L}{4,})?/u

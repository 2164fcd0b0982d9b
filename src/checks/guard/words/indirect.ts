import { LISTS } from "../../../lexicon/groups/asking.ts"
import { patternsOf } from "../../../lexicon/lexicon.ts"

/** A list of `lexicon/<language>/asking/` for requests that name nothing: its first line says what it contains. */
export type Sign = (typeof SIGNS)[number]

/** All languages have all of these lists. */
export const SIGNS = [
  "typing",
  "field",
  "way-in",
  "arrives",
  "phone",
  "reading",
  "kept",
  "at-setup",
  "card-sides",
  "card",
  "asks-you",
  "is-it-you",
  "press-yes",
  "despite",
  "from-here",
  "mail-comes",
  "no-click",
  "forward",
  "link-inside",
  "windows-key",
  "control-key",
  "read-window",
  "hands-off",
  "we-move",
  "look-myself",
  "allow-all",
  "console",
  "address-line",
  "paste",
  "we-send",
  "unverified",
  "elsewhere",
  "install",
  "full-access",
  "we-manage",
  "protection",
  "switch-off",
  "leave-off",
  "scratch",
  "strip",
  "shop",
  "come-by",
  "slip-number",
  "notes",
  "wrapped",
  "carried",
  "no-trace",
  "transfer-counter",
  "in-name",
  "aim",
  "photograph",
  "square",
  "image",
  "from-us",
  "linking",
  "on-screen",
  "app-drawing",
  "private",
  "add-me",
  "pay-in",
  "gaps",
  "visit",
  "trouble",
  "other-place",
  "papers",
  "face",
  "instead",
  "ending",
  "javascript",
  "never-asked"
] as const

const LATIN = ["en", "de", "fr", "es", "pt"]

/** The patterns of a sign in all languages as one expression. Japanese has no ends of words. */
export function indirectWords(sign: Sign): RegExp {
  const latin = LATIN.flatMap((language) => patternsOf(LISTS, language, sign))
  const dense = patternsOf(LISTS, "ja", sign)
  return new RegExp([`(?<![\\p{L}\\p{N}])(?:${latin.join("|")})(?![\\p{L}\\p{N}])`, ...dense].join("|"), "giu")
}

import type { FactChange } from "../../ticket/rewrite.ts"
import { isLanguage } from "../../text/languages.ts"

/**
 * Finds names that only one of the texts has: words with a capital inside a sentence, with capitals inside them, behind a
 * title, or in quotation marks. In German every noun has a capital, and in Japanese none has, so words of the first
 * kind count in neither.
 */
export function changedNames(before: string, after: string, language: string | null): FactChange[] {
  if (!isLanguage(language)) return []
  const [said, says] = [before.toLowerCase(), after.toLowerCase()]
  return [
    ...namesIn(before, language)
      .filter(({ text }) => !says.includes(text.toLowerCase()))
      .map(({ start, end }) => ({ kind: "name" as const, before: { start, end } })),
    ...namesIn(after, language)
      .filter(({ text }) => !said.includes(text.toLowerCase()))
      .map(({ start, end }) => ({ kind: "name" as const, after: { start, end } }))
  ]
}

function namesIn(text: string, language: string) {
  const patterns = [language === "de" || language === "ja" ? BRAND : NAME, TITLED, QUOTED]
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
      text: bare(found),
      start: index,
      end: index + found.length
    })).filter(({ text: found }) => !SMALL.test(found))
  )
}

/** Takes off quotation marks, which the other text may set otherwise, and the "s" of several "PDFs". */
const bare = (text: string): string =>
  text
    .replace(/^["“„«「『]\s*/u, "")
    .replace(/(?<!\s)\s*["“”»」』]$/u, "")
    .replace(/^(\p{Lu}{2,})s$/u, "$1")

/** A word with a capital behind a small letter, a digit or a comma. */
const NAME =
  /(?<=[\p{Ll}\p{N},;)’'»] )\p{Lu}[\p{L}\p{N}-]+|(?<![\p{L}\p{N}[_])(?:\p{Lu}\p{Ll}*){2,}\p{N}*(?![\p{L}\p{N}_\]])/gu
/** A word with several capitals. */
const BRAND = /(?<![\p{L}\p{N}[_])(?:[A-ZÄÖÜ][a-zäöüß]*){2,}\p{N}*(?![A-Za-z\p{N}_\]])/gu
/** A name behind a title. */
const TITLED =
  /(?<=(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Dra|Prof|Sr|Sra|Srta|M|Mme|Mlle|Herrn?|Frau|Madame|Monsieur|Señora?)\.? )\p{Lu}[\p{L}-]+/gu
/** What stands in a pair of quotation marks, with them. */
const QUOTED = /"[^"\n]{2,60}"|[“„][^“”„\n]{2,60}[“”]|«[^«»\n]{2,60}»|[「『][^「」『』\n]{2,60}[」』]/gu
const SMALL = new RegExp(
  `^(?:${[
    "I|OK|PM|AM|FAQ|ID|PDF|URL|USB|SMS|PIN|EUR|USD|GBP|CHF|JPY",
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?",
    "January|February|March|April|May|June|July|August|September|October|November|December",
    "Monsieur|Madame|Mesdames|Messieurs|Señor(?:a|es)?|Senhor(?:a|es)?|Sir|Madam",
    "You|Your|We|Our|The|If|Please"
  ].join("|")})$`,
  "u"
)

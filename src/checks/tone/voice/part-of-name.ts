import { STOP_WORDS } from "../../../text/words/stop-words.ts"
import type { Span } from "../basis/spans.ts"

/**
 * Says whether words of a list stand in a text as part of a name: with a capital inside a sentence though the list has
 * them without, or beside another word with a capital. German gives every noun a capital, so there, and for a word that
 * the list has with a capital too, only the word beside tells.
 * @param word as the list has it
 * @param language of the text, as ISO 639-1
 */
export function isPartOfName(text: string, { start, end }: Span, word: string, language: string | null): boolean {
  const said = text.slice(start, end)
  if (!CAPITAL.test(said)) return false
  const isShouted = !/\p{Ll}/u.test(said)
  const begins = beginsSentence(text, start)
  if (!begins && !isShouted && language !== "de" && !CAPITAL.test(word)) return true
  const isName = (one: string | undefined) => one !== undefined && isNameBeside(one, language, isShouted)
  const before = begins ? undefined : /\p{Lu}[\p{L}\p{M}'’]*(?=[ -]$)/u.exec(text.slice(Math.max(0, start - 40), start))
  if (before) {
    const at = Math.max(0, start - 40) + before.index
    // The first word of a sentence has a capital in any case, and German adjectives differ from names by their endings.
    if (isName(before[0]) && !(beginsSentence(text, at) && INFLECTED.test(before[0]))) return true
  }
  return isName(/^[ -](\p{Lu}[\p{L}\p{M}'’]*)/u.exec(text.slice(end, end + 40))?.[1])
}

/** The text before begins a sentence or a line of a list. */
export const beginsSentence = (text: string, start: number): boolean =>
  /(?:^|[.!?:…。！？]\s*[¿¡]?|\n\s*(?:[-*•]\s*)?|^\s*[¿¡])$/u.test(text.slice(Math.max(0, start - 8), start)) &&
  (start === 0 || /[\s¿¡。！？]/u.test(text.charAt(start - 1)))

function isNameBeside(word: string, language: string | null, isShouted: boolean): boolean {
  if (isShouted && !/\p{Ll}/u.test(word)) return false
  if (word === "I" || (language === "de" && ADDRESS.test(word))) return false
  return !(STOP_WORDS[language ?? "en"] ?? STOP_WORDS["en"])?.has(word.toLowerCase())
}

const CAPITAL = /^\p{Lu}/u
const INFLECTED = /e[nmrs]?$/u
/** German addresses people politely with a capital. */
const ADDRESS = /^(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?|Du|Dir|Dich|Dein(?:e[nmrs]?)?|Euch|Eu(?:er|re[nmrs]?))$/u

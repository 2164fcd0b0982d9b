import { LISTS } from "replywright/lexicon/gaps"
import { pairsOf } from "../../../lexicon/lexicon.ts"
import { findPlaceholders, type FoundPlaceholder } from "../../../masking/basis/placeholder.ts"
import { MASK_TYPES, type MaskTable, type MaskType } from "../../../masking/basis/placeholder-table.ts"
import { escapeRegExp } from "../../../text/escape-reg-exp.ts"
import { isLanguage, languageOfLocale, LANGUAGES, type Language } from "../../../text/languages.ts"
import { onceEach } from "../../../text/memo/text-memory.ts"

/**
 * Returns the words in brackets that stand in an imported text in place of a personal value. They have no number and
 * are the same for every value of a type, so nothing can be restored from them.
 */
export function gapOf(type: MaskType, locale?: string): string {
  return gapIn(type, languageOfGaps(locale))
}

/** Replaces each placeholder with a gap, whatever ticket the placeholder belongs to. */
export function placeholdersToGaps(text: string, locale?: string): string {
  let out = text
  // A gap in place of an inner placeholder may complete another placeholder around it. Each round removes at least one.
  for (let gaps = findPlaceholders(out); gaps.length > 0; gaps = findPlaceholders(out))
    out = withGaps(out, gaps, locale)
  return out
}

function withGaps(text: string, found: FoundPlaceholder[], locale: string | undefined): string {
  let out = ""
  let end = 0
  for (const { start, end: to, type, suffix } of found) {
    out += text.slice(end, start) + gapOf(type, locale) + suffix
    end = to
  }
  return out + text.slice(end)
}

/**
 * Does the reverse: it replaces each gap and each placeholder with a placeholder whose number no ticket reaches, so
 * that masking leaves its words alone.
 */
export function gapsToPlaceholders(text: string): string {
  return text.replace(ANY_GAP, (_, gap: string, s = "") => standIn(gap, s))
}

/**
 * Does the same for placeholders that masking has inserted. A placeholder that stands for a stand-in becomes that
 * stand-in again.
 */
export function standInsFor(text: string, { entries }: MaskTable): string {
  const was = new Map(entries.flatMap(({ placeholder, value }) => (STAND_IN.test(value) ? [[placeholder, value]] : [])))
  return text.replace(/(\[[A-Z]+_\d+\])(['’]s(?!\p{L}))?/gu, (whole, placeholder: string, s = "") => {
    const [own, [found]] = [was.get(placeholder), findPlaceholders(placeholder)]
    return own !== undefined ? own + s : found ? standIn(gapOf(found.type), s) : whole
  })
}

/** A possessive goes inside the brackets, because its s would otherwise be read as a word. */
const standIn = (gap: string, s: string) => `[${TYPE_OF.get(gap) ?? "LIT"}_${NOBODYS}${s}]`
const NOBODYS = 999_999
const STAND_IN = new RegExp(`^\\[[A-Z]+_${NOBODYS}(?:['’]s)?\\]$`)

export function languageOfGaps(locale: string | undefined): Language {
  const language = languageOfLocale(locale)
  return isLanguage(language) ? language : "en"
}

const valuesIn = onceEach((language: Language) => pairsOf(LISTS, language, "masked-values"))

/** A secret, and what masking only keeps apart, has no words. */
const gapIn = (type: MaskType, language: Language): string => `[${valuesIn(language).get(type) ?? "…"}]`

const TYPE_OF = new Map(
  MASK_TYPES.toReversed().flatMap((type) => LANGUAGES.map((language) => [gapIn(type, language), type] as const))
)
const ANY_GAP = new RegExp(`(${[...TYPE_OF.keys()].map(escapeRegExp).join("|")})(['’]s(?!\\p{L}))?`, "gu")

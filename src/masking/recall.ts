import { isLanguage, languageOfLocale, type Language } from "../text/languages.ts"

/** How much strict masking finds in running text of a language. */
export interface MaskingRecall {
  language: Language
  /** Of 100. */
  found: number
  /** Japanese has no spaces between words: there characters are counted. */
  of: "words" | "characters"
}

/**
 * What masking reaches on a ticket of this language, of all that tells who somebody is: `npm run eval -- report --only
 * mask-own --held`, strict, percent rounded down. docs/privacy.md holds the same figures, with those of balanced.
 * @param locale of a ticket, as a helpdesk writes it ("pt-BR"), or a language
 * @returns undefined for a language without a figure, and for none
 */
export function maskingRecallOf(locale: string | null | undefined): MaskingRecall | undefined {
  const language = languageOfLocale(locale ?? undefined)
  return isLanguage(language)
    ? { language, found: FOUND[language], of: language === "ja" ? "characters" : "words" }
    : undefined
}

const FOUND: Record<Language, number> = { en: 93, de: 91, fr: 89, es: 90, pt: 90, ja: 85 }

import { isLanguage, languageOfLocale, type Language } from "../text/languages.ts"

/** How much strict masking finds in running text of a language. */
export interface MaskingRecall {
  language: Language
  /** The percentage found. */
  found: number
  /** Japanese has no spaces between words, so characters are counted there. */
  of: "words" | "characters"
}

/**
 * Returns how much masking finds of all identifying words on a ticket of this language. The figures are from `npm run
 * eval -- report --only mask-own --held` in strict mode, as a percentage rounded down. docs/privacy.md holds the same
 * figures, and those of balanced mode.
 * @param locale of a ticket, as a helpdesk writes it ("pt-BR"), or a language
 * @returns undefined for a language without a figure, and for no locale
 */
export function maskingRecallOf(locale: string | null | undefined): MaskingRecall | undefined {
  const language = languageOfLocale(locale ?? undefined)
  return isLanguage(language)
    ? { language, found: FOUND[language], of: language === "ja" ? "characters" : "words" }
    : undefined
}

const FOUND: Record<Language, number> = { en: 93, de: 91, fr: 89, es: 90, pt: 90, ja: 85 }

/** The languages in which the product writes and checks, as ISO 639-1 codes. */
export const LANGUAGES = ["en", "de", "fr", "es", "pt", "ja"] as const
export type Language = (typeof LANGUAGES)[number]

export function isLanguage(code: string | null | undefined): code is Language {
  return LANGUAGES.some((language) => language === code)
}

/** Returns the language of a locale as helpdesks write it ("de", "pt-BR", "en_GB"), or null. */
export function languageOfLocale(locale: string | undefined): string | null {
  return /^[a-z]{2,3}(?![a-z])/i.exec(locale ?? "")?.[0].toLowerCase() ?? null
}

/** The languages that the product writes and checks in, as ISO 639-1 codes. */
export const LANGUAGES = ["en", "de", "fr", "es", "pt", "ja"] as const
export type Language = (typeof LANGUAGES)[number]

export function isLanguage(code: string | null | undefined): code is Language {
  return LANGUAGES.some((language) => language === code)
}

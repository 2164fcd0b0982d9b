/** A language of the interface: its own name, and how it writes numbers, days and lines. */
export interface LanguageOfInterface {
  name: string
  /** A BCP 47 tag, for everything that `Intl` writes. */
  locale: string
  direction: "ltr" | "rtl"
}

/**
 * The languages of the interface, by the names of their folders. Arabic has the digits of ticket numbers, codes and
 * addresses, because a browser's version decides otherwise which ones it writes.
 */
export const LANGUAGES = {
  en: { name: "English", locale: "en-GB", direction: "ltr" },
  de: { name: "Deutsch", locale: "de", direction: "ltr" },
  fr: { name: "Français", locale: "fr", direction: "ltr" },
  es: { name: "Español", locale: "es", direction: "ltr" },
  ja: { name: "日本語", locale: "ja", direction: "ltr" },
  ar: { name: "العربية", locale: "ar-u-nu-latn", direction: "rtl" }
} as const satisfies Record<string, LanguageOfInterface>
export type LanguageCode = keyof typeof LANGUAGES
export const LANGUAGE_CODES = Object.keys(LANGUAGES).filter(isLanguageCode)

/** Whether the interface has this language. */
export function isLanguageCode(code: string): code is LanguageCode {
  return Object.hasOwn(LANGUAGES, code)
}

/**
 * Returns the first of the browser's languages that the interface has, in whatever region, or English.
 * @param tags BCP 47 tags, the most wanted first
 */
export function firstSpoken(tags: readonly string[]): LanguageCode {
  return tags.map((tag) => tag.toLowerCase().split("-")[0] ?? "").find(isLanguageCode) ?? "en"
}

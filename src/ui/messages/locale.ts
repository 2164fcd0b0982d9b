import { en } from "./en/en.ts"
import { LANGUAGES, type LanguageCode } from "./languages.ts"
import { createTranslate, type Translate } from "./translate.ts"

/** Every key of the interface with its message, in ICU MessageFormat. */
export type Messages = Readonly<Record<keyof typeof en, string>>

const english = createTranslate<keyof Messages>(en, LANGUAGES.en.locale)
let current: { code: LanguageCode; translate: Translate<keyof Messages> } = { code: "en", translate: english }

/** The language that the interface is in. Only `setLanguage` changes it, so no module may keep a text in a constant. */
export const languageCode = (): LanguageCode => current.code
/** The BCP 47 tag by which `Intl` writes numbers, days and lists. */
export const locale = (): string => LANGUAGES[current.code].locale
/** Words a message in the language of the interface. */
export const translate: Translate<keyof Messages> = (key, data) => current.translate(key, data)

/**
 * Puts the interface into a language. A message that it lacks is shown in English, and the console names it.
 */
export function setLanguage(code: LanguageCode, messages: Partial<Messages>): void {
  const inEnglish: typeof english = (key, data) => {
    console.error(`The interface has no message "${key}" in "${code}".`)
    return english(key, data)
  }
  const { locale, direction } = LANGUAGES[code]
  const how = { whenMissing: inEnglish, isRightToLeft: direction === "rtl" }
  current = { code, translate: createTranslate(messages, locale, how) }
}

/** Returns what `make` makes for the locale of the interface. It is made again when the language changes. */
export function perLocale<T>(make: (locale: string) => T): () => T {
  let last: { locale: string; value: T } | undefined
  return () => {
    if (last?.locale !== locale()) last = { locale: locale(), value: make(locale()) }
    return last.value
  }
}

import { languageWritten } from "../../../text/language.ts"
import { LANGUAGES, languageOfLocale } from "../../../text/languages.ts"

/**
 * Returns a locale in the form that the rest of the code uses (BCP 47): "pt_BR" becomes "pt-BR". Returns undefined if
 * the text names no language.
 */
export function localeOf(said: string | undefined): string | undefined {
  const [language = "", ...rest] = (said ?? "").trim().split(/[-_]/)
  if (!/^[a-z]{2,3}$/i.test(language)) return undefined
  const region = rest.find((part) => /^[a-z]{2}$/i.test(part))
  const script = rest.find((part) => /^[a-z]{4}$/i.test(part))
  return [
    language.toLowerCase(),
    region?.toUpperCase() ?? (script ? script.slice(0, 1).toUpperCase() + script.slice(1).toLowerCase() : undefined)
  ]
    .filter(Boolean)
    .join("-")
}

/**
 * Returns whether a declared locale fits the text. Templates declare `lang="en"` whatever language is written in them,
 * so the language of a long text counts for more.
 */
export function isPlausible(locale: string, text: string): boolean {
  const written = languageWritten(text.slice(0, 4000), LANGUAGES)
  return !written.sure || written.language === languageOfLocale(locale)
}

import { languageWritten } from "../../../text/language.ts"
import { LANGUAGES, languageOfLocale } from "../../../text/languages.ts"

/** BCP 47 as the rest of the house writes it: "pt_BR" is "pt-BR"; undefined where it is no language. */
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

/** Templates say `lang="en"` whatever is written in them; a long text in another language knows better. */
export function isPlausible(locale: string, text: string): boolean {
  const written = languageWritten(text.slice(0, 4000), LANGUAGES)
  return !written.sure || written.language === languageOfLocale(locale)
}

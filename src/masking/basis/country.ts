/**
 * Returns the ISO 3166 code that phone numbers without a country's prefix are read with. It is the locale's region, or
 * else the country where most shops of its speakers are.
 */
export function countryOf(locale: string | undefined): string | undefined {
  const [language = "", ...subtags] = (locale ?? "").split(/[-_]/)
  const region = subtags.find((subtag) => /^[A-Za-z]{2}$/.test(subtag))
  return region?.toUpperCase() ?? COUNTRY_OF_LANGUAGE[language.toLowerCase()]
}

const COUNTRY_OF_LANGUAGE: Record<string, string> = { en: "US", de: "DE", fr: "FR", es: "ES", pt: "PT", ja: "JP" }

import { isLanguage, type Language } from "./languages.ts"

/**
 * Returns a fact of the team's records as a sentence of a letter. The label is the team's own word, whose gender and
 * number no rule knows, so the sentence needs neither.
 * @param language of the letter, ISO 639-1; another language than the product's gets the English sentence
 */
export const recordedFact = (label: string, value: string, language: string | null): string =>
  SENTENCES[isLanguage(language) ? language : "en"](label, value)

const SENTENCES: Record<Language, (label: string, value: string) => string> = {
  en: (label, value) => `Our records show this: ${label} ${value}.`,
  de: (label, value) => `Bei uns ist vermerkt: ${label} ${value}.`,
  fr: (label, value) => `Voici ce qui figure dans notre dossier : ${label} ${value}.`,
  es: (label, value) => `En nuestros registros consta lo siguiente: ${label} ${value}.`,
  pt: (label, value) => `Nos nossos registos consta o seguinte: ${label} ${value}.`,
  ja: (label, value) => `当店の記録では、${label}は${value}です。`
}

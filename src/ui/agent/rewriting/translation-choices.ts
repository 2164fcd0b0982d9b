import { languageInto, TRANSLATIONS, type Translation } from "../../../ticket/rewrite.ts"
import { languageName } from "../../messages/format.ts"

/** The languages that a text can be translated into, by their names. */
export const translationChoices = (): { value: Translation; label: string }[] =>
  TRANSLATIONS.map((value) => ({
    value,
    label: languageName(languageInto(value) ?? "")
  }))

import { useSyncExternalStore } from "react"
import { SelectField } from "../kit/choice-fields.tsx"
import { browserLanguage, chooseLanguage, chosenLanguage, onLanguageChoice } from "../kit/language/language-choice.ts"
import { isLanguageCode, LANGUAGE_CODES, LANGUAGES } from "../messages/languages.ts"
import { t } from "../messages/t.ts"

/** The language of the interface: the browser's, or one by its own name, which is read whatever the page is in now. */
export function LanguageChoice() {
  const chosen = useSyncExternalStore(onLanguageChoice, chosenLanguage)
  const ofBrowser = t("language.browser", { name: LANGUAGES[browserLanguage()].name })
  return (
    <section aria-labelledby="language">
      <h2 id="language">{t("language")}</h2>
      <SelectField
        label={t("language")}
        value={chosen ?? ""}
        choices={[
          { value: "", label: ofBrowser },
          ...LANGUAGE_CODES.map((code) => ({ value: code, label: LANGUAGES[code].name, lang: code }))
        ]}
        choose={(code) => chooseLanguage(isLanguageCode(code) ? code : undefined)}
      />
    </section>
  )
}

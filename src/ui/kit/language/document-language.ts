import { LANGUAGES } from "../../messages/languages.ts"
import { languageCode } from "../../messages/locale.ts"
import { t } from "../../messages/t.ts"

export type PageTitle =
  | "title.panel"
  | "title.popup"
  | "title.review"
  | "title.figures"
  | "title.knowledge"
  | "title.admin"

/** Sets language, direction and title of the page to those of the interface, because the framework's page has none. */
export function setDocumentLanguage(title: PageTitle): void {
  document.documentElement.lang = languageCode()
  document.documentElement.dir = LANGUAGES[languageCode()].direction
  document.title = t(title)
}

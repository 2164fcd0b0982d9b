import { LOCALE } from "../messages/locale.ts"
import { t } from "../messages/t.ts"

/** The framework's page has neither a language nor a title of its own. */
export function setDocumentTitle(
  title: "title.panel" | "title.popup" | "title.review" | "title.figures" | "title.knowledge" | "title.admin"
): void {
  document.documentElement.lang = LOCALE
  document.title = t(title)
}

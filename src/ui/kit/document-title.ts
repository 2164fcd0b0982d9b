import { LOCALE } from "../messages/locale.ts"
import { t } from "../messages/t.ts"

/** Sets language and title, because the framework's page has neither. */
export function setDocumentTitle(
  title: "title.panel" | "title.popup" | "title.review" | "title.figures" | "title.knowledge" | "title.admin"
): void {
  document.documentElement.lang = LOCALE
  document.title = t(title)
}

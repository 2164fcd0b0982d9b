import { useSyncExternalStore, type ReactNode } from "react"
import { type LanguageCode, LANGUAGES } from "../../messages/languages.ts"
import { loadMessages } from "./load-messages.ts"
import { en } from "../../messages/en/en.ts"
import { setLanguage, type Messages, languageCode } from "../../messages/locale.ts"
import { onLanguageChoice, wantedLanguage } from "./language-choice.ts"
import { t } from "../../messages/t.ts"

/**
 * Makes a page show itself in the person's language: nothing before its messages are loaded, and everything again when
 * another language is chosen. What the page holds, such as a letter being edited, stays.
 */
export function inLanguage(title: PageTitle, Page: () => ReactNode): () => ReactNode {
  const language = followLanguage(title)
  return function PageInLanguage() {
    const shown = useSyncExternalStore(language.subscribe, language.shown)
    return shown === undefined ? null : <Page />
  }
}

/** Keeps the interface, and the document, in the language that is wanted. English is there at once. */
function followLanguage(title: PageTitle) {
  let shown: LanguageCode | undefined
  const listeners = new Set<() => void>()
  const show = (code: LanguageCode, messages: Partial<Messages>) => {
    // Two choices in a row may be loaded in another order.
    if (code !== wantedLanguage()) return
    setLanguage(code, messages)
    setDocumentLanguage(title)
    shown = code
    for (const listener of listeners) listener()
  }
  const follow = async () => {
    const code = wantedLanguage()
    if (code === "en") return show(code, en)
    const messages: Partial<Messages> = await loadMessages(code).catch((error: unknown) => {
      // A page in English is of more use than none.
      console.error(error)
      return {}
    })
    show(code, messages)
  }
  void follow()
  onLanguageChoice(() => void follow())
  return {
    shown: () => shown,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
}

type PageTitle = `title.${"panel" | "popup" | "review" | "figures" | "knowledge" | "feedback" | "admin" | "welcome"}`

/** Sets language, direction and title of the page to those of the interface, because the framework's page has none. */
function setDocumentLanguage(title: PageTitle): void {
  document.documentElement.lang = languageCode()
  document.documentElement.dir = LANGUAGES[languageCode()].direction
  document.title = t(title)
}

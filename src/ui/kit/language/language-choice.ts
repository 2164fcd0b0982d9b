import { firstSpoken, isLanguageCode, type LanguageCode } from "../../messages/languages.ts"

/** Returns the language that the person chose in the popup, or undefined where the browser's languages decide. */
export function chosenLanguage(): LanguageCode | undefined {
  const code = localStorage.getItem(NAME)
  return code !== null && isLanguageCode(code) ? code : undefined
}

/** Remembers the choice on this computer. Every open page follows it. */
export function chooseLanguage(code: LanguageCode | undefined): void {
  if (code === undefined) localStorage.removeItem(NAME)
  else localStorage.setItem(NAME, code)
  for (const listener of listeners) listener()
}

/** Returns the language of the interface where none is chosen. */
export const browserLanguage = (): LanguageCode => firstSpoken(navigator.languages)

/** Returns the language that the interface should be in. */
export const wantedLanguage = (): LanguageCode => chosenLanguage() ?? browserLanguage()

/** Calls the listener when a choice is made, in this page or in another one. Returns a function that ends it. */
export function onLanguageChoice(listener: () => void): () => void {
  // The browser tells only the other pages.
  const fromOtherPage = ({ key }: StorageEvent) => {
    if (key === NAME || key === null) listener()
  }
  listeners.add(listener)
  addEventListener("storage", fromOtherPage)
  return () => {
    listeners.delete(listener)
    removeEventListener("storage", fromOtherPage)
  }
}

const NAME = "interface-language"
const listeners = new Set<() => void>()

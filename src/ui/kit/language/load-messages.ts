import type { LanguageCode } from "../../messages/languages.ts"
import type { Messages } from "../../messages/locale.ts"

/**
 * Loads the messages of a language. English is part of every page, since it stands in for what another language lacks;
 * each of the others is a file of its own, which only the pages in that language load.
 * @throws the browser's error if the file can't be loaded
 */
export async function loadMessages(code: Exclude<LanguageCode, "en">): Promise<Messages> {
  return LOADERS[code]()
}

const LOADERS: Record<Exclude<LanguageCode, "en">, () => Promise<Messages>> = {
  de: async () => (await import("../../messages/de/de.ts")).de,
  fr: async () => (await import("../../messages/fr/fr.ts")).fr,
  es: async () => (await import("../../messages/es/es.ts")).es,
  ja: async () => (await import("../../messages/ja/ja.ts")).ja,
  ar: async () => (await import("../../messages/ar/ar.ts")).ar
}

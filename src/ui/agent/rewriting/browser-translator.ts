import type { TextToTranslate } from "../../../protocol/search.ts"

/** Two languages, ISO 639-1. */
interface LanguagePair {
  sourceLanguage: string
  targetLanguage: string
}

/**
 * The browser's own translator, as far as it is used here (https://webmachinelearning.github.io/translation-api/,
 * Chrome 138). It is in pages only, not in workers, and starts a download only within a press.
 */
export interface BrowserTranslator {
  availability(pair: LanguagePair): Promise<"unavailable" | "downloadable" | "downloading" | "available">
  create(options: LanguagePair & { signal: AbortSignal }): Promise<{
    translate(text: string, options: { signal: AbortSignal }): Promise<string>
    destroy(): void
  }>
}

/** Returns the translator of this browser, if it has one. */
export function browserTranslator(): BrowserTranslator | undefined {
  const found: unknown = Reflect.get(globalThis, "Translator")
  return isTranslator(found) ? found : undefined
}

const isTranslator = (found: unknown): found is BrowserTranslator =>
  (typeof found === "function" || typeof found === "object") &&
  found !== null &&
  "availability" in found &&
  typeof found.availability === "function" &&
  "create" in found &&
  typeof found.create === "function"

/** What the browser lacks for a translation: it can't do it, or has to download a package for these languages. */
export interface MissingLanguages {
  missing: "package" | "language"
  languages: string[]
}

/**
 * Translates masked texts line by line, because a translator may join lines. A text in no language that can be told, or
 * in that language already, has no translation.
 * @param into ISO 639-1
 * @param mayDownload whether a press allowed the browser to download packages
 * @throws DOMException of the browser, for example without room for a package; "TimeoutError" if it takes too long,
 * because a download that can't begin is never refused (seen in Chromium 156 without a way to its maker)
 */
export async function translateInBrowser(
  translator: BrowserTranslator,
  texts: readonly TextToTranslate[],
  into: string,
  mayDownload: boolean
): Promise<(string | undefined)[] | MissingLanguages> {
  const languages = [...new Set(texts.flatMap(({ language }) => (isToTranslate(language, into) ? [language] : [])))]
  const pairs = languages.map((language) => ({ sourceLanguage: language, targetLanguage: into }))
  const states = await Promise.all(pairs.map((pair) => translator.availability(pair)))
  const inState = (wanted: (state: (typeof states)[number] | undefined) => boolean) =>
    languages.filter((_, at) => wanted(states[at]))
  const never = inState((state) => state === "unavailable")
  if (never.length > 0) return { missing: "language", languages: never }
  const later = inState((state) => state !== "available")
  if (later.length > 0 && !mayDownload) return { missing: "package", languages: later }
  const signal = AbortSignal.timeout(mayDownload ? DOWNLOAD_MS : TRANSLATE_MS)
  const made = await Promise.all(pairs.map((pair) => translator.create({ ...pair, signal })))
  try {
    const results: (string | undefined)[] = []
    for (const { masked, language } of texts) {
      const own = made[languages.findIndex((one) => one === language)]
      results.push(own && (await linesOf(masked, (line) => own.translate(line, { signal }))))
    }
    return results
  } finally {
    for (const one of made) one.destroy()
  }
}

/** In milliseconds. A package of two languages has some 50 MB. */
const DOWNLOAD_MS = 180_000
const TRANSLATE_MS = 60_000

const isToTranslate = (language: string | null, into: string): language is string =>
  language !== null && language !== into

async function linesOf(text: string, translate: (line: string) => Promise<string>): Promise<string> {
  const lines: string[] = []
  for (const line of text.split("\n")) {
    const bare = line.trim()
    // Nothing is to be translated in a line of placeholders and figures.
    const hasWords = /\p{L}/u.test(bare.replace(/\[\[[^[\]]*\]\]|\[[A-Z_]+_\d+\]/gu, ""))
    const indent = line.slice(0, line.length - line.trimStart().length)
    lines.push(hasWords ? indent + (await translate(bare)) : line)
  }
  return lines.join("\n")
}

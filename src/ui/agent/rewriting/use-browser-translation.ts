import type { Rewritten, TextToTranslate } from "../../../protocol/search.ts"
import { languageInto, type Translation } from "../../../ticket/rewrite.ts"
import { takeAnswer } from "../card-kit/command-answers.ts"
import { languageName, listed } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { usePanelContext } from "../state/use-panel.ts"

/** The writer of a translation by the browser. */
export const BROWSER = "browser"

/** What is translated: the thread, or a text of the agent. */
export interface TranslatedPart {
  of: "thread" | "draft" | "editor"
  change: Translation
  /** The draft's text. */
  text?: string | undefined
  /** The texts that wait for a package, once a press allowed its download. */
  waiting?: TextToTranslate[] | undefined
}

/** A translation by the browser; what has to be downloaded for it, in words; or why there is none. */
export type BrowserTranslation =
  | { texts: (TextToTranslate & { translated?: Pick<Rewritten, "text" | "rows"> })[] }
  | { waiting: TextToTranslate[]; download: string }
  | { failed: string }

/** Whether this browser can translate by itself. */
export const hasBrowserTranslator = (): boolean => browserTranslator() !== undefined

/** The way to translate without a model, where the browser has a translator of its own. */
export function useBrowserTranslation() {
  const { ticket, link, state } = usePanelContext()
  return {
    /** A model is better, so the browser's translator is only used without one. */
    isThere: state.relay.model === null && hasBrowserTranslator(),
    /** @throws CommandFailed if the background refuses; DOMException of the browser */
    async translate({ of, change, text, waiting }: TranslatedPart): Promise<BrowserTranslation> {
      const translator = browserTranslator()
      const into = languageInto(change)
      if (!translator || into === undefined) return { failed: t("translation.browser-none") }
      const key = ticket.key
      const texts =
        waiting ?? takeAnswer(await link.send({ kind: "panel-texts", key, of, text, change }), ({ texts }) => texts)
      const results = await translateInBrowser(translator, texts, into, waiting !== undefined)
      if (!Array.isArray(results)) {
        const names = { from: listed(results.languages.map(languageName)), into: languageName(into) }
        return results.missing === "language"
          ? { failed: t("translation.browser-language", names) }
          : { waiting: texts, download: t("translation.download-lead", names) }
      }
      const pairs = texts.flatMap(({ id, masked }, at) => {
        const after = results[at]
        return after === undefined ? [] : [{ id, before: masked, after }]
      })
      const sent = pairs.map(({ before, after }) => ({ before, after }))
      const compared =
        pairs.length === 0
          ? []
          : takeAnswer(
              await link.send({ kind: "panel-compare-translation", key, change, texts: sent }),
              ({ compared }) => compared
            )
      return {
        texts: texts.map((one) => {
          const translated = compared[pairs.findIndex(({ id }) => id === one.id)]
          return { ...one, ...(translated && { translated }) }
        })
      }
    }
  }
}

/** Returns why the browser's translator failed, in words. */
export const browserFailure = (error: unknown): string | undefined =>
  error instanceof DOMException ? t("translation.browser-failed") : undefined

/** Two languages, ISO 639-1. */
interface LanguagePair {
  sourceLanguage: string
  targetLanguage: string
}

/**
 * The browser's own translator, as far as it is used here (https://webmachinelearning.github.io/translation-api/,
 * Chrome 138). It is in pages only, not in workers, and starts a download only within a press.
 */
interface BrowserTranslator {
  availability(pair: LanguagePair): Promise<"unavailable" | "downloadable" | "downloading" | "available">
  create(options: LanguagePair & { signal: AbortSignal }): Promise<{
    translate(text: string, options: { signal: AbortSignal }): Promise<string>
    destroy(): void
  }>
}

/** Returns the translator of this browser, if it has one. */
function browserTranslator(): BrowserTranslator | undefined {
  const candidate: unknown = Reflect.get(globalThis, "Translator")
  return isTranslator(candidate) ? candidate : undefined
}

const isTranslator = (candidate: unknown): candidate is BrowserTranslator =>
  (typeof candidate === "function" || typeof candidate === "object") &&
  candidate !== null &&
  "availability" in candidate &&
  typeof candidate.availability === "function" &&
  "create" in candidate &&
  typeof candidate.create === "function"

/** What the browser lacks for a translation: it can't do it, or has to download a package for these languages. */
interface MissingLanguages {
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
async function translateInBrowser(
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

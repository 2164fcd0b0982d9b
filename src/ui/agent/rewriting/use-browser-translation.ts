import type { Rewritten, TextToTranslate } from "../../../protocol/search.ts"
import { languageInto, type Translation } from "../../../ticket/rewrite.ts"
import { takeAnswer } from "../card-kit/command-answers.ts"
import { languageName, listed } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { browserTranslator, translateInBrowser } from "./browser-translator.ts"

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

/** The way to translate without a model, where the browser has a translator of its own. */
export function useBrowserTranslation() {
  const { ticket, link, state } = usePanelContext()
  return {
    /** A model is better, so the browser's translator is only used without one. */
    isThere: state.relay.model === null && browserTranslator() !== undefined,
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

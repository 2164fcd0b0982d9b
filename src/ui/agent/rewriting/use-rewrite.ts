import { useQuery, useQueryClient } from "@tanstack/react-query"
import type { AskedRewrite, Rewritten, TextToTranslate } from "../../../protocol/search.ts"
import { asShortSentences, canBeCut } from "../../../text/forms/as-short-sentences.ts"
import { asSteps } from "../../../text/forms/as-steps.ts"
import { isSpellingLanguage, isTranslation, OFFLINE_REWRITES, REWRITES, type Rewrite } from "../../../ticket/rewrite.ts"
import { t } from "../../messages/t.ts"
import { failureText, takeAnswer } from "../card-kit/command-answers.ts"
import { replaceText } from "../state/draft-text.ts"
import { usePanelContext, type PanelContextValue } from "../state/use-panel.ts"
import { BROWSER, browserFailure, useBrowserTranslation, type BrowserTranslation } from "./use-browser-translation.ts"

/** A text that is reworded: the draft, or the agent's reply in the editor. */
export type RewrittenText = "draft" | "editor"

export interface RewriteState extends AskedRewrite {
  of: RewrittenText
  step: "busy" | "failed" | "found" | "used" | "download"
  got?: Rewritten
  /** What the browser has to download before it can translate, in words, and the texts that wait for it. */
  download?: string
  waiting?: TextToTranslate[]
  /** Why there is nothing, or why it can't be used any more. */
  failed?: string
  /** What stands in the text now, once it was used. */
  used?: string
}

/** The rewrite that is shown for this ticket, and the ways to get, use and undo one. */
export function useRewrite() {
  const panel = usePanelContext()
  const { ticket, link, state, draft, draftText } = panel
  const hasModel = state.relay.model !== null
  const browser = useBrowserTranslation()
  const queries = useQueryClient()
  const queryKey = ["rewrite", ticket.key]
  const { data } = useQuery<RewriteState | null>({
    queryKey,
    queryFn: () => null,
    initialData: null,
    staleTime: Infinity,
    gcTime: Infinity
  })
  const set = (next: RewriteState | null) => queries.setQueryData(queryKey, next)

  return {
    shown: data,
    /** What can be done with this text: everything with a model, and what rules can do without one. */
    changesOf: (of: RewrittenText): readonly Rewrite[] =>
      hasModel ? REWRITES : offlineChanges(of, draftText.letter.text, draft?.language ?? ticket.language),
    /** It can do what the agent says. */
    hasModel,
    canTranslate: hasModel || browser.isThere,
    /** @param waiting what a press allows the browser to download a package for */
    async ask(of: RewrittenText, { change, wish }: AskedRewrite, waiting?: TextToTranslate[]): Promise<void> {
      set({ of, change, wish, step: "busy", ...(waiting && { download: t("translation.downloading") }) })
      const text = of === "draft" ? draftText.letter.text : undefined
      if (isTranslation(change) && browser.isThere) {
        const failed = await failureOf(async () => {
          set({ of, change, ...stepOf(await browser.translate({ of, change, text, waiting })) })
        })
        if (failed !== undefined) set({ of, change, step: "failed", failed })
        return
      }
      const command = { kind: "panel-rewrite", key: ticket.key, change, wish, text } as const
      const failed = await failureOf(async () => {
        const got = takeAnswer(await link.send(command), ({ rewrite }) => rewrite)
        set({ of, change, wish, step: "found", got })
      })
      if (failed !== undefined) set({ of, change, wish, step: "failed", failed })
    },
    /** Takes the rewrite, or only the part of it that keeps every fact. */
    async use(shown: RewriteState, text: string): Promise<void> {
      const failed = await put(panel, shown.of, shown.got?.before ?? "", text)
      set(failed === undefined ? { ...shown, step: "used", used: text } : { ...shown, failed })
    },
    async undo(shown: RewriteState): Promise<void> {
      const failed = await put(panel, shown.of, shown.used ?? "", shown.got?.before ?? "")
      set(failed === undefined ? null : { ...shown, failed })
    },
    close: () => set(null)
  }
}

/** Puts `text` where `was` stands. Resolves to why not, or to undefined. */
async function put(
  { ticket, link, draftText }: PanelContextValue,
  of: RewrittenText,
  was: string,
  text: string
): Promise<string | undefined> {
  if (of === "draft") {
    if (draftText.letter.text !== was) return t("rewrite.draft-changed")
    draftText.change((letter) => replaceText(letter, text))
    return undefined
  }
  return failureOf(async () =>
    takeAnswer(await link.send({ kind: "panel-rewrite-put", key: ticket.key, was, text }), () => true)
  )
}

/**
 * What rules can do with this text. What the agent wrote in the editor is unknown here, so it is taken to be in this
 * language.
 */
function offlineChanges(of: RewrittenText, draft: string, language: string | null): readonly Rewrite[] {
  const can: Partial<Record<Rewrite, boolean>> = {
    // Only people shout.
    friendlier: of === "editor",
    simpler:
      of === "editor" ? language === null || canBeCut(language) : asShortSentences(draft, language) !== undefined,
    spelling: language === null || isSpellingLanguage(language),
    steps: of === "editor" || asSteps(draft, language) !== undefined
  }
  return OFFLINE_REWRITES.filter((change) => can[change] ?? true)
}

/** Returns what is shown of a translation by the browser. */
function stepOf(
  translation: BrowserTranslation
): Pick<RewriteState, "step" | "failed" | "got" | "download" | "waiting"> {
  if ("failed" in translation) return { step: "failed", failed: translation.failed }
  if ("waiting" in translation) return { step: "download", ...translation }
  const [text] = translation.texts
  if (!text?.translated) return { step: "failed", failed: t("fault.rewrite-same-language") }
  const got = { before: text.before, ...text.translated, writer: BROWSER, upstream: { asked: false, model: BROWSER } }
  return { step: "found", got }
}

/** Resolves to why a request failed, in words, or to undefined. */
async function failureOf(request: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await request()
    return undefined
  } catch (error) {
    return browserFailure(error) ?? failureText(error instanceof Error ? error : new Error(String(error)))
  }
}

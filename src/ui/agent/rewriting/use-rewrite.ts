import { useQuery, useQueryClient } from "@tanstack/react-query"
import type { AskedRewrite, Rewritten } from "../../../protocol/search.ts"
import { OFFLINE_REWRITES, REWRITES } from "../../../ticket/rewrite.ts"
import { t } from "../../messages/t.ts"
import { failureText, takeAnswer } from "../card-kit/command-answers.ts"
import { replaceText } from "../state/draft-text.ts"
import { usePanelContext } from "../state/use-panel.ts"

/** A text that is reworded: the draft, or the agent's reply in the editor. */
export type RewrittenText = "draft" | "editor"

export interface RewriteState extends AskedRewrite {
  of: RewrittenText
  step: "busy" | "failed" | "found" | "used"
  got?: Rewritten
  /** Why there is nothing, or why it can't be used any more. */
  failed?: string
  /** What stands in the text now, once it was used. */
  used?: string
}

/** The rewrite that is shown for this ticket, and the ways to get, use and undo one. */
export function useRewrite() {
  const { ticket, link, state, draftText } = usePanelContext()
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

  /** Puts `text` where `was` stands. Resolves to why not, or to undefined. */
  async function put(of: RewrittenText, was: string, text: string): Promise<string | undefined> {
    if (of === "draft") {
      if (draftText.letter.text !== was) return t("rewrite.draft-changed")
      draftText.change((letter) => replaceText(letter, text))
      return undefined
    }
    return failureOf(async () =>
      takeAnswer(await link.send({ kind: "panel-rewrite-put", key: ticket.key, was, text }), () => true)
    )
  }

  return {
    shown: data,
    /** What can be done here: everything with a model, and what rules can do without one. */
    changes: state.relay.model === null ? OFFLINE_REWRITES : REWRITES,
    /** It can translate, and do what the agent says. */
    hasModel: state.relay.model !== null,
    async ask(of: RewrittenText, { change, wish }: AskedRewrite): Promise<void> {
      set({ of, change, wish, step: "busy" })
      const text = of === "draft" ? draftText.letter.text : undefined
      const command = { kind: "panel-rewrite", key: ticket.key, change, wish, text } as const
      const failed = await failureOf(async () => {
        const got = takeAnswer(await link.send(command), ({ rewrite }) => rewrite)
        set({ of, change, wish, step: "found", got })
      })
      if (failed !== undefined) set({ of, change, wish, step: "failed", failed })
    },
    /** Takes the rewrite, or only the part of it that keeps every fact. */
    async use(shown: RewriteState, text: string): Promise<void> {
      const failed = await put(shown.of, shown.got?.before ?? "", text)
      set(failed === undefined ? { ...shown, step: "used", used: text } : { ...shown, failed })
    },
    async undo(shown: RewriteState): Promise<void> {
      const failed = await put(shown.of, shown.used ?? "", shown.got?.before ?? "")
      set(failed === undefined ? null : { ...shown, failed })
    },
    close: () => set(null)
  }
}

/** Resolves to why a request failed, in words, or to undefined. */
async function failureOf(request: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await request()
    return undefined
  } catch (error) {
    return failureText(error instanceof Error ? error : new Error(String(error)))
  }
}

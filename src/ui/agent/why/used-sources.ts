import type { PanelDraft } from "../../../protocol/panel.ts"
import { citesSources, type Source } from "../../../ticket/draft.ts"
import type { DraftText } from "../state/draft-text.ts"

/** The sources that sentences of the letter stand on, with how many, and those that were found and not used. */
export function usedSources(
  draft: PanelDraft,
  { claims }: DraftText
): { used: { source: Source; count: number }[]; unused: Source[] } {
  const counts = new Map<number, number>()
  for (const claim of claims)
    if (citesSources(claim)) for (const n of claim.sources) counts.set(n, (counts.get(n) ?? 0) + 1)
  return {
    used: draft.sources.flatMap((source) => {
      const count = counts.get(source.n)
      return count === undefined ? [] : [{ source, count }]
    }),
    unused: draft.sources.filter(({ n }) => !counts.has(n))
  }
}

/** Returns the source that carries a draft, such as a page, a macro or a solved ticket. */
export function leadingSource({ answer, sources }: Pick<PanelDraft, "answer" | "sources">): Source | undefined {
  return sources.find(({ n }) => n === answer?.mainSource)
}

import { createContext, use } from "react"
import type { Suggestion } from "../../../ticket/draft.ts"
import { addedClaim, placeFor } from "../state/suggested-sentence.ts"
import { usePanelContext } from "../state/use-panel.ts"

/** The offered sentence that has the focus or the pointer, so that the letter can show where it would go. */
export const AimedSentence = createContext<{
  aimed: Suggestion | undefined
  aim(one: Suggestion | undefined): void
}>({ aimed: undefined, aim: () => undefined })

/** Returns where in the letter the aimed sentence would go, in UTF-16 units, or undefined if none is aimed at or it is in already. */
export function useAimedPlace(): number | undefined {
  const { aimed } = use(AimedSentence)
  const { draft, draftText } = usePanelContext()
  const { answer } = draft ?? {}
  const { letter } = draftText
  return aimed && answer && !addedClaim(letter, aimed) ? placeFor(letter, aimed, answer) : undefined
}

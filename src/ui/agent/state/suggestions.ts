import type { PanelDraft } from "../../../protocol/panel.ts"
import type { OpenCase, Suggestion } from "../../../ticket/draft.ts"
import { isWriting } from "./disabled-reasons.ts"
import {
  addAnswer,
  addedClaim,
  addSentence,
  askingSentences,
  takeOutSentence,
  type AnswerSentence
} from "./suggested-sentence.ts"
import type { DraftTextState } from "./use-draft-text.ts"

/** What can be done with the sentences that are offered besides the draft. */
export interface Suggestions {
  /** Puts a suggested sentence into the draft, or takes it out again. */
  toggle(one: Suggestion): void
  /** Keeps one sentence of a case in the draft and takes the others out; done again, it puts them back. */
  keepOnly(one: Suggestion, of: OpenCase): void
  /** Puts sentences of an answer to the agent's own question into the draft. Undefined while that can't be done. */
  add: ((sentences: AnswerSentence[]) => void) | undefined
  /** Begins the draft with what the pages ask of the customer. */
  ask(): void
  canAsk: boolean
}

export function suggestionsOf(
  draft: PanelDraft | undefined,
  { letter, change, flush }: DraftTextState,
  quiet: () => void
): Suggestions {
  const answer = isWriting(draft) ? undefined : draft?.answer
  const asks = askingSentences(draft, letter)
  const rewrite = (make: Parameters<typeof change>[0]) => {
    quiet()
    change(make)
    void flush()
  }
  return {
    toggle: (one) => {
      if (!answer) return
      rewrite((before) => (addedClaim(before, one) ? takeOutSentence(before, one) : addSentence(before, one, answer)))
    },
    keepOnly: (kept, { ways }) => {
      if (!answer) return
      rewrite((before) => {
        const isIn = (way: Suggestion) => addedClaim(before, way) !== undefined
        const others = ways.filter((way) => way !== kept)
        const isOnly = isIn(kept) && !others.some(isIn)
        if (isOnly) return others.reduce((text, way) => addSentence(text, way, answer), before)
        return others.reduce(takeOutSentence, isIn(kept) ? before : addSentence(before, kept, answer))
      })
    },
    ask: () => {
      if (answer) rewrite((before) => asks.reduce((text, one) => addSentence(text, one, answer), before))
    },
    add:
      draft && !isWriting(draft) && (letter.text.trim() !== "" || draft.answer?.frame)
        ? (sentences) => rewrite((before) => addAnswer(before, sentences, draft.answer))
        : undefined,
    canAsk: asks.length > 0
  }
}

import type { PanelDraft } from "../../../protocol/panel.ts"
import type { OpenCase, Suggestion } from "../../../ticket/draft.ts"
import { isWriting } from "./disabled-reasons.ts"
import { addOwnWords, begunWith, EMPTY, type BegunWith } from "./own-letter.ts"
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
  /**
   * Asks the customer for what the pages need or, if they need nothing, begins a letter with the plain question. Done
   * again, it takes that question out.
   */
  ask(): void
  canAsk: boolean
  /** Begins a letter that only says that nothing is known yet. Undefined where there is no such sentence. */
  hold: (() => void) | undefined
  /** Puts the agent's own sentences into a letter as they are. Undefined where a model writes it from them. */
  give: ((words: string) => void) | undefined
  /** What the letter was begun with, as long as it says nothing else. */
  begun: BegunWith | undefined
  /** Takes out what the letter was begun with. */
  takeBack(): void
}

export function suggestionsOf(
  draft: PanelDraft | undefined,
  { letter, change, flush }: DraftTextState,
  quiet: () => void,
  hasModel: boolean
): Suggestions {
  const answer = isWriting(draft) ? undefined : draft?.answer
  const asks = askingSentences(draft, letter)
  const rewrite = (make: Parameters<typeof change>[0]) => {
    quiet()
    change(make)
    void flush()
  }
  const { refusal } = draft ?? {}
  const isEmpty = letter.text.trim() === ""
  const begun = answer ? begunWith(letter, answer, refusal?.say) : undefined
  const begin = (words: string | undefined) => {
    if (answer?.frame && words !== undefined) rewrite((before) => addOwnWords(before, words, answer))
  }
  const takeBack = () => {
    if (begun) rewrite(() => EMPTY)
  }
  const canAskBack = answer?.frame !== undefined && answer.askBack !== undefined
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
      if (begun === "question") return takeBack()
      if (asks.length === 0) return isEmpty ? begin(answer?.askBack) : undefined
      if (answer) rewrite((before) => asks.reduce((text, one) => addSentence(text, one, answer), before))
    },
    add:
      draft && !isWriting(draft) && (letter.text.trim() !== "" || draft.answer?.frame)
        ? (sentences) => rewrite((before) => addAnswer(before, sentences, draft.answer))
        : undefined,
    canAsk: asks.length > 0 || begun === "question" || (isEmpty && canAskBack),
    hold: answer?.frame && refusal?.say !== undefined && isEmpty ? () => begin(refusal.say) : undefined,
    give: answer?.frame && refusal && !hasModel ? begin : undefined,
    begun,
    takeBack
  }
}

import type { PanelDraft } from "../../../protocol/panel.ts"
import type { Answer, OpenCase, Suggestion } from "../../../ticket/draft.ts"
import { holdsLetter } from "../../../ticket/danger.ts"
import type { DraftText } from "./draft-text.ts"
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
export interface Suggestions extends SentenceActions, LetterBeginning {}

/** What puts sentences into a draft that are offered for it. */
interface SentenceActions {
  /** Puts a suggested sentence into the draft, or takes it out again. */
  toggle(one: Suggestion): void
  /** Keeps one sentence of a case in the draft and takes the others out; done again, it puts them back. */
  keepOnly(one: Suggestion, of: OpenCase): void
  /** Puts sentences of an answer to the agent's own question into the draft. Undefined while that can't be done. */
  add: ((sentences: AnswerSentence[]) => void) | undefined
}

/** What begins a letter with words that no page says. */
interface LetterBeginning {
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
  const rewrite: Rewrite = (make) => {
    quiet()
    change(make)
    void flush()
  }
  const wholeDraft = isWriting(draft) ? undefined : draft
  return {
    ...sentenceActions(wholeDraft, letter, rewrite),
    ...letterBeginning(wholeDraft, letter, askingSentences(draft, letter), rewrite, hasModel)
  }
}

/** Changes the letter, and sends it. */
type Rewrite = (make: (before: DraftText) => DraftText) => void

function sentenceActions(draft: PanelDraft | undefined, letter: DraftText, rewrite: Rewrite): SentenceActions {
  const answer = draft?.answer
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
    add:
      draft && !holdsLetter(draft.danger) && (letter.text.trim() !== "" || answer?.frame)
        ? (sentences) => rewrite((before) => addAnswer(before, sentences, answer))
        : undefined
  }
}

/** @param asks the sentences that ask the customer for what the pages need */
function letterBeginning(
  draft: PanelDraft | undefined,
  letter: DraftText,
  asks: Suggestion[],
  rewrite: Rewrite,
  hasModel: boolean
): LetterBeginning {
  const { answer, refusal } = draft ?? {}
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
    ask: () => {
      if (begun === "question") return takeBack()
      if (asks.length === 0) return isEmpty ? begin(answer?.askBack) : undefined
      if (answer) rewrite((before) => asks.reduce((text, one) => addSentence(text, one, answer), before))
    },
    canAsk: asks.length > 0 || begun === "question" || (isEmpty && canAskBack),
    hold: answer?.frame && refusal?.say !== undefined && isEmpty ? () => begin(refusal.say) : undefined,
    give: answer?.frame && refusal && !hasModel ? begin : undefined,
    begun,
    takeBack
  }
}

/** Which words of ours the agent has begun a letter with, where no draft was written. */
type BegunWith = "question" | "holding"

/**
 * Puts words that no page says into a letter that the agent begins: between greeting and closing, and then after what
 * is there already. They get no claim, so they count as the agent's own.
 */
function addOwnWords(letter: DraftText, words: string, { frame }: Pick<Answer, "frame">): DraftText {
  const { opening, closing } = frame ?? { opening: "", closing: "" }
  if (letter.text.trim() === "") return { ...EMPTY, text: opening + words + closing }
  const isFramed = closing !== "" && letter.text.endsWith(closing)
  const before = isFramed ? letter.text.slice(0, -closing.length) : letter.text.trimEnd()
  return { ...letter, text: `${before}${gapAfter(before)}${words}${isFramed ? closing : ""}` }
}

/** Returns the words of ours that are all that a letter says, or undefined if the agent has written in it. */
function begunWith(letter: DraftText, { askBack, frame }: Answer, say: string | undefined): BegunWith | undefined {
  const isAll = (words: string | undefined) =>
    words !== undefined && letter.text === addOwnWords(EMPTY, words, { ...(frame && { frame }) }).text
  return isAll(askBack) ? "question" : isAll(say) ? "holding" : undefined
}

const EMPTY: DraftText = { text: "", claims: [], kept: [], fills: [] }

/** Japanese sentences have no space between them. */
const gapAfter = (text: string) => (/(?:[。！？]|\s)$/u.test(text) ? "" : " ")

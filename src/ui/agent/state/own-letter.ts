import type { Answer } from "../../../ticket/draft.ts"
import type { DraftText } from "./draft-text.ts"

/** Which words of ours the agent has begun a letter with, where no draft was written. */
export type BegunWith = "question" | "holding"

/**
 * Puts words that no page says into a letter that the agent begins: between greeting and closing, and then after what
 * stands there already. They get no claim, so they count as the agent's own.
 */
export function addOwnWords(letter: DraftText, words: string, { frame }: Pick<Answer, "frame">): DraftText {
  const { opening, closing } = frame ?? { opening: "", closing: "" }
  if (letter.text.trim() === "") return { ...EMPTY, text: opening + words + closing }
  const isFramed = closing !== "" && letter.text.endsWith(closing)
  const before = isFramed ? letter.text.slice(0, -closing.length) : letter.text.trimEnd()
  return { ...letter, text: `${before}${gapAfter(before)}${words}${isFramed ? closing : ""}` }
}

/** Returns the words of ours that are all that a letter says, or undefined if the agent has written in it. */
export function begunWith(
  letter: DraftText,
  { askBack, frame }: Answer,
  say: string | undefined
): BegunWith | undefined {
  const isAll = (words: string | undefined) =>
    words !== undefined && letter.text === addOwnWords(EMPTY, words, { ...(frame && { frame }) }).text
  return isAll(askBack) ? "question" : isAll(say) ? "holding" : undefined
}

export const EMPTY: DraftText = { text: "", claims: [], kept: [], fills: [] }

/** Japanese sentences have no space between them. */
const gapAfter = (text: string) => (/(?:[。！？]|\s)$/u.test(text) ? "" : " ")

import type { PanelDraft } from "../../../protocol/panel.ts"
import { caseFact } from "../../../ticket/left-out-case.ts"
import type { OpenCase } from "../../../ticket/draft.ts"
import { isWriting } from "./disabled-reasons.ts"
import { addAnswer } from "./suggested-sentence.ts"
import type { DraftTextState } from "./use-draft-text.ts"

/** What can be done where the ticket doesn't tell which case of a page is the customer's. */
export interface CaseActions {
  /** The answers that have a digit: to all questions that the draft asks, in the order of the card. */
  answers: { open: OpenCase; name: string; digit: number }[]
  /** Has the draft made again for this case, around the edits. */
  answer(open: OpenCase, name: string): void
  /** Puts the questions into the draft that aren't in it, or else takes the agent's answers back. */
  ask(): void
  canAsk: boolean
}

/** @param typeIn has the draft made again with facts; "" takes one back */
export function caseActions(
  draft: PanelDraft | undefined,
  { letter, change, flush }: DraftTextState,
  { typeIn, quiet }: { typeIn: (facts: Record<string, string>) => void; quiet: () => void }
): CaseActions {
  const shown = isWriting(draft) ? undefined : draft?.answer
  const { openCases = [], leftOut = [] } = shown ?? {}
  const questions = openCases.flatMap(({ asked }) =>
    asked && !letter.text.includes(asked.question) ? [asked.question] : []
  )
  const answered = new Set(leftOut.flatMap((one) => one.answered ?? []))
  const names = openCases.flatMap((open) => open.asked?.names.map((name) => ({ open, name })) ?? [])
  return {
    answers: names.slice(0, DIGITS).map((one, at) => ({ ...one, digit: at + 1 })),
    answer: ({ asked }, name) => {
      if (asked) typeIn({ [caseFact(asked.names)]: name })
    },
    ask: () => {
      if (questions.length === 0) return typeIn(Object.fromEntries([...answered].map((fact) => [fact, ""])))
      quiet()
      change((before) =>
        addAnswer(
          before,
          questions.map((text) => ({ text })),
          shown
        )
      )
      void flush()
    },
    canAsk: questions.length > 0 || answered.size > 0
  }
}

const DIGITS = 9

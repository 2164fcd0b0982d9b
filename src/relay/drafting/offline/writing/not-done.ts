import type { DraftPart } from "../../../../models/drafter/contract.ts"
import type { Wish } from "../../../../text/wishes.ts"
import type { UndoneWish } from "../../../../ticket/draft.ts"

/** Adds to the answer what can't be done. */
export function withNotDone(parts: DraftPart[], more: UndoneWish[]): DraftPart[] {
  if (more.length === 0) return parts
  return parts.map((part) =>
    "answer" in part ? { answer: { ...part.answer, notDone: [...(part.answer.notDone ?? []), ...more] } } : part
  )
}

/** Returns the wishes that can't be done because there is no draft. */
export const noDraft = (wishes: Wish[]): UndoneWish[] =>
  wishes.map(({ kind, part }) => ({ part, why: kind === "unknown" ? "unknown" : "no-draft" }))

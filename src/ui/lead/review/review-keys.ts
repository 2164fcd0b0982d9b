import { REASON_KEYS, REASONS, type Reason } from "../../../ticket/review-reasons.ts"
import { VERDICTS, type Verdict } from "../../../protocol/review.ts"
import type { Binding } from "../../kit/key-list.tsx"
import { leaveField } from "../../kit/keep-focus.ts"
import { inTextField, isMac, MOD_ENTER, useKeys, type KeyMap } from "../../kit/use-keys.ts"
import { CRITERION_KEYS } from "./criteria.tsx"
import type { ReviewContextValue } from "./use-review.ts"

const letter = (key: string, does: Binding["does"]): Binding => ({ key, hint: key, shortcut: key, does })

/** The keys of the review. Bindings, hints on the buttons and the shortcut sheet all read them here. */
export const reviewKeys = {
  next: letter("J", "key.case.next"),
  previous: letter("K", "key.case.previous"),
  save: { key: "Mod Enter", hint: MOD_ENTER, shortcut: isMac ? "Meta+Enter" : "Control+Enter", does: "key.case.save" },
  skip: letter("S", "key.case.skip"),
  undo: letter("U", "key.case.undo"),
  keys: letter("?", "key.sheet")
} satisfies Record<string, Binding>

export const VERDICT_KEYS: Record<Verdict, string> = { send: "1", "small-edit": "2", "dont-send": "3" }

export const verdictKeys: (Binding & { verdict: Verdict })[] = VERDICTS.map((verdict) => ({
  ...letter(VERDICT_KEYS[verdict], `verdict.${verdict}`),
  verdict
}))

/** All keys of the scorecard on one line of the list, because a team names its criteria itself. */
export const criterionKey: Binding = { ...letter(CRITERION_KEYS[0], "key.case.score"), hint: "4 … 9" }

/** They are in the order of the list. */
export const reasonKeys: (Binding & { reason: Reason })[] = REASONS.map((reason) => ({
  ...letter(REASON_KEYS[reason], `reason.${reason}`),
  reason
}))

/**
 * Binds the keys. While the list of all keys hides the case, each of them only brings the case back: nobody reviews what
 * they don't see.
 */
export function useReviewKeys(
  hold: ReviewContextValue,
  single: boolean,
  sheet: { isOpen: boolean; toggle: () => void }
): void {
  const { next, previous, save, skip, undo, keys } = reviewKeys
  const map: KeyMap = {
    [next.key]: () => hold.next?.(),
    [previous.key]: () => hold.previous?.(),
    [save.key]: hold.save,
    [skip.key]: hold.skip,
    [undo.key]: hold.undo,
    [keys.key]: sheet.toggle,
    Escape: ({ target }) => {
      if (inTextField(target)) leaveField(target)
    },
    ...Object.fromEntries(verdictKeys.map(({ key, verdict }) => [key, () => hold.judge(verdict)])),
    ...Object.fromEntries(CRITERION_KEYS.map((key, at) => [key, () => hold.scoreNext(at)])),
    ...Object.fromEntries(reasonKeys.map(({ key, reason }) => [key, () => hold.tick(reason)]))
  }
  const back: KeyMap = Object.fromEntries(Object.keys(map).map((key) => [key, sheet.toggle]))
  useKeys(sheet.isOpen ? back : map, single)
}

import type { ChosenDocument } from "../../../protocol/panel.ts"
import { focusOn } from "../../kit/focus-on.ts"

/**
 * Moves the focus to the next of some elements, by id, starting from the one that has it or the top, and around the
 * end.
 */
export function focusNext(ids: string[], back: boolean): void {
  if (ids.length === 0) return
  const at = ids.indexOf(document.activeElement?.id ?? "")
  const index = at < 0 ? (back ? ids.length - 1 : 0) : (at + (back ? -1 : 1) + ids.length) % ids.length
  focusOn(ids[index])
}

/**
 * Focuses an element once what has just changed is drawn, if the focus was lost because what had it is gone.
 */
export function focusIfLost(id: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusOn(id)
  })
}

/** The id of the button that removes a choice. */
export const chosenId = ({ id }: ChosenDocument) => `chosen-${id}`

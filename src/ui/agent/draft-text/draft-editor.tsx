import { useEffect, useRef } from "react"
import { t } from "../../messages/t.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { direction } from "../../kit/direction.ts"
import { replaceText } from "../state/draft-text.ts"
import { firstSelection } from "./edit-caret.ts"

/**
 * The draft as one multiline field. Blanks appear in it as `[[what is missing]]`, and the Checks card has what the
 * marks say.
 */
export function DraftEditor() {
  const { draft, draftText, editAt } = usePanelContext()
  const field = useRef<HTMLTextAreaElement>(null)
  const first = useRef(
    editAt === undefined ? firstSelection(draftText.letter, draft?.answer) : { start: editAt, end: editAt }
  ).current
  useEffect(() => {
    // The browser scrolls to a caret, which may be far below, but not to a selection.
    field.current?.setSelectionRange(first.end, first.end)
    field.current?.focus()
    field.current?.setSelectionRange(first.start, first.end)
  }, [first])
  const { text } = draftText.letter
  return (
    <textarea
      ref={field}
      id="letter"
      className="letter hold editor"
      aria-label={t("draft.text")}
      value={text}
      rows={text.split("\n").length + 1}
      {...direction(draft?.language ?? null)}
      onChange={({ target }) => draftText.change((letter) => replaceText(letter, target.value))}
      onBlur={() => void draftText.flush()}
    />
  )
}

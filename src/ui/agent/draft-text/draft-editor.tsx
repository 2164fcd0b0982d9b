import { useEffect, useRef } from "react"
import { t } from "../../messages/t.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { direction } from "../../kit/direction.ts"
import { replaceText } from "../state/draft-text.ts"

/**
 * The draft as one multiline field. Blanks appear in it as `[[what is missing]]`, and the Checks card has what the
 * marks say.
 */
export function DraftEditor() {
  const { draft, draftText } = usePanelContext()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
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

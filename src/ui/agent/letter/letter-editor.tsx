import { useEffect, useRef } from "react"
import { t } from "../../messages/t.ts"
import { usePanelHold } from "../state/use-panel.ts"
import { direction } from "../../kit/direction.ts"
import { retype } from "../state/model.ts"

/**
 * The draft as one multiline field. Blanks stand in it as `[[what is missing]]`; Checks carries what the marks said.
 */
export function LetterEditor() {
  const { draft, hold } = usePanelHold()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  const { text } = hold.letter
  return (
    <textarea
      ref={field}
      id="letter"
      className="letter hold editor"
      aria-label={t("draft.text")}
      value={text}
      rows={text.split("\n").length + 1}
      {...direction(draft?.language ?? null)}
      onChange={({ target }) => hold.change((letter) => retype(letter, target.value))}
      onBlur={() => void hold.flush()}
    />
  )
}

import { useId, useRef, type KeyboardEvent } from "react"
import { t } from "../../messages/t.ts"
import { focusOn } from "../../kit/focus-on.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { blankId } from "../state/open-points.ts"
import { fillBlank, type Blank } from "../state/draft-text.ts"

/** A blank in the draft: a text field named after what is missing, even when it has been filled. */
export function BlankField({ blank, value, waits }: { blank: Blank; value: string; waits: boolean }) {
  const why = useId()
  const filling = useBlankFilling(blank, waits)
  return (
    <>
      <input
        className={value ? "blank filled" : "blank"}
        id={blankId(blank.ordinal)}
        aria-label={t("blank", { blank: blank.name })}
        placeholder={blank.name}
        value={value}
        size={Math.max(4, (value || blank.name).length)}
        aria-describedby={waits ? why : undefined}
        {...filling}
        onKeyDown={(event) => {
          filling.onKeyDown(event)
          // Tab goes from blank to blank and, after the last one, leaves them.
          if (event.key !== "Tab" || event.ctrlKey || event.altKey) return
          const other = document.getElementById(blankId(blank.ordinal + (event.shiftKey ? -1 : 1)))
          if (!other) return
          event.preventDefault()
          focusOn(other.id)
        }}
      />
      {waits ? (
        <span className="sr" id={why}>
          {t("blank.waits")}
        </span>
      ) : null}
    </>
  )
}

/**
 * Fills a blank from a field in the draft or in Checks. It waits for the last sentence. When the agent leaves the field
 * for no other blank and no button, or presses Enter, the draft is made again with what was typed: not before, because
 * that would take away the field that is being typed into.
 */
export function useBlankFilling(blank: Blank, waits: boolean) {
  const { draftText, giveFacts } = usePanelContext()
  const composing = useRef(false)
  return {
    autoComplete: "off",
    readOnly: waits,
    onBlur: ({ relatedTarget }: { relatedTarget: EventTarget | null }) => {
      void draftText.flush()
      const isElsewhere = !(relatedTarget instanceof Element && relatedTarget.closest("button, input, textarea"))
      if (isElsewhere) giveFacts()
    },
    // Enter that ends the composition of a character is followed by a key that comes up like any other.
    onKeyDown: ({ nativeEvent }: KeyboardEvent) => {
      composing.current = nativeEvent.isComposing
    },
    onKeyUp: ({ key }: KeyboardEvent) => {
      if (key === "Enter" && !composing.current) giveFacts()
    },
    onChange: ({ target }: { target: { value: string } }) =>
      draftText.change((letter) => fillBlank(letter, blank, target.value))
  }
}

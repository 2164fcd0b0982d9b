import { useId } from "react"
import { t } from "../../messages/t.ts"
import { focusOn } from "../state/focus.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { blankId } from "../state/open-points.ts"
import { fillBlank, type Blank } from "../state/draft-text.ts"

/** A blank in the letter: a text field named by what is missing, also when it has been filled. */
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
          // Tab goes from blank to blank; after the last one it leaves.
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

/** What a field does that fills a blank, in the letter or in Checks: it waits for the last sentence. */
export function useBlankFilling(blank: Blank, waits: boolean) {
  const { draftText } = usePanelContext()
  return {
    autoComplete: "off",
    readOnly: waits,
    onBlur: () => void draftText.flush(),
    onChange: ({ target }: { target: { value: string } }) =>
      draftText.change((letter) => fillBlank(letter, blank, target.value))
  }
}

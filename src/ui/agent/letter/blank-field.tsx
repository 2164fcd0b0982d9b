import { useId } from "react"
import { t } from "../../messages/t.ts"
import { focusOn } from "../focus.ts"
import { usePanelHold } from "../use-panel.ts"
import { blankId } from "./look.ts"
import { fillBlank, type Blank } from "./model.ts"

/** A blank in the letter: a text field named by what is missing, also when it has been filled. */
export function BlankField({ blank, value, waits }: { blank: Blank; value: string; waits: boolean }) {
  const { hold } = usePanelHold()
  const why = useId()
  return (
    <>
      <input className={value ? "blank filled" : "blank"} id={blankId(blank.ordinal)} aria-label={t("blank", { blank: blank.name })} placeholder={blank.name}
        value={value} size={Math.max(4, (value || blank.name).length)} autoComplete="off" readOnly={waits} aria-describedby={waits ? why : undefined}
        onChange={({ target }) => hold.change((letter) => fillBlank(letter, blank, target.value))}
        onKeyDown={(event) => {
          // Tab goes from blank to blank; after the last one it leaves.
          if (event.key !== "Tab" || event.ctrlKey || event.altKey) return
          const other = document.getElementById(blankId(blank.ordinal + (event.shiftKey ? -1 : 1)))
          if (!other) return
          event.preventDefault()
          focusOn(other.id)
        }}
        onBlur={() => void hold.flush()} />
      {waits ? <span className="sr" id={why}>{t("blank.waits")}</span> : null}
    </>
  )
}

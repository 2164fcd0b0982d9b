import { inRow } from "../../../messages/format.ts"
import { t, tell } from "../../../messages/t.ts"
import { Button } from "../../../kit/button.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { Reasons } from "../../../kit/reasons.tsx"
import { bindings } from "../../state/bindings.ts"
import { usePanelContext } from "../../state/use-panel.ts"

/** Marks the draft as not useful. It is in the draft's footer, and the draft stays. */
export function RejectButton() {
  const { draft, disabledReasons, reject, showNotice } = usePanelContext()
  return (
    <Button
      id="reject"
      variant="bare"
      small
      pressed={draft?.rejected !== undefined}
      disabledReason={disabledReasons.reject}
      onRefused={(why) => showNotice({ why })}
      {...shortcutProps(bindings.reject)}
      {...(draft?.rejected ? { icon: "check" as const } : {})}
      onPress={() => (reject.open ? reject.close() : reject.start())}
    >
      {t("reject")}
    </Button>
  )
}

/** Below the footer: the reasons while they are asked for, and afterwards the ones that were given. */
export function RejectReasons() {
  const { draft, reject } = usePanelContext()
  const { note, reasons } = reject
  if (reject.open) {
    return (
      <div className="reject" id="reject-why">
        <h3>{t("reject.why")}</h3>
        <Reasons label={t("reject.why")} given={reasons} toggle={reject.toggle} />
        <label className="small muted" htmlFor="reject-note">
          {t("reject.note")}
        </label>
        <input
          id="reject-note"
          className="in"
          value={note}
          maxLength={1500}
          autoComplete="off"
          placeholder={t("reject.note.hint")}
          onChange={({ target }) => reject.write(target.value)}
          onBlur={reject.flush}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
            // Otherwise the key would press the button that gets the focus next.
            event.preventDefault()
            reject.close()
          }}
        />
        <div className="do">
          <Button small {...shortcutProps(bindings.escape)} onPress={reject.close}>
            {t("reject.done")}
          </Button>
          <Button small variant="bare" onPress={reject.undo}>
            {t("reject.undo")}
          </Button>
        </div>
      </div>
    )
  }
  if (!draft?.rejected) return null
  const list = inRow(reasons.map((reason) => tell(`reason.${reason}`, {})))
  return (
    <p className="reject small quiet">
      {list === "" ? t("reject.given.none") : t("reject.given", { reasons: list })}{" "}
      {draft.settled ? null : (
        <>
          {t("reject.told")}{" "}
          <Button variant="link" onPress={reject.undo}>
            {t("reject.undo")}
          </Button>
        </>
      )}
    </p>
  )
}

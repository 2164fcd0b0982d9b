import { Icon } from "../../../kit/icon.tsx"
import { listed } from "../../../messages/format.ts"
import { t, tell } from "../../../messages/t.ts"
import type { LetterFaultKind } from "../../../../ticket/draft.ts"
import { usePanelContext } from "../../state/use-panel.ts"

/** Says that the model was asked twice and why, and what is still wrong with the draft that is shown. */
export function RepairNote() {
  const { draft } = usePanelContext()
  if (!draft?.repair) return null
  const { faults, left, isFirst } = draft.repair
  return (
    <p className="in-card small quiet">
      <Icon name="pen" />{" "}
      {isFirst ? t("repair.first", { things: named(left) }) : t("repair", { things: named(faults) })}
      {!isFirst && left.length > 0 ? ` ${t("repair.left", { things: named(left) })}` : null}
    </p>
  )
}

const named = (faults: LetterFaultKind[]) => listed(faults.map((fault) => tell(`fault.${fault}`, {})))

/** Says what became of the request to verify the draft, also if there are no verdicts. */
export function VerifyNote() {
  const { draft } = usePanelContext()
  if (draft?.unverified) return <p className="in-card small quiet">{t("verify.broken-off")}</p>
  if (!draft?.verification) return null
  const { model, state, confirmed, doubted, unasked = 0 } = draft.verification
  return <p className="in-card small quiet">{tell(`verify.${state}`, { model, confirmed, doubted, unasked })}</p>
}

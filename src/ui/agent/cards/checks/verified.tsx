import { Icon } from "../../../kit/icon.tsx"
import { t } from "../../../messages/t.ts"
import { isBeingChecked, isVerified } from "../../state/open-points.ts"
import { usePanelContext } from "../../state/use-panel.ts"

/** How much the model that verifies confirmed, also against a rule, and how much of the letter it has still to see. */
export function Verified() {
  const { draft, draftText } = usePanelContext()
  const { claims, kept } = draftText.letter
  const verified = claims.filter((claim) => isVerified(claim) && !kept.includes(claim.start))
  const cleared = verified.filter((claim) => claim.cleared !== undefined).length
  const waiting = claims.filter((claim) => isBeingChecked(draft, claim)).length
  return (
    <>
      {verified.length > 0 ? (
        <li className="chk ok">
          <Icon name="check" />
          <div>
            {t("checks.verified", { count: verified.length })}
            {cleared > 0 ? ` ${t("checks.cleared", { count: cleared })}` : ""}
          </div>
        </li>
      ) : null}
      {waiting > 0 ? (
        <li className="chk quiet">
          <Icon name="menu" />
          <div>{t("checks.checking", { count: waiting })}</div>
        </li>
      ) : null}
    </>
  )
}

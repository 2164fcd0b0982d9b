import { plainBlanks } from "../../../../ticket/draft.ts"
import { Icon } from "../../../kit/icon.tsx"
import { t } from "../../../messages/t.ts"
import { isBeingChecked, isVerified } from "../../state/open-points.ts"
import { usePanelContext } from "../../state/use-panel.ts"

/** What the model that verifies confirmed, in a line, also against a rule, and how much of the letter it has still to see. */
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

/** The customer's questions that the letter leaves open, as the verifier names them. Insert doesn't wait for them. */
export function Unanswered() {
  const { draft } = usePanelContext()
  const { unanswered = [] } = draft?.verification ?? {}
  if (unanswered.length === 0) return null
  return (
    <li className="chk quiet unanswered">
      <Icon name="mail" />
      <div>
        {t("checks.unanswered", { count: unanswered.length })}
        <ul>
          {unanswered.map((question) => (
            <li key={question} dir="auto">
              {plainBlanks(question)}
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}

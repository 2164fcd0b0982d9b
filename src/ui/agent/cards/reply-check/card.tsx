import type { EditorReply } from "../../../../ticket/reply-check.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { Unanswered } from "../../evidence/unanswered.tsx"
import { bindings } from "../../state/bindings.ts"
import { doubtOf } from "../../state/open-points.ts"
import { useCheckWhenResting } from "../../state/use-reply-check.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { isProven, isUnproven, verifierText } from "./check-words.ts"
import { Doubt } from "./doubt.tsx"

export const replyCheck: PanelCard = {
  id: "reply-check",
  place: "more",
  order: 80,
  Card: ReplyCheckCard,
  row: {
    icon: "check",
    title: () => t("reply-check"),
    detail: ({ state: { reply } }) => countText(reply?.check),
    isUrgent: ({ state: { reply } }) => countText(reply?.check) !== ""
  }
}

type Check = NonNullable<EditorReply["check"]>

/**
 * What the agent wrote in the helpdesk's editor, compared with ticket and pages before it is sent. It changes nothing
 * there, and the helpdesk's Send waits for nothing.
 */
function ReplyCheckCard() {
  const { state, checkReply } = usePanelContext()
  const check = state.reply?.check
  const count = countText(check)
  return (
    <Card title={t("reply-check")} aside={count === "" ? null : <span className="small muted">{count}</span>}>
      {check?.state === "done" ? <Findings check={check} /> : null}
      <p role="status" className="in-card small muted">
        {statusText(check)}
      </p>
      <div className="in-card do">
        <Button
          small
          {...shortcutProps(bindings.checkReply)}
          disabledReason={check?.state === "checking" ? t("reply-check.checking") : undefined}
          onPress={checkReply}
        >
          {check ? t("reply-check.again") : t("reply-check.do")}
        </Button>
      </div>
      <WhenResting />
    </Card>
  )
}

/** How many sentences there are to look at, or "". */
function countText(check: Check | undefined): string {
  const doubts = check?.state === "done" ? check.claims.filter(doubtOf).length : 0
  return doubts > 0 ? t("reply-check.count", { count: doubts }) : ""
}

function statusText(check: Check | undefined): string {
  if (!check) return t("reply-check.none")
  return check.state === "done" ? verifierText(check.verification) : t(`reply-check.${check.state}`)
}

function Findings({ check }: { check: Check }) {
  const { claims, isChanged, newer } = check
  const doubts = claims.flatMap((claim) => {
    const kind = doubtOf(claim)
    return kind ? [<Doubt key={claim.start} claim={claim} kind={kind} check={check} />] : []
  })
  const proven = claims.filter(isProven).length
  const near = claims.filter(isUnproven).length
  return (
    <>
      {isChanged ? <Since words={t("reply-check.changed")} /> : null}
      {newer === undefined ? null : <Since words={t("reply-check.newer", { author: newer })} />}
      <ul className="in-card">
        {doubts}
        {proven > 0 || doubts.length + near === 0 ? (
          <li className="chk ok">
            <Icon name="check" />
            <div>{proven > 0 ? t("reply-check.supported", { count: proven }) : t("reply-check.no-claims")}</div>
          </li>
        ) : null}
        {near > 0 ? (
          <li className="chk quiet">
            <Icon name="eye" />
            <div>{t("reply-check.near", { count: near })}</div>
          </li>
        ) : null}
        <Unanswered verification={check.verification} />
      </ul>
    </>
  )
}

const Since = ({ words }: { words: string }) => (
  <p className="in-card" role="status">
    <b>{words}</b>
  </p>
)

/** The switch for checks that nobody asks for. */
function WhenResting() {
  const [isOn, setOn] = useCheckWhenResting()
  return (
    <div className="in-card">
      <label className="row tick">
        <input type="checkbox" checked={isOn} onChange={({ target }) => setOn(target.checked)} />
        {t("reply-check.resting")}
      </label>
      <p className="quiet small note">{t("reply-check.resting.lead")}</p>
    </div>
  )
}

import { plainBlanks, type Claim } from "../../../../ticket/draft.ts"
import type { EditorReply } from "../../../../ticket/reply/reply-check.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { bindings } from "../../state/bindings.ts"
import { useCheckWhenResting } from "../../state/use-reply-check.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { isDoubtful, isHeld, verifierText } from "./check-words.ts"
import { Doubt } from "./doubt.tsx"

export const replyCheck: PanelCard = { id: "reply-check", order: 36, Card: ReplyCheckCard }

type Check = NonNullable<EditorReply["check"]>

/**
 * What the agent wrote in the helpdesk's editor, held against ticket and pages before it is sent. It changes nothing
 * there, and the helpdesk's Send waits for nothing.
 */
function ReplyCheckCard() {
  const { state, checkReply } = usePanelContext()
  const check = state.reply?.check
  const doubts = check?.state === "done" ? check.claims.filter(isDoubtful).length : 0
  const count = doubts > 0 ? t("reply-check.count", { count: doubts }) : ""
  return (
    <Card title={t("reply-check")} aside={count === "" ? null : <span className="small muted">{count}</span>}>
      {check?.state === "done" ? <Findings check={check} /> : null}
      <p role="status" className="in-card small muted">
        {statusText(check)}
      </p>
      <div className="in-card do">
        <Button small {...shortcutProps(bindings.checkReply)} onPress={checkReply}>
          {check ? t("reply-check.again") : t("reply-check.do")}
        </Button>
      </div>
      <WhenResting />
    </Card>
  )
}

function statusText(check: Check | undefined): string {
  if (!check) return t("reply-check.none")
  return check.state === "done" ? verifierText(check.verification) : t(`reply-check.${check.state}`)
}

function Findings({ check }: { check: Check }) {
  const { claims, isChanged, newer } = check
  const held = claims.filter(isHeld).length
  const near = claims.filter(({ state }) => state === "near" || state === "not-found").filter(isLeft).length
  const doubts = claims.filter(isDoubtful)
  return (
    <>
      {isChanged ? <Since words={t("reply-check.changed")} /> : null}
      {newer === undefined ? null : <Since words={t("reply-check.newer", { author: newer })} />}
      <ul className="in-card">
        {doubts.map((claim) => (
          <Doubt key={claim.start} claim={claim} check={check} />
        ))}
        {held > 0 || doubts.length + near === 0 ? (
          <li className="chk ok">
            <Icon name="check" />
            <div>{held > 0 ? t("reply-check.supported", { count: held }) : t("reply-check.no-claims")}</div>
          </li>
        ) : null}
        {near > 0 ? (
          <li className="chk quiet">
            <Icon name="eye" />
            <div>{t("reply-check.near", { count: near })}</div>
          </li>
        ) : null}
        <OpenQuestions questions={check.verification?.unanswered ?? []} />
      </ul>
    </>
  )
}

const isLeft = (claim: Claim) => !isDoubtful(claim) && !isHeld(claim)

const Since = ({ words }: { words: string }) => (
  <p className="in-card" role="status">
    <b>{words}</b>
  </p>
)

function OpenQuestions({ questions }: { questions: readonly string[] }) {
  if (questions.length === 0) return null
  return (
    <li className="chk quiet unanswered">
      <Icon name="mail" />
      <div>
        {t("checks.unanswered", { count: questions.length })}
        <ul>
          {questions.map((question) => (
            <li key={question} dir="auto">
              {plainBlanks(question)}
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}

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

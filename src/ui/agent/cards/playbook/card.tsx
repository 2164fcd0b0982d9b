import type { PlaybookStanding } from "../../../../ticket/playbook-standing.ts"
import { Card } from "../../../kit/card.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { isWriting } from "../../state/disabled-reasons.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { GivenFacts, MissingFacts } from "./facts.tsx"
import { reasonText } from "./reason-text.ts"

export const playbook: PanelCard = { id: "playbook", order: 32, Card: Playbook }

/** Where the ticket stands in the team's playbook: the steps passed and why, what is missing, and what to do. */
function Playbook() {
  const { draft } = usePanelContext()
  const standing = draft && !isWriting(draft) ? draft.answer?.playbook : undefined
  if (!standing) return null
  const { title, passed, ahead } = standing
  return (
    <Card
      title={t("playbook", { title })}
      aside={
        <span className="small muted num">
          {t("playbook.step", { n: passed.length + 1, of: passed.length + 1 + ahead.length })}
        </span>
      }
    >
      <Steps standing={standing} />
    </Card>
  )
}

function Steps({ standing }: { standing: PlaybookStanding }) {
  const { passed, step, state, ahead, missing, do: line, escalate } = standing
  return (
    <>
      <ol className="in-card playbook-steps">
        {passed.map(({ name, title, because }) => (
          <li key={name}>
            <Icon name="check" /> <span className="small">{t("playbook.passed")}</span> {title}{" "}
            <span className="small muted">
              {because
                .filter(({ holds }) => holds)
                .map(reasonText)
                .join("; ")}
            </span>
          </li>
        ))}
        <li aria-current="step">
          <b>{step.title}</b> <span className="small muted">{t(`playbook.state.${state}`)}</span>
        </li>
        {ahead.map(({ name, title }) => (
          <li key={name} className="muted">
            {title}
          </li>
        ))}
      </ol>
      {line === undefined ? null : <p className="in-card">{t("playbook.do", { line })}</p>}
      {escalate ? <p className="in-card">{t("playbook.escalate", escalate)}</p> : null}
      <MissingFacts missing={missing} />
      <GivenFacts />
    </>
  )
}

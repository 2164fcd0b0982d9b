import { useRef } from "react"
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

/**
 * Where the ticket stands in the team's playbook: the steps passed and why, what is missing, and what to do. While a
 * draft is made again, the steps from before stay, said to be from before, so that whoever typed a fact there keeps
 * their place.
 */
function Playbook() {
  const { draft, ticket } = usePanelContext()
  const last = useRef<{ ticket: string; standing: PlaybookStanding | undefined }>(undefined)
  const isRenewed = isWriting(draft)
  if (!isRenewed) last.current = { ticket: ticket.key, standing: draft?.answer?.playbook }
  const standing = last.current?.ticket === ticket.key ? last.current.standing : undefined
  if (!standing) return null
  const { title, passed, ahead } = standing
  return (
    <Card
      title={t("playbook", { title })}
      aside={
        isRenewed ? null : (
          <span className="small muted num">
            {t("playbook.step", { n: passed.length + 1, of: passed.length + 1 + ahead.length })}
          </span>
        )
      }
    >
      <p role="status" className={isRenewed ? "in-card small" : undefined}>
        {isRenewed ? t("playbook.renewed") : null}
      </p>
      <Steps standing={standing} isRenewed={isRenewed} />
    </Card>
  )
}

function Steps({ standing, isRenewed }: { standing: PlaybookStanding; isRenewed: boolean }) {
  const { passed, step, state, ahead, missing, do: line, escalate } = standing
  return (
    <>
      <ol className={isRenewed ? "in-card playbook-steps muted" : "in-card playbook-steps"}>
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
        {isRenewed ? (
          <li>{step.title}</li>
        ) : (
          <li aria-current="step">
            <b>{step.title}</b> <span className="small muted">{t(`playbook.state.${state}`)}</span>
          </li>
        )}
        {ahead.map(({ name, title }) => (
          <li key={name} className="muted">
            {title}
          </li>
        ))}
      </ol>
      {line === undefined || isRenewed ? null : <p className="in-card">{t("playbook.do", { line })}</p>}
      {escalate && !isRenewed ? <p className="in-card">{t("playbook.escalate", escalate)}</p> : null}
      <MissingFacts missing={missing} />
      <GivenFacts />
    </>
  )
}

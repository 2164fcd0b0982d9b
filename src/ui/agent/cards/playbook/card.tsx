import { useRef } from "react"
import type {
  PlaybookStanding,
  MissingAtStep,
  PlaybookComparison,
  PlaybookReason
} from "../../../../ticket/playbook-standing.ts"
import { Card } from "../../../kit/card.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { isWriting } from "../../state/disabled-reasons.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { Button } from "../../../kit/button.tsx"
import { TypeIn } from "../../card-kit/type-in.tsx"
import { calendarDay, clauses, either } from "../../../messages/format.ts"

export const playbook: PanelCard = {
  id: "playbook",
  place: "more",
  order: 60,
  Card: Playbook,
  row: {
    icon: "steps",
    title: () => t("dock.row.playbook"),
    detail: ({ draft }) => draft?.answer?.playbook?.title
  }
}

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
            <span className="small muted">{clauses(because.filter(({ holds }) => holds).map(reasonText))}</span>
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

/** What the step waits for: who is asked, and a field for an agent who knows it already. */
function MissingFacts({ missing }: { missing: MissingAtStep[] }) {
  const {
    ticket: { given = {} },
    lookups
  } = usePanelContext()
  if (missing.length === 0) return null
  return (
    <ul className="in-card" aria-label={t("playbook.missing")}>
      {missing.map(({ fact, label, ask, find }) => (
        <li key={fact} className="chk fill">
          <Icon name="blank" />
          <div>
            <b>{label}</b> {find ?? (ask === undefined ? "" : t("playbook.asked"))}
            {given[label] === undefined ? null : (
              <p className="small fault">{t("playbook.unread", { value: given[label] })}</p>
            )}
            <div>
              <TypeIn labels={[label]} about={label} typeIn={lookups.keepFacts} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What the agent typed for this ticket. Each fact can be taken back. */
function GivenFacts() {
  const {
    ticket: { given },
    lookups,
    disabledReasons,
    showNotice
  } = usePanelContext()
  if (!given) return null
  return (
    <ul className="in-card chosen" aria-label={t("playbook.given")}>
      {Object.entries(given).map(([label, value]) => (
        <li key={label}>
          <bdi>{t("playbook.given.fact", { label, value })}</bdi>
          <Button
            variant="link"
            label={t("playbook.given.back.long", { label, value })}
            disabledReason={disabledReasons.regenerate}
            onRefused={(why) => showNotice({ why })}
            onPress={() => void lookups.keepFacts({ [label]: "" })}
          >
            {t("playbook.given.back")}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Says what decided: "the day of delivery: 4 November, within 30 days, until 4 Dec 2026". */
export function reasonText({ by, what, value, test, comparison, holds, reckoning }: PlaybookReason): string {
  const isSo = holds ? "yes" : "no"
  if (by !== "fact") {
    const values = comparison?.by === "is" ? either(comparison.values) : what
    return t(`playbook.because.${by}`, { holds: isSo, value: value ?? "", values })
  }
  if (value === undefined) return t("playbook.because.unknown", { what })
  // A relay of before says the comparison in English only.
  if (!comparison) return t("playbook.because.earlier", { what, value, test })
  const values = { holds: isSo, what, value }
  switch (comparison.by) {
    case "known":
      return t("playbook.because.known", values)
    case "is":
      return t("playbook.because.is", { ...values, values: either(comparison.values) })
    case "within":
    case "longer-than": {
      const period = periodText(comparison)
      return reckoning
        ? t(`playbook.because.${comparison.by}.day`, { ...values, period, day: calendarDay(reckoning.to) })
        : t(`playbook.because.${comparison.by}`, { ...values, period })
    }
    case "before":
    case "after":
      return t(`playbook.because.${comparison.by}`, { ...values, day: calendarDay(comparison.day) })
    default:
      return t(`playbook.because.${comparison.by}`, { ...values, figure: comparison.figure })
  }
}

/** A playbook's days are hours and its years are months, so that both are written in the larger unit where one fits. */
function periodText({ amount, unit }: Extract<PlaybookComparison, { by: "within" | "longer-than" }>): string {
  if (unit === "hour" && amount % 24 === 0) return t("playbook.period.day", { n: amount / 24 })
  if (unit === "month" && amount % 12 === 0) return t("playbook.period.year", { n: amount / 12 })
  return t(`playbook.period.${unit}`, { n: amount })
}

/** "unused or new". */

import { useEffect, useRef } from "react"
import { queueOrder, type CaseLine, type CaseSignal, type QueueOrder } from "../../../protocol/review.ts"
import { Button } from "../../kit/button.tsx"
import { Icon } from "../../kit/icon.tsx"
import { SelectField } from "../../kit/choice-fields.tsx"
import { locale } from "../../messages/locale.ts"
import { languageName } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { faultWords } from "../../kit/relay/call-fault.ts"
import { lineWords, signalWord } from "../review-text.ts"
import { QueueFilters } from "./queue-filters.tsx"
import type { ReviewContextValue } from "./use-review.ts"

const ORDERS = queueOrder.options

/** The cases, in the chosen order. */
export function QueueList({ hold }: { hold: ReviewContextValue }) {
  const { queue, place, caseId, skipped, show, sample } = hold
  const { counts, lines } = queue
  return (
    <nav className="queue" aria-label={t("queue")}>
      <div className="pane-h">
        <h2 className="grow">{t("queue")}</h2>
        {counts ? (
          <span className="small muted num">
            {t("queue.counts", { done: counts.done, all: counts.done + counts.open })}
          </span>
        ) : null}
      </div>
      <div className="sampled">
        <SelectField<QueueOrder>
          label={t("queue.order")}
          value={place.order}
          choose={(order) => sample({ order })}
          choices={ORDERS.filter((order) => order !== "sample" || place.filter.sample !== undefined).map((order) => ({
            value: order,
            label: tell(`queue.${order}`, {})
          }))}
        />
        <SelectField
          label={t("queue.state")}
          value={place.state}
          choose={(state) => sample({ state })}
          choices={[
            { value: "open", label: t("queue.open") },
            { value: "done", label: t("queue.done") },
            { value: "all", label: t("queue.all") }
          ]}
        />
      </div>
      <QueueFilters hold={hold} />
      <Empty hold={hold} />
      <ol className="q">
        {lines.map((line) => (
          <Line
            key={line.caseId}
            line={line}
            here={line.caseId === caseId}
            skipped={skipped.has(line.caseId)}
            show={show}
          />
        ))}
      </ol>
      {queue.more ? (
        <div className="more">
          {queue.error && lines.length > 0 && !queue.loadingMore ? <MoreFault error={queue.error} /> : null}
          <Button
            small
            onPress={() => void queue.more?.()}
            disabledReason={queue.loadingMore ? t("queue.loading") : undefined}
          >
            {t("queue.more")}
          </Button>
        </div>
      ) : null}
    </nav>
  )
}

/** What no mark of a sentence says already. */
const TAGS = new Set<CaseSignal>(["angry", "disagreement"])

function MoreFault({ error }: { error: Error }) {
  const { what, then } = faultWords(error)
  return (
    <p role="alert" className="fault">
      <b>{what}</b> {then}
    </p>
  )
}

function Empty({ hold: { queue, place } }: { hold: ReviewContextValue }) {
  if (queue.loading)
    return (
      <p role="status" className="pane-p quiet">
        {t("queue.loading")}
      </p>
    )
  if (queue.error && queue.lines.length === 0) {
    const { what, then } = faultWords(queue.error)
    return (
      <div className="pane-p stack">
        <p role="alert">
          <b>{what}</b> {then}
        </p>
        <div className="do">
          <Button small onPress={queue.again}>
            {t("lead.again")}
          </Button>
        </div>
      </div>
    )
  }
  if (queue.lines.length > 0) return null
  const { open = 0, done = 0 } = queue.counts ?? {}
  return (
    <p role="status" className="pane-p quiet">
      {place.state === "open" && done > 0 && open === 0
        ? t("queue.all-done")
        : place.order === "risk" && done + open === 0
          ? t("queue.none-risky")
          : place.order === "heavy" || done + open > 0
            ? t("queue.none-such")
            : t("queue.none")}
    </p>
  )
}

function Line({
  line,
  here,
  skipped,
  show
}: {
  line: CaseLine
  here: boolean
  skipped: boolean
  show: (caseId: string) => void
}) {
  const { caseId, subject, ticketId, language, marks, reviewed, newer } = line
  const item = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (here) item.current?.scrollIntoView?.({ block: "nearest" })
  }, [here])
  const own = language !== null && !locale().startsWith(language)
  return (
    <li>
      <button ref={item} type="button" aria-current={here ? "true" : undefined} onClick={() => show(caseId)}>
        <b className="cut" lang={subject === null ? undefined : (language ?? undefined)} dir="auto">
          {subject ?? t("review.no-subject", { id: ticketId })}
        </b>
        <span className="small muted">{lineWords(line, Date.now())}</span>
        <span className="why">
          {reviewed ? (
            <span className="tag ok">
              <Icon name="check" />
              {t("queue.reviewed")}
            </span>
          ) : skipped ? (
            <span className="tag">{t("queue.skipped")}</span>
          ) : null}
          {newer ? (
            <span className="tag">
              <Icon name="mail" />
              {t("queue.newer")}
            </span>
          ) : null}
          {marks.contradicts > 0 ? (
            <span className="tag wrong">
              <Icon name="alert" />
              {t("tally.contradicts", { count: marks.contradicts })}
            </span>
          ) : null}
          {marks.needsApproval > 0 ? (
            <span className="tag consent">
              <Icon name="stamp" />
              {t("queue.promises", { count: marks.needsApproval })}
            </span>
          ) : null}
          {marks.noSource > 0 ? (
            <span className="tag doubt">
              <Icon name="no-source" />
              {t("tally.no-source", { count: marks.noSource })}
            </span>
          ) : null}
          {line.signals
            .filter((signal) => TAGS.has(signal))
            .map((signal) => (
              <span key={signal} className="tag">
                {signalWord(signal)}
              </span>
            ))}
          {own ? <span className="tag">{languageName(language)}</span> : null}
        </span>
      </button>
    </li>
  )
}

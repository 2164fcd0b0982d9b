import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { money } from "../frame/usage-text.ts"
import { HelpdeskPages } from "./helpdesk-pages.tsx"
import { StatusTable } from "./status-table.tsx"
import { modelsOf, modelState, moment, shortId, troubles, helpdeskTitle } from "./status-text.ts"
import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"
import { useQuery } from "@tanstack/react-query"
import { calendarDay, inRow } from "../../messages/format.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import type { CorrectionsStored, CorrectionsVerdict } from "../../../protocol/routes/helpdesk-pages.ts"
import type { RelayStatus, StatusAnswer } from "../../../protocol/routes/server.ts"

/** How the relays do: which live, how their models answer, what waits, today's budgets, and what failed lately. */
export function Status() {
  const { data, error, dataUpdatedAt, refetch } = useRelayQuery("GET /v1/admin/status", {}, () => EVERY_MS)
  return (
    <section className="box status" aria-labelledby="relay-status">
      <h2 id="relay-status">{t("status")}</h2>
      <p className="lead">{t("status.lead")}</p>
      {error ? (
        <ErrorMessage error={error} again={() => void refetch()} />
      ) : data ? null : (
        <p role="status" className="quiet">
          {t("admin.loading")}
        </p>
      )}
      {error && data ? (
        <p className="small quiet">{t("status.asof", { time: moment(new Date(dataUpdatedAt).toISOString()) })}</p>
      ) : null}
      {data ? (
        <>
          <Summary status={data} />
          <Relays relays={data.relays} />
          <Models status={data} />
          <HelpdeskPages fits={data.fits ?? []} />
          <Corrections stored={data.corrections} />
          <Queues status={data} />
          <Budgets budgets={data.budgets} />
          <RecentErrors errors={data.errors} />
        </>
      ) : null}
    </section>
  )
}

/** How many milliseconds pass between two requests. */
const EVERY_MS = 10_000

/** It is announced when it changes. */
function Summary({ status }: { status: StatusAnswer }) {
  const wrong = troubles(status)
  return (
    <div role="status">
      {wrong.length === 0 ? <p>{t("status.fine")}</p> : null}
      {wrong.map((sentence) => (
        <p key={sentence} className="fault">
          {sentence}
        </p>
      ))}
    </div>
  )
}

function Relays({ relays }: { relays: RelayStatus[] }) {
  return (
    <StatusTable
      caption={t("status.relays")}
      head={[
        t("status.relay"),
        t("status.state"),
        t("status.since"),
        t("status.version"),
        t("status.streams"),
        t("status.memory")
      ]}
      numbers={[4, 5]}
      rows={relays.map(({ id, here, living, startedAt, aliveAt, version, condition }) => ({
        key: id,
        cells: [
          here ? t("status.relay.here", { id: shortId(id) }) : shortId(id),
          living ? t("status.living") : t("status.dead", { time: moment(aliveAt) }),
          moment(startedAt),
          version ?? t("status.version.before"),
          living && condition ? t("figures.count", { n: condition.streams }) : t("status.unknown"),
          living && condition
            ? t("status.megabytes", { count: Math.round(condition.memoryBytes / 1_000_000) })
            : t("status.unknown")
        ]
      }))}
    />
  )
}

/** A model stands once for each relay that asks it, because each finds out for itself how it does. */
function Models({ status }: { status: StatusAnswer }) {
  const models = modelsOf(status)
  if (models.length === 0) return <p className="few">{t("status.models.none")}</p>
  const several = status.relays.filter(({ living }) => living).length > 1
  return (
    <StatusTable
      caption={t("status.models")}
      head={[t("status.model"), t("status.state"), t("status.running"), t("status.waiting")]}
      numbers={[2, 3]}
      rows={models.map(({ relay, model }) => ({
        key: `${relay.id} ${model.name}`,
        cells: [
          several ? t("status.model.at", { name: model.name, id: shortId(relay.id) }) : model.name,
          modelState(model),
          model.atOnce === null
            ? t("figures.count", { n: model.running })
            : t("status.running.of", { count: model.running, most: model.atOnce }),
          t("figures.count", { n: model.waiting })
        ]
      }))}
    />
  )
}

function Queues({ status: { queues, relays } }: { status: StatusAnswer }) {
  const threads = relays.reduce((sum, { living, condition }) => sum + (living ? (condition?.threads ?? 0) : 0), 0)
  return (
    <>
      <h3>{t("status.queues")}</h3>
      <dl className="facts">
        {(
          [
            ["status.queue.drafts", queues.drafts],
            ["status.queue.running", queues.importsRunning],
            ["status.queue.waiting", queues.importsWaiting],
            ["status.queue.deliveries", queues.deliveries],
            ["status.queue.threads", threads]
          ] as const
        ).map(([name, n]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{t("figures.count", { n })}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Budgets({ budgets: { prepared, cost } }: Pick<StatusAnswer, "budgets">) {
  const amount = money(cost.amount, cost.currency)
  const { people } = cost
  return (
    <>
      <h3>{t("status.budgets")}</h3>
      <dl className="facts">
        <div>
          <dt>{t("status.prepared")}</dt>
          <dd>
            {t("status.prepared.used", { count: prepared.count, people: prepared.people, most: prepared.perPerson })}{" "}
            {t("status.used-up", { count: prepared.usedUp })}
          </dd>
        </div>
        <div>
          <dt>{t("status.cost")}</dt>
          <dd>
            {cost.perPerson === null
              ? t("status.cost.free", { amount, people })
              : `${t("status.cost.used", { amount, people, most: money(cost.perPerson, cost.currency) })} ${t("status.used-up", { count: cost.usedUp })}`}
          </dd>
        </div>
      </dl>
    </>
  )
}

type Errors = StatusAnswer["errors"]

/** What failed in the last 24 hours: how often in which hour, and how. */
function RecentErrors({ errors }: { errors: Errors }) {
  const kinds = KINDS.filter((kind) => errors.some((one) => one.kind === kind))
  return (
    <>
      <h3>{t("status.errors")}</h3>
      {errors.length === 0 ? (
        <p className="few">{t("status.errors.none")}</p>
      ) : (
        <>
          <StatusTable
            caption={t("status.errors.hour")}
            head={[t("status.hour"), ...kinds.map((kind) => t(`status.kind.${kind}`))]}
            numbers={kinds.map((_, at) => at + 1)}
            rows={[...new Set(errors.map(({ hour }) => hour))].map((hour) => ({
              key: hour,
              cells: [
                moment(hour),
                ...kinds.map((kind) => number(errors, (one) => one.hour === hour && one.kind === kind))
              ]
            }))}
          />
          <StatusTable
            caption={t("status.errors.code")}
            head={[t("status.what"), t("status.how"), t("status.times")]}
            numbers={[2]}
            rows={byCode(errors).map(({ kind, code, count }) => ({
              key: `${kind} ${code}`,
              cells: [t(`status.kind.${kind}`), <code key={code}>{code}</code>, t("figures.count", { n: count })]
            }))}
          />
        </>
      )}
    </>
  )
}

const KINDS = ["request", "draft", "model", "import", "webhook"] as const

function number(errors: Errors, isOne: (error: Errors[number]) => boolean): string {
  return t("figures.count", { n: errors.filter(isOne).reduce((sum, { count }) => sum + count, 0) })
}

/** Adds the hours up, the most frequent first. */
function byCode(errors: Errors): Omit<Errors[number], "hour">[] {
  const sums = Map.groupBy(errors, ({ kind, code }) => `${kind} ${code}`)
  return [...sums.values()]
    .flatMap((hours) => {
      const [first] = hours
      return first ? [{ ...first, count: hours.reduce((sum, { count }) => sum + count, 0) }] : []
    })
    .toSorted((a, b) => b.count - a.count)
}

/** The file of corrected selectors that the relay has, and what this browser does with it. */
function Corrections({ stored }: { stored: CorrectionsStored | undefined }) {
  const link = useRelayLink()
  const { data } = useQuery({
    queryKey: ["corrections"],
    queryFn: () => link.corrections(),
    refetchOnWindowFocus: "always",
    refetchInterval: EVERY_MS
  })
  return (
    <>
      <h3>{t("corrections")}</h3>
      {stored ? (
        <p>
          {t("corrections.stored", { serial: stored.serial, day: calendarDay(stored.made) })}{" "}
          {inRow(
            stored.helpdesks.map(({ helpdesk, corrections }) =>
              t("corrections.of", { helpdesk: helpdeskTitle(helpdesk), count: corrections })
            )
          )}
        </p>
      ) : (
        <p className="few">{t("corrections.none")}</p>
      )}
      {data ? <Verdict of={data} /> : null}
    </>
  )
}

function Verdict({ of }: { of: CorrectionsVerdict }) {
  switch (of.state) {
    case "none":
      return null
    case "applied":
      return of.unusable === undefined ? (
        <p>{t("corrections.applied")}</p>
      ) : (
        <p className="fault">{t("corrections.unusable", { name: of.unusable })}</p>
      )
    case "replayed":
      return <p className="fault">{t("corrections.replayed", { serial: of.serial, accepted: of.accepted })}</p>
    default:
      return <p className="fault">{t(`corrections.${of.state}`)}</p>
  }
}

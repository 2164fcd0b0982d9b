import { useState } from "react"
import type { UsageAnswer, UsageLine } from "../../protocol/admin.ts"
import { SelectField } from "../kit/choice-fields.tsx"
import { FiguresTable } from "../kit/figures-table.tsx"
import { day } from "../messages/format.ts"
import { t, tell } from "../messages/t.ts"
import { ErrorMessage } from "./frame/error-message.tsx"
import { money, taskWord } from "./frame/usage-text.ts"
import { useRelayQuery } from "../kit/relay/use-relay-query.ts"

/** Cost and tokens by task, model and person. */
export function Usage() {
  const [days, setDays] = useState<(typeof PERIODS)[number]>("30")
  const today = new Date()
  const { data, error, refetch } = useRelayQuery("GET /v1/admin/usage", {
    query: { from: dayBefore(today, Number(days) - 1), to: dayBefore(today, 0) }
  })
  const estimated = data?.all.reduce((sum, line) => sum + line.estimated, 0) ?? 0
  return (
    <section className="box" aria-labelledby="usage">
      <div className="row">
        <h2 id="usage" className="grow">
          {t("usage")}
        </h2>
        <SelectField
          label={t("usage.period")}
          value={days}
          choose={setDays}
          choices={PERIODS.map((value) => ({ value, label: t("usage.days", { count: Number(value) }) }))}
        />
      </div>
      {error ? (
        <ErrorMessage error={error} again={() => void refetch()} />
      ) : data ? null : (
        <p role="status" className="quiet">
          {t("admin.loading")}
        </p>
      )}
      {data ? <p className="lead">{t("usage.lead", { from: day(data.from), to: day(data.to) })}</p> : null}
      {data?.all.length === 0 ? <p className="few">{t("usage.none")}</p> : null}
      {data && data.all.length > 0 ? <Tables data={data} /> : null}
      {estimated > 0 ? <p className="small quiet">{t("usage.estimated", { count: estimated })}</p> : null}
      {data ? <UnmaskedRequests unmasked={data.unmasked} /> : null}
    </section>
  )
}

const PERIODS = ["7", "30", "90"] as const

function Tables({ data: { all, ...data } }: { data: UsageAnswer }) {
  return (["task", "model", "person"] as const).map((by) => {
    const title = tell(`usage.${by}`, {})
    return (
      <div key={by} className="usage-by">
        <h3>{title}</h3>
        <FiguresTable
          label={title}
          table={{
            head: [tell(`usage.name.${by}`, {}), t("usage.requests"), t("usage.in"), t("usage.out"), t("usage.cost")],
            rows: [
              ...data[by].map((line) => row(nameOf(by, line), line)),
              ...all.map((line) => row(t("usage.all"), line))
            ]
          }}
        />
      </div>
    )
  })
}

function row(name: string, { requests, in: tokensIn, out, cost, currency }: UsageLine): (string | number)[] {
  return [name, requests, tokensIn, out, money(cost, currency)]
}

function nameOf(by: "task" | "model" | "person", { name, role }: UsageLine): string {
  if (name === null) return t("usage.relay")
  if (by === "task") return taskWord(name)
  return by === "person" && role ? t("usage.who", { name, role: tell(`role.${role}`, {}) }) : name
}

/** Returns the day so many days before, such as "2026-11-20", in UTC. */
function dayBefore(moment: Date, days: number): string {
  return new Date(moment.getTime() - days * 86_400_000).toISOString().slice(0, 10)
}

/** Requests that the relay refused because something in them wasn't masked, by day and kind. */
function UnmaskedRequests({ unmasked }: Pick<UsageAnswer, "unmasked">) {
  const days = [...new Set(unmasked.map((one) => one.day))]
  const of = (at: string, kind: string) => unmasked.find((one) => one.day === at && one.kind === kind)?.requests ?? 0
  return (
    <div className="usage-by">
      <h3>{t("unmasked")}</h3>
      <p className="lead">{unmasked.length === 0 ? t("unmasked.none") : t("unmasked.lead")}</p>
      {unmasked.length === 0 ? null : (
        <FiguresTable
          label={t("unmasked")}
          table={{
            head: [t("unmasked.day"), ...KINDS.map((kind) => tell(`unmasked.${kind}`, {}))],
            rows: days.map((at) => [day(at), ...KINDS.map((kind) => of(at, kind))])
          }}
        />
      )}
    </div>
  )
}

const KINDS = ["card", "iban", "email"] as const

import type { StatusAnswer } from "../../../protocol/operating/status.ts"
import { t } from "../../messages/t.ts"
import { StatusTable } from "./status-table.tsx"
import { moment } from "./status-text.ts"

type Errors = StatusAnswer["errors"]

/** What failed in the last 24 hours: how often in which hour, and how. */
export function RecentErrors({ errors }: { errors: Errors }) {
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

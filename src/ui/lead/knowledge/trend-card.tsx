import type { ReportDone } from "../../../protocol/knowledge-report.ts"
import { day, dayOfYear } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { ChartCard } from "../figures/chart-card.tsx"
import { IntervalChart } from "../figures/charts/interval-chart.tsx"
import { kindName } from "./kind-words.ts"

/** Open findings by day, of all kinds or of the chosen one. */
export function TrendCard({ trend, kind }: Pick<ReportDone, "trend"> & { kind: string }) {
  const days = trend.map(({ at, counts }) => ({ at, count: kind === "" ? sumOf(counts) : (counts[kind] ?? 0), counts }))
  const [first] = days
  const last = days.at(-1)
  const finding = trendFinding(days)
  const few = days.length < 2 ? t("report.trend.few") : undefined
  const rows = days
    .map(({ at, count, counts }): (string | number)[] => [
      day(at),
      count,
      t("figures.of", { n: counts["answered"] ?? 0, of: counts["tickets"] ?? 0 })
    ])
    .reverse()
  const most = Math.max(4, ...days.map(({ count }) => count))
  return (
    <ChartCard
      size="wide"
      finding={finding}
      lead={kind === "" ? t("report.trend.lead") : t("report.trend.lead.kind", { kind: kindName(kind) })}
      few={few}
      table={{ head: [t("report.trend.day"), t("report.trend.findings"), t("report.trend.coverage")], rows }}
    >
      {first && last ? (
        <IntervalChart
          points={days.map(({ at, count }) => ({ name: at, tick: dayOfYear(at), mid: count, low: count, high: count }))}
          joined
          least={most}
          format={(value) => t("figures.count", { n: value })}
          last={[t("figures.count", { n: last.count }), t("report.trend.open")]}
          name={t("report.trend")}
          description={finding}
        />
      ) : null}
    </ChartCard>
  )
}

function trendFinding(days: { at: string; count: number }[]): string {
  const [first] = days
  const last = days.at(-1)
  if (!first || !last || first === last) return t("report.trend.none")
  const between = { first: dayOfYear(first.at), last: dayOfYear(last.at) }
  if (first.count === last.count) return t("report.trend.same", { ...between, count: last.count })
  return t(last.count < first.count ? "report.trend.fell" : "report.trend.rose", {
    ...between,
    from: first.count,
    to: last.count
  })
}

/** Besides the kinds, a run counts tickets. */
const sumOf = ({ tickets: _, answered: __, ...kinds }: Record<string, number>) =>
  Object.values(kinds).reduce((sum, count) => sum + count, 0)

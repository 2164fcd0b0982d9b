import type { Figure, FiguresAnswer, FiguresBy } from "../../../protocol/review.ts"
import { t } from "../../messages/t.ts"
import { durationText } from "../../messages/time-text.ts"
import { useGroupLinks } from "./case-links.ts"
import { ChartCard } from "./chart-card.tsx"
import { withEmptyWeeks } from "./empty-weeks.ts"
import { IntervalChart, type IntervalPoint } from "./charts/interval-chart.tsx"
import { firstTextFinding } from "./figure-findings.ts"
import { byName, byTitle, groupName, groupTick, missingCases } from "./group-names.ts"

/**
 * The time from opening a ticket to the first text of its draft: half of them wait no longer than the dot, 95 of 100 no
 * longer than the end of the line.
 */
export function FirstTextCard({
  whole,
  by,
  groups
}: {
  whole: Figure
  by: FiguresBy
  groups: FiguresAnswer["groups"]
}) {
  const link = useGroupLinks(by)
  const points = withEmptyWeeks(by, groups).map(({ key, figure }): IntervalPoint => {
    const { p50 = null, p95 = null } = figure?.firstText ?? {}
    return {
      name: groupName(by, key),
      tick: groupTick(by, key),
      cases: link(key, { counted: "yes" }),
      ...(p50 === null || p95 === null ? {} : { mid: p50, low: p50, high: p95 })
    }
  })
  const hasTimes = points.some(({ mid }) => mid !== undefined)
  const nearest = Math.min(...groups.map(({ figure: { firstText } }) => missingCases(firstText.of)))
  const cell = (ms: number | null) => (ms === null ? t("figures.few") : durationText(ms))
  const finding = firstTextFinding(whole)
  return (
    <ChartCard
      size="half"
      finding={finding}
      lead={t("chart.first-text.lead", { count: whole.firstText.of })}
      few={
        hasTimes
          ? undefined
          : groups.length === 0
            ? t("figures.none-here")
            : t("figures.more.timed", { by: byName(by), count: nearest })
      }
      table={{
        head: [byTitle(by), t("col.p50"), t("col.p95"), t("col.cases")],
        rows: groups.map(
          ({
            key,
            figure: {
              firstText: { p50, p95, of }
            }
          }) => [groupName(by, key), cell(p50), cell(p95), of]
        ),
        links: groups.map(({ key }) => link(key, { counted: "yes" }))
      }}
    >
      <IntervalChart
        points={points}
        joined={false}
        plain
        least={1000}
        format={durationText}
        name={t("chart.first-text")}
        description={finding}
      />
    </ChartCard>
  )
}

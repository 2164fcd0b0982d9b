import type { FiguresAnswer, FiguresBy } from "../../../protocol/review.ts"
import { t } from "../../messages/t.ts"
import { intervalText, percentText, shortPipeline } from "../review-text.ts"
import { ChartCard } from "./chart-card.tsx"
import { withEmptyWeeks } from "./empty-weeks.ts"
import { IntervalChart, type IntervalPoint } from "./charts/interval-chart.tsx"
import { acceptanceFinding, type PipelineSwitch } from "./figure-findings.ts"
import {
  byName,
  byTitle,
  groupName,
  groupTick,
  isKnownShare,
  missingCases,
  shareOf,
  shareWords
} from "./group-names.ts"

/** The share of used drafts that were sent unchanged or lightly edited, by week or by another grouping. */
export function AcceptanceCard({
  by,
  groups,
  switched
}: {
  by: FiguresBy
  groups: FiguresAnswer["groups"]
  switched: PipelineSwitch | undefined
}) {
  const points = withEmptyWeeks(by, groups).map(
    ({ key, figure: { accepted } = {} }): IntervalPoint => ({
      name: groupName(by, key),
      tick: groupTick(by, key),
      ...(accepted && isKnownShare(accepted) ? { mid: shareOf(accepted), low: accepted.low, high: accepted.high } : {})
    })
  )
  const told = points.filter(({ mid }) => mid !== undefined)
  const last = told.at(-1)
  const nearest = Math.min(...groups.map(({ figure: { accepted } }) => missingCases(accepted.of)))
  const few =
    told.length > 0
      ? undefined
      : groups.length === 0
        ? t("figures.none-here")
        : t("figures.more.group", { by: byName(by), count: nearest })
  const finding = acceptanceFinding(by, groups, switched)
  return (
    <ChartCard
      size="wide"
      finding={finding}
      lead={t(by === "week" ? "chart.acceptance.lead" : "chart.acceptance.lead.groups")}
      few={few}
      table={{
        head: [byTitle(by), t("col.accepted")],
        rows: groups.map(({ key, figure: { accepted } }) => [groupName(by, key), shareWords(accepted)])
      }}
    >
      <IntervalChart
        points={points}
        joined={by === "week"}
        least={by === "week" ? 0.2 : 1}
        format={percentText}
        name={t("chart.acceptance")}
        description={finding}
        {...(last?.mid !== undefined && last.low !== undefined && last.high !== undefined
          ? { last: [percentText(last.mid), intervalText(last.low, last.high)] as [string, string] }
          : {})}
        rule={
          switched
            ? {
                at: groupName("week", switched.after.firstWeek),
                words: t("chart.since", { pipeline: shortPipeline(switched.after.key) })
              }
            : undefined
        }
      />
    </ChartCard>
  )
}

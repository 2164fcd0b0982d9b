import type { CaseFilter, FiguresAnswer, FiguresBy, Share, VersionChange } from "../../../protocol/review.ts"
import { t } from "../../messages/t.ts"
import { decimalText, intervalText, percentText } from "../review-text.ts"
import { versionName } from "../version-names.ts"
import { useGroupLinks } from "./case-links.ts"
import { ChartCard } from "./chart-card.tsx"
import { withEmptyWeeks, type DrawnGroup } from "./empty-weeks.ts"
import { IntervalChart, type IntervalPoint } from "./charts/interval-chart.tsx"
import { acceptanceFinding } from "./figure-findings.ts"
import {
  byName,
  byTitle,
  groupName,
  groupTick,
  isKnownShare,
  missingCases,
  partialName,
  shareOf,
  shareWords
} from "./group-names.ts"

type Groups = FiguresAnswer["groups"]

/**
 * The share of used drafts that were sent unchanged or lightly edited, by week and the version that wrote them, or by
 * another grouping.
 */
export function AcceptanceCard({
  by,
  groups,
  change,
  clustering
}: {
  by: FiguresBy
  groups: Groups
  change: VersionChange | null
  clustering: FiguresAnswer["clustering"]
}) {
  const link = useGroupLinks(by)
  const linkOf: LinkOf = (key, pipeline) => link(key, { ...USED, ...(pipeline !== undefined && { pipeline }) })
  const points = withEmptyWeeks(by, groups).flatMap((group) => pointsOf(by, group, linkOf))
  const last = points.findLast(({ mid }) => mid !== undefined)
  const nearest = Math.min(...groups.map(({ figure: { accepted } }) => missingCases(accepted.of)))
  const few =
    last !== undefined
      ? undefined
      : groups.length === 0
        ? t("figures.none-here")
        : t("figures.more.group", { by: byName(by), count: nearest })
  const finding = acceptanceFinding(by, groups, change)
  const rows = groups.flatMap((group) => rowsOf(by, group, linkOf))
  const lead = [
    t(by === "week" ? "chart.acceptance.lead" : "chart.acceptance.lead.groups"),
    ...(by === "week" && change ? [changeWords(change)] : []),
    clusteringWords(clustering)
  ]
  return (
    <ChartCard
      size="wide"
      finding={finding}
      lead={lead.join(" ")}
      few={few}
      table={{
        head: [byTitle(by), t("col.accepted")],
        rows: rows.map(({ cells }) => cells),
        links: rows.map(({ cases }) => cases)
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
      />
    </ChartCard>
  )
}

/** A week has a point for each version that wrote drafts in it. */
function pointsOf(
  by: FiguresBy,
  { key, figure, partial = false, versions = [] }: DrawnGroup,
  linkOf: LinkOf
): IntervalPoint[] {
  const place = {
    name: groupName(by, key),
    tick: groupTick(by, key),
    partial,
    ...(figure ? { under: t("figures.count", { n: figure.accepted.of }) } : {})
  }
  const shares = by === "week" && versions.length > 0 ? versions : figure ? [{ accepted: figure.accepted }] : []
  if (shares.length === 0) return [place]
  return shares.map(({ accepted, ...version }) => ({
    ...place,
    ...("pipeline" in version
      ? { series: versionName(version.pipeline), cases: linkOf(key, version.pipeline) }
      : { cases: linkOf(key) }),
    ...(isKnownShare(accepted) ? { mid: shareOf(accepted), low: accepted.low, high: accepted.high } : {})
  }))
}

type LinkOf = (key: string | null, pipeline?: string) => string | undefined

/** Used drafts that were seen sent. */
const USED: CaseFilter = { changedFrom: 0, counted: "yes" }

function rowsOf(by: FiguresBy, { key, figure, partial, versions }: Groups[number], linkOf: LinkOf) {
  const name = partialName(groupName(by, key), partial)
  const row = (first: string, share: Share, cases: string | undefined) => ({ cells: [first, shareWords(share)], cases })
  if (by !== "week" || versions.length < 2) return [row(name, figure.accepted, linkOf(key))]
  return versions.map(({ pipeline, accepted }) =>
    row(t("figures.version", { group: name, pipeline: versionName(pipeline) }), accepted, linkOf(key, pipeline))
  )
}

function changeWords({ difference, low, high }: VersionChange): string {
  const points = (share: number) => t("figures.count", { n: Math.round(share * 100) })
  return t("figures.points", { difference: points(difference), low: points(low), high: points(high) })
}

function clusteringWords({ agentCount, agents, effect }: FiguresAnswer["clustering"]): string {
  if (agentCount === 0) return ""
  return agents
    ? t("figures.clustered", { agents: agentCount, effect: decimalText(effect) })
    : t("figures.clustered.few", { agents: agentCount })
}

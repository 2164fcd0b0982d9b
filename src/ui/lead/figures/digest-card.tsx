import { useQuery } from "@tanstack/react-query"
import { HEAVY_FROM, type CaseFilter, type Figure, type Share } from "../../../protocol/review.ts"
import { FiguresTable } from "../../kit/figures-table.tsx"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { calendarDay } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { caseLink } from "../case-link.ts"
import { resultWord } from "../review-text.ts"
import { isKnownShare, shareOf, shareWords } from "./group-names.ts"
import { dayBefore, useLastVisit } from "./last-visit.ts"

/**
 * What is different since the lead was here last: five shares since that day beside those of the four weeks before it.
 * What differs most for its intervals comes first. It says no "better" or "worse", because two intervals don't prove
 * that.
 */
export function DigestCard({ now }: { now: Date }) {
  const { day: visit, isFirst } = useLastVisit(now)
  const since = useWhole({ from: visit })
  const before = useWhole({ from: dayBefore(visit, DAYS), to: dayBefore(visit, 1) })
  if (!since || !before) return null
  const rows = SHARES.map(({ name, title, filter }) => ({
    title: title(),
    before: before[name],
    since: since[name],
    cases: caseLink({ from: visit, counted: "yes", ...filter })
  })).toSorted((a, b) => distance(b.before, b.since) - distance(a.before, a.since))
  const title = isFirst ? t("digest.first") : t("digest", { day: calendarDay(visit) })
  return (
    <section className="box full" aria-labelledby="digest">
      <h2 id="digest">{title}</h2>
      <p className="lead">{t("digest.lead")}</p>
      <FiguresTable
        label={title}
        table={{
          head: [t("digest.figure"), t("digest.before"), t("digest.since")],
          rows: rows.map((row) => [row.title, shareWords(row.before), shareWords(row.since)]),
          links: rows.map(({ cases }) => cases)
        }}
      />
    </section>
  )
}

const DAYS = 28

function useWhole(days: { from: string; to?: string }): Figure | undefined {
  const link = useRelayLink()
  const query = { by: "pipeline" as const, ...days }
  const { data } = useQuery({
    queryKey: ["GET /v1/review/figures", query],
    queryFn: () => link.call("GET /v1/review/figures", { query }),
    staleTime: 60_000
  })
  return data?.whole
}

const SHARES: { name: "accepted" | "heavy" | "used" | "rejected" | "none"; title: () => string; filter: CaseFilter }[] =
  [
    { name: "accepted", title: () => t("kpi.accepted"), filter: { changedFrom: 0, changedBelow: HEAVY_FROM } },
    { name: "heavy", title: () => resultWord("heavy"), filter: { result: "heavy" } },
    { name: "used", title: () => t("kpi.used"), filter: { changedFrom: 0 } },
    { name: "rejected", title: () => resultWord("rejected"), filter: { result: "rejected", requested: "yes" } },
    { name: "none", title: () => t("figures.no-draft"), filter: { result: "none", requested: "yes" } }
  ]

/** How far apart two shares are, in widths of their intervals. Shares of too few cases come last. */
function distance(before: Share, since: Share): number {
  if (!isKnownShare(before) || !isKnownShare(since)) return -1
  const width = before.high - before.low + since.high - since.low
  return Math.abs(shareOf(since) - shareOf(before)) / Math.max(1e-9, width)
}

import type { ReportDone } from "../../../protocol/knowledge-report.ts"
import { ENOUGH_CASES } from "../../../protocol/review.ts"
import { t } from "../../messages/t.ts"
import { ChartCard } from "../figures/chart-card.tsx"
import { RowBars } from "../figures/charts/row-bars.tsx"
import { percentText } from "../review-text.ts"

/** How many tickets of the last weeks had a page that a draft could quote. */
export function CoverageCard({ coverage: { weeks, tickets, answered } }: Pick<ReportDone, "coverage">) {
  const missing = Math.max(0, ENOUGH_CASES - tickets)
  const finding =
    tickets === 0
      ? t("report.coverage.none")
      : missing > 0
        ? t("report.coverage.few")
        : t("report.coverage.share", { share: percentText(answered / tickets) })
  const lead =
    tickets === 0
      ? t("report.coverage.lead.none", { weeks })
      : t("report.coverage.lead", { answered, count: tickets, weeks })
  const few =
    tickets === 0
      ? t("figures.few")
      : missing > 0
        ? `${t("figures.few.so-far", { n: answered, of: tickets })} ${t("figures.more", { count: missing })}`
        : undefined
  const parts: [string, number][] = [
    [t("report.coverage.with"), answered],
    [t("report.coverage.without"), tickets - answered]
  ]
  const words = (count: number) => t("figures.count", { n: count })
  return (
    <ChartCard
      size="third"
      finding={finding}
      lead={lead}
      few={few}
      table={{ head: [t("report.coverage.result"), t("report.coverage.tickets")], rows: tickets === 0 ? [] : parts }}
    >
      <RowBars
        bars={parts.map(([name, value], at) => ({ name, value, words: words(value), look: at === 0 ? "" : "n1" }))}
        name={t("report.coverage")}
        description={parts.map(([name, value]) => `${name}: ${words(value)}`).join(", ")}
      />
    </ChartCard>
  )
}

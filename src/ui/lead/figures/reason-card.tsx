import type { Figure } from "../../../protocol/review.ts"
import { REASONS } from "../../../ticket/review-reasons.ts"
import { t } from "../../messages/t.ts"
import { reasonWord } from "../review-text.ts"
import { ChartCard } from "./chart-card.tsx"
import { RowBars } from "./charts/row-bars.tsx"
import { reasonFinding } from "./figure-findings.ts"
import { shareWords } from "./group-names.ts"

/** The reasons that agents gave with "Not useful" and that leads ticked. One reply may have several. */
export function ReasonCard({ whole }: { whole: Figure }) {
  const rows = REASONS.map((reason) => ({
    reason,
    agents: whole.reasons[reason] ?? 0,
    leads: whole.reviewed[reason] ?? 0
  }))
  const few = rows.every(({ agents, leads }) => agents + leads === 0) ? t("chart.reasons.none") : undefined
  const words = ({ agents, leads }: { agents: number; leads: number }) =>
    leads > 0 ? t("chart.reasons.both", { agents, leads }) : t("figures.count", { n: agents })
  return (
    <ChartCard
      size="full"
      finding={reasonFinding(whole)}
      lead={t("chart.reasons.lead", { share: shareWords(whole.rejected) })}
      few={few}
      table={{
        head: [t("col.reason"), t("col.agents"), t("col.leads")],
        rows: rows.map(({ reason, agents, leads }) => [reasonWord(reason), agents, leads])
      }}
    >
      <RowBars
        bars={rows.map((row) => ({ name: reasonWord(row.reason), value: row.agents, words: words(row), look: "n1" }))}
        name={t("chart.reasons")}
        description={rows.map((row) => `${reasonWord(row.reason)}: ${words(row)}`).join(", ")}
      />
    </ChartCard>
  )
}

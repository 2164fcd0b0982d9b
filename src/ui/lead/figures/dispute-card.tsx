import { inRow } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { caseLink } from "../case-link.ts"
import { criterionName } from "../criterion-name.ts"
import { ChartCard } from "./chart-card.tsx"
import { RowBars } from "./charts/row-bars.tsx"
import { useCounts } from "./counts-card.tsx"
import { shareWords } from "./group-names.ts"

/** What agents contest: how many scores wait for a decision, and by criterion the share that was accepted. */
export function DisputeCard() {
  const figures = useCounts("GET /v1/review/disputes", {})
  if (!figures) return null
  const rows = figures.criteria.map(({ criterion, name, accepted }) => ({
    name: criterionName({ id: criterion, name }),
    accepted,
    words: shareWords(accepted)
  }))
  const enough = rows.filter(({ accepted }) => accepted.low !== null)
  return (
    <ChartCard
      size="half"
      finding={t("disputes.finding", { open: figures.open })}
      lead={t("disputes.lead")}
      few={
        rows.length === 0
          ? t("disputes.none")
          : enough.length === 0
            ? inRow(rows.map(({ name, words }) => t("named", { name, value: words })))
            : undefined
      }
      table={{
        head: [t("col.criterion"), t("dispute.accepted"), t("col.sample")],
        rows: rows.map(({ name, words, accepted: { n, of } }) => [name, words, t("figures.of", { n, of })]),
        links: rows.map(() => caseLink({ disputed: "open" }))
      }}
    >
      <RowBars
        bars={enough.map(({ name, words, accepted: { n, of } }) => ({
          ...{ name, words, value: n / of, look: "" },
          cases: caseLink({ disputed: "open" })
        }))}
        most={1}
        name={t("disputes.chart")}
        description={inRow(enough.map(({ name, words }) => t("named", { name, value: words })))}
      />
    </ChartCard>
  )
}

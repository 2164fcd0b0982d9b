import { VERDICTS, type Estimate, type LeadFigures } from "../../../protocol/review.ts"
import { REASONS } from "../../../ticket/review-reasons.ts"
import { inRow } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { intervalText, percentText, reasonWord, verdictWord } from "../review-text.ts"
import { useCaseLinks } from "./case-links.ts"
import { ChartCard } from "./chart-card.tsx"
import { RowBars } from "./charts/row-bars.tsx"
import { leadFinding } from "./figure-findings.ts"
import { missingCases } from "./group-names.ts"

/** What leads say of the drafts, estimated for all of them from a random sample. */
export function LeadCard({ leads }: { leads: LeadFigures }) {
  const link = useCaseLinks()
  const rows = [
    ...VERDICTS.map((verdict) => ({
      name: verdictWord(verdict),
      estimate: leads.verdicts[verdict],
      look: "",
      cases: link({ verdict })
    })),
    ...REASONS.flatMap((reason) => {
      const estimate = leads.reasons[reason]
      return estimate ? [{ name: reasonWord(reason), estimate, look: "n1", cases: link({ leadReason: reason }) }] : []
    })
  ]
  const estimates = rows.filter(({ estimate }) => estimate.share !== null)
  const { cases, random, reviewed } = leads
  return (
    <ChartCard
      size="half"
      finding={leadFinding(leads)}
      lead={t("leads.lead", { cases, random, chosen: reviewed - random })}
      few={estimates.length === 0 ? t("leads.more", { count: missingCases(leads.verdicts.send.of) }) : undefined}
      table={{
        head: [t("col.said"), t("col.estimate"), t("col.sample")],
        rows: rows.map(({ name, estimate }) => [
          name,
          estimateWords(estimate),
          t("figures.of", { n: estimate.n, of: estimate.of })
        ]),
        links: rows.map(({ cases }) => cases)
      }}
    >
      <RowBars
        bars={estimates.map(({ name, estimate, look, cases }) => ({
          name,
          cases,
          value: estimate.share ?? 0,
          words: estimateWords(estimate),
          look
        }))}
        most={1}
        name={t("chart.leads")}
        description={inRow(estimates.map(({ name, estimate }) => t("named", { name, value: estimateWords(estimate) })))}
      />
    </ChartCard>
  )
}

function estimateWords({ share, low, high }: Estimate): string {
  return share === null || low === null || high === null
    ? t("figures.few")
    : t("figures.cell", { share: percentText(share), interval: intervalText(low, high) })
}

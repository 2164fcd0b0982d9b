import type { Figure } from "../../../protocol/review.ts"
import { inRow } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { percentText, resultWord } from "../review-text.ts"
import { ChartCard } from "./chart-card.tsx"
import { RowBars } from "./charts/row-bars.tsx"
import { outcomeFinding } from "./figure-findings.ts"
import { missingCases, shareWords } from "./group-names.ts"

/** Every eligible reply, including those without a draft, by what became of the draft. */
export function OutcomeCard({ whole }: { whole: Figure }) {
  const { eligible, unknown } = whole
  const parts = (["unchanged", "light", "heavy", "rejected", "ignored", "none"] as const).map((result, index) => ({
    name: resultWord(result),
    value: whole[result].n,
    look: LOOKS[index] ?? ""
  }))
  const few = missingCases(eligible)
  const words = (value: number) => (few > 0 ? t("figures.count", { n: value }) : percentText(value / eligible))
  const lead =
    unknown > 0
      ? t("chart.outcome.lead.unknown", { count: eligible, unknown })
      : t("chart.outcome.lead", { count: eligible })
  return (
    <ChartCard
      size="third"
      finding={outcomeFinding(whole)}
      lead={lead}
      few={eligible === 0 ? t("figures.none-here") : undefined}
      table={{
        head: [t("col.result"), t("col.replies")],
        rows: [
          ...parts.map(({ name, value }) => [
            name,
            value === 0 || few > 0 ? value : t("figures.n-share", { n: value, share: percentText(value / eligible) })
          ]),
          [t("col.drafted"), shareWords(whole.drafted)],
          [t("result.unknown"), unknown]
        ]
      }}
    >
      <RowBars
        bars={parts.map((part) => ({ ...part, words: words(part.value) }))}
        name={t("chart.outcome", { count: eligible })}
        description={inRow(parts.map(({ name, value }) => t("named", { name, value: words(value) })))}
      />
    </ChartCard>
  )
}

const LOOKS = ["", "b2", "b3", "n1", "n2", "n3"]

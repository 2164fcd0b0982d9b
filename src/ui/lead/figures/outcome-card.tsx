import type { Figure } from "../../../protocol/review.ts"
import { inRow } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { percentText, resultWord } from "../review-text.ts"
import { useCaseLinks } from "./case-links.ts"
import { ChartCard } from "./chart-card.tsx"
import { RowBars } from "./charts/row-bars.tsx"
import { outcomeFinding } from "./figure-findings.ts"
import { missingCases, shareWords } from "./group-names.ts"

/** Every reply that a draft was requested for, by what became of the draft. */
export function OutcomeCard({ whole }: { whole: Figure }) {
  const link = useCaseLinks()
  const { unknown } = whole
  const requested = whole.used.of
  const parts = (["unchanged", "light", "heavy", "rejected", "ignored", "none"] as const).map((result, index) => ({
    name: result === "none" ? t("figures.no-draft") : resultWord(result),
    value: whole[result].n,
    look: LOOKS[index] ?? "",
    cases: link({ result, counted: "yes", requested: "yes" })
  }))
  const few = missingCases(requested)
  const words = (value: number) => (few > 0 ? t("figures.count", { n: value }) : percentText(value / requested))
  const lead =
    unknown > 0
      ? t("chart.outcome.lead.unknown", { count: requested, unknown })
      : t("chart.outcome.lead", { count: requested })
  return (
    <ChartCard
      size="third"
      finding={outcomeFinding(whole)}
      lead={lead}
      few={requested === 0 ? t("figures.none-here") : undefined}
      table={{
        head: [t("col.result"), t("col.replies")],
        rows: [
          ...parts.map(({ name, value }) => [
            name,
            value === 0 || few > 0 ? value : t("figures.n-share", { n: value, share: percentText(value / requested) })
          ]),
          [t("col.drafted"), shareWords(whole.drafted)],
          [t("result.unknown"), unknown]
        ],
        links: [...parts.map(({ cases }) => cases), undefined, link({ result: "unknown", counted: "yes" })]
      }}
    >
      <RowBars
        bars={parts.map((part) => ({ ...part, words: words(part.value) }))}
        name={t("chart.outcome", { count: requested })}
        description={inRow(parts.map(({ name, value }) => t("named", { name, value: words(value) })))}
      />
    </ChartCard>
  )
}

const LOOKS = ["", "b2", "b3", "n1", "n2", "n3"]

import { HEAVY_FROM, type Figure } from "../../../protocol/review.ts"
import { t } from "../../messages/t.ts"
import { percentText } from "../review-text.ts"
import { useCaseLinks } from "./case-links.ts"
import { ChartCard } from "./chart-card.tsx"
import { ColumnBars } from "./charts/column-bars.tsx"
import { editFinding } from "./figure-findings.ts"
import { missingCases } from "./group-names.ts"

/** How much of a used draft was changed before it was sent: nothing, or by tenths. */
export function EditCard({ whole }: { whole: Figure }) {
  const {
    editDistance: { median, spread },
    unchanged,
    accepted: { of }
  } = whole
  const [firstTenth = 0, ...others] = spread
  const some = Math.max(0, firstTenth - unchanged.n)
  const link = useCaseLinks()
  const bars = [
    {
      name: t("chart.edit.unchanged"),
      value: unchanged.n,
      look: "",
      cases: link({ result: "unchanged", counted: "yes" })
    },
    { name: "1", value: some, look: "b2", cases: link({ changedFrom: 1e-6, changedBelow: 0.1, counted: "yes" }) },
    ...others.map((value, index) => ({
      name: String((index + 1) * 10),
      value,
      look: (index + 1) / 10 < HEAVY_FROM ? "b2" : "b3",
      cases: link({
        changedFrom: (index + 1) / 10,
        changedBelow: index === others.length - 1 ? 2 : (index + 2) / 10,
        counted: "yes"
      })
    }))
  ]
  const few = of === 0 ? t("figures.none.used") : undefined
  const format = (value: number) => t("figures.count", { n: value })
  // The columns are: none, 1 to 9, 10 to 19 and so on.
  const heavyAt = HEAVY_FROM * 10 + 1
  return (
    <ChartCard
      size="half"
      finding={editFinding(whole)}
      lead={
        missingCases(of) > 0 && of > 0
          ? `${t("chart.edit.lead", { count: of })} ${t("figures.more", { count: missingCases(of) })}`
          : t("chart.edit.lead", { count: of })
      }
      few={few}
      table={{
        head: [t("col.changed"), t("col.drafts")],
        rows: bars.map(({ name, value }, index) => [
          index === 0
            ? name
            : index === 1
              ? t("chart.edit.range", { from: 1, to: 9 })
              : t("chart.edit.range", { from: Number(name), to: index === 10 ? 100 : Number(name) + 9 }),
          value
        ]),
        links: bars.map(({ cases }) => cases)
      }}
    >
      <ColumnBars
        bars={bars}
        format={format}
        under={t("chart.edit.axis")}
        name={t("chart.edit")}
        description={t("chart.edit.description", { unchanged: unchanged.n, heavy: whole.heavy.n, of })}
        marks={[
          ...(median === null
            ? []
            : [
                {
                  at: median === 0 ? 0.5 : 1 + median * 10,
                  words: t("chart.edit.median", { share: percentText(median) }),
                  look: "whisk"
                }
              ]),
          { at: heavyAt, words: t("chart.edit.heavy", { share: percentText(HEAVY_FROM) }), look: "ver" }
        ]}
      />
    </ChartCard>
  )
}

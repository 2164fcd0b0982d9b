import { t, tell } from "../../messages/t.ts"
import { CountsCard, useCounts } from "./counts-card.tsx"

/** How often agents followed a recommendation, by product. It holds for all replies, whatever is filtered. */
export function RecommendationCard() {
  const data = useCounts("GET /v1/review/recommendations", {})
  if (!data) return null
  const sum = (of: "offered" | "followed") => data.products.reduce((total, one) => total + one[of], 0)
  return (
    <CountsCard
      id="recommendation-figures"
      title={t("recommendation-figures")}
      lead={
        data.products.length > 0
          ? tell("recommendation-figures.lead", { offered: sum("offered"), followed: sum("followed") })
          : t("recommendation-figures.none")
      }
      head={[
        t("recommendation-figures.product"),
        t("recommendation-figures.offered"),
        t("recommendation-figures.followed")
      ]}
      rows={data.products.map(({ title, offered, followed }) => [title, offered, followed])}
    />
  )
}

import { useQuery } from "@tanstack/react-query"
import { t, tell } from "../../messages/t.ts"
import { useLeadLink } from "../use-lead-link.ts"
import { FiguresTable } from "./chart-card.tsx"

/** How often agents followed a recommendation, by product. It holds for all replies, whatever is filtered. */
export function RecommendationCard() {
  const link = useLeadLink()
  const { data } = useQuery({
    queryKey: ["lead-recommendations"],
    queryFn: () => link.ask({ kind: "lead-recommendations" as const }),
    staleTime: 60_000
  })
  if (!data) return null
  const title = t("recommendation-figures")
  const sum = (of: "offered" | "followed") => data.products.reduce((total, one) => total + one[of], 0)
  return (
    <section className="box full" aria-labelledby="recommendation-figures">
      <h2 id="recommendation-figures">{title}</h2>
      <p className="lead">
        {data.products.length > 0
          ? tell("recommendation-figures.lead", { offered: sum("offered"), followed: sum("followed") })
          : t("recommendation-figures.none")}
      </p>
      {data.products.length > 0 ? (
        <FiguresTable
          label={title}
          table={{
            head: [
              t("recommendation-figures.product"),
              t("recommendation-figures.offered"),
              t("recommendation-figures.followed")
            ],
            rows: data.products.map((one) => [one.title, one.offered, one.followed])
          }}
        />
      ) : null}
    </section>
  )
}

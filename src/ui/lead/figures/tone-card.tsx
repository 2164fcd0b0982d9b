import { useQuery } from "@tanstack/react-query"
import { t } from "../../messages/t.ts"
import { useLeadLink } from "../use-lead-link.ts"
import { FiguresTable } from "./chart-card.tsx"

/** Which findings of tone agents called fine, and which rules they hide. It holds for all replies, whatever is filtered. */
export function ToneCard() {
  const link = useLeadLink()
  const { data } = useQuery({
    queryKey: ["lead-tone"],
    queryFn: () => link.ask({ kind: "lead-tone" as const }),
    staleTime: 60_000
  })
  if (!data) return null
  const title = t("tone-figures")
  return (
    <section className="box full" aria-labelledby="tone-figures">
      <h2 id="tone-figures">{title}</h2>
      <p className="lead">{data.rules.length > 0 ? t("tone-figures.lead") : t("tone-figures.none")}</p>
      {data.rules.length > 0 ? (
        <FiguresTable
          label={title}
          table={{
            head: [t("tone-figures.rule"), t("tone-figures.fine"), t("tone-figures.agents"), t("tone-figures.hidden")],
            rows: data.rules.map(({ rule, fineHere, agents, hiddenBy }) => [
              rule.replaceAll("-", " "),
              fineHere,
              agents,
              hiddenBy
            ])
          }}
        />
      ) : null}
    </section>
  )
}

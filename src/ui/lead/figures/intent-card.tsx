import { useQuery } from "@tanstack/react-query"
import { t, tell } from "../../messages/t.ts"
import { useLeadLink } from "../use-lead-link.ts"
import { FiguresTable } from "./chart-card.tsx"

/** What agents corrected of what tickets were told to be about. It holds for all tickets, whatever is filtered. */
export function IntentCard() {
  const link = useLeadLink()
  const { data } = useQuery({
    queryKey: ["lead-intents"],
    queryFn: () => link.ask({ kind: "lead-intents" as const }),
    staleTime: 60_000
  })
  if (!data || data.intents.length === 0) return null
  const title = t("intent-figures")
  return (
    <section className="box full" aria-labelledby="intent-figures">
      <h2 id="intent-figures">{title}</h2>
      <p className="lead">
        {tell("intent-figures.lead", { examples: data.examples, intents: data.intents.length })}{" "}
        {data.corrected.length > 0 ? t("intent-figures.corrected") : t("intent-figures.none")}
      </p>
      {data.corrected.length > 0 ? (
        <FiguresTable
          label={title}
          table={{
            head: [t("intent-figures.told"), t("intent-figures.said"), t("intent-figures.tickets")],
            rows: data.corrected.map(({ told, said, tickets }) => [
              told ?? t("intent-figures.nothing"),
              said ?? t("intent-figures.none-of-these"),
              tickets
            ])
          }}
        />
      ) : null}
    </section>
  )
}

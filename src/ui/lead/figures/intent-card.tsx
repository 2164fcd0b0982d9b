import { t, tell } from "../../messages/t.ts"
import { CountsCard, useCounts } from "./counts-card.tsx"

/** What agents corrected of what tickets were said to be about. It holds for all tickets, whatever is filtered. */
export function IntentCard() {
  const data = useCounts("GET /v1/intents", {})
  if (!data || data.intents.length === 0) return null
  const learnt = tell("intent-figures.lead", { examples: data.examples, intents: data.intents.length })
  const corrected = data.corrected.length > 0 ? t("intent-figures.corrected") : t("intent-figures.none")
  return (
    <CountsCard
      id="intent-figures"
      title={t("intent-figures")}
      lead={`${learnt} ${corrected}`}
      head={[t("intent-figures.told"), t("intent-figures.said"), t("intent-figures.tickets")]}
      rows={data.corrected.map(({ told, said, tickets }) => [
        told ?? t("intent-figures.nothing"),
        said ?? t("intent-figures.none-of-these"),
        tickets
      ])}
    />
  )
}

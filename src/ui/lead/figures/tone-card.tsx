import { t } from "../../messages/t.ts"
import { CountsCard, useCounts } from "./counts-card.tsx"

/** Which findings of tone agents called fine, and which rules they hide. It holds for all replies, whatever is filtered. */
export function ToneCard() {
  const data = useCounts("GET /v1/review/tone", {})
  if (!data) return null
  return (
    <CountsCard
      id="tone-figures"
      title={t("tone-figures")}
      lead={data.rules.length > 0 ? t("tone-figures.lead") : t("tone-figures.none")}
      head={[t("tone-figures.rule"), t("tone-figures.fine"), t("tone-figures.agents"), t("tone-figures.hidden")]}
      rows={data.rules.map(({ rule, fineHere, agents, hiddenBy }) => [
        rule.replaceAll("-", " "),
        fineHere,
        agents,
        hiddenBy
      ])}
    />
  )
}

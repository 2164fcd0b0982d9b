import { Card } from "../../../kit/card.tsx"
import { RefusedOutcomes } from "../../../kit/refused-outcomes.tsx"
import { t } from "../../../messages/t.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"

export const outcomes: PanelCard = {
  id: "outcomes",
  place: "more",
  order: 110,
  Card: OutcomesCard,
  row: {
    icon: "alert",
    title: () => t("refused"),
    detail: ({ state: { kept } }) => (kept.refused?.length ? String(kept.refused.length) : undefined),
    isUrgent: ({ state: { kept } }) => (kept.refused?.length ?? 0) > 0
  }
}

/** Outcomes that the relay refused. The card is only there while something waits. */
function OutcomesCard() {
  const {
    state: {
      kept: { refused = [] }
    },
    link
  } = usePanelContext()
  if (refused.length === 0) return null
  return (
    <Card title={t("refused")}>
      <div className="in-card">
        <p className="quiet small">{t("refused.lead")}</p>
        <RefusedOutcomes refused={refused} send={link.send} />
      </div>
    </Card>
  )
}

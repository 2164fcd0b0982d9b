import { SELECTED_TEXT } from "../../../../ticket/ticket-key.ts"
import { Card } from "../../../kit/card.tsx"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { TakeSelection } from "../../card-kit/take-selection.tsx"
import { usePanelContext } from "../../state/use-panel.ts"

export const selectedText: PanelCard = { id: "selected-text", place: "letter", order: 5, Card: SelectedText }

/** On a page that no adapter reads: what the draft answers, and how to have another text answered. */
function SelectedText() {
  const { ticket, link } = usePanelContext()
  if (ticket.helpdesk !== SELECTED_TEXT) return null
  return (
    <Card title={t("selection")}>
      <div className="in-card">
        <p>{t("selection.answered")}</p>
        <div className="do">
          <TakeSelection link={link} of={{ ticket: ticket.key }} label={t("selection.again")} />
        </div>
      </div>
    </Card>
  )
}

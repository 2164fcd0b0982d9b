import { useState } from "react"
import { Card, useFold } from "../../../kit/card.tsx"
import { t } from "../../../messages/t.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { useReplies } from "../../card-kit/use-replies.ts"
import { SolvedTicket } from "./solved-ticket.tsx"

export const similar: PanelCard = { id: "similar", order: 50, Card: Similar }

/**
 * What was asked and answered in tickets that resemble this one. The card is folded, and nothing is requested until it
 * is opened.
 */
function Similar() {
  const { ticket } = usePanelContext()
  const { open, button } = useFold("similar", false)
  return (
    <Card title={t("similar")} aside={button}>
      {open ? <Tickets key={ticket.key} /> : null}
    </Card>
  )
}

function Tickets() {
  const { found, said } = useReplies()
  const [shown, setShown] = useState<string>()
  const tickets = found?.tickets ?? []
  return (
    <div className="in-card">
      <p role="status" className="small muted">
        {said ?? (tickets.length === 0 ? t("similar.none") : t("similar.found", { count: tickets.length }))}
      </p>
      {tickets.length > 0 ? (
        <ul>
          {tickets.map((one) => (
            <SolvedTicket
              key={one.id}
              ticket={one}
              open={shown === one.id}
              toggle={() => setShown(shown === one.id ? undefined : one.id)}
            />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

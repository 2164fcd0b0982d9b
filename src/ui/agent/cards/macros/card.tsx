import { useQuery } from "@tanstack/react-query"
import { Card, useFold } from "../../../kit/card.tsx"
import { t } from "../../../messages/t.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { MacroSearch } from "./macro-search.tsx"
import { SuggestedMacros } from "./suggested-macros.tsx"

export const macros: PanelCard = { id: "macros", order: 60, Card: Macros }

/**
 * Ready texts: those of the team's knowledge that fit the thread, and the helpdesk's own macros, if it has any. The
 * card is folded, and nothing is requested until it is opened.
 */
function Macros() {
  const { ticket } = usePanelContext()
  const { open, button } = useFold("macros", false)
  return (
    <Card title={t("macros")} aside={button}>
      {open ? <Both key={ticket.key} /> : null}
    </Card>
  )
}

function Both() {
  const { ticket, link } = usePanelContext()
  const { data: there } = useQuery({
    queryKey: ["macros-there", ticket.key],
    staleTime: ({ state }) => (state.data ? Infinity : 0),
    queryFn: async () => {
      const answer = await link.send({ kind: "panel-macros", key: ticket.key })
      return answer.ok && answer.macros !== undefined
    }
  })
  return (
    <div className="in-card stack">
      <SuggestedMacros />
      {there ? <MacroSearch /> : null}
    </div>
  )
}

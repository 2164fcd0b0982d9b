import { useState } from "react"
import { isApiHelpdesk, type ApiHelpdeskId } from "../../../../ticket/helpdesk-api/helpdesk-api.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { hostOf, TokenForm, useToken } from "./token-form.tsx"

export const helpdeskToken: PanelCard = { id: "helpdesk-token", order: 78, Card: HelpdeskToken }

/** On a ticket that was read by its helpdesk's API: how to change and forget the token. */
function HelpdeskToken() {
  const { ticket, state } = usePanelContext()
  if (!isApiHelpdesk(ticket.helpdesk) || state.notice?.code === "token-wanted" || ticket.messages.length === 0)
    return null
  return (
    <Card title={t("token")}>
      <div className="in-card stack">
        <Kept helpdesk={ticket.helpdesk} />
      </div>
    </Card>
  )
}

function Kept({ helpdesk }: { helpdesk: ApiHelpdeskId }) {
  const { ticket, link } = usePanelContext()
  const [typing, setTyping] = useState(false)
  const [forgotten, setForgotten] = useState(false)
  const { said, keep } = useToken(helpdesk)
  const host = hostOf(helpdesk)
  const forget = async () => {
    const { ok } = await link.send({ kind: "panel-token", key: ticket.key, token: "" })
    setForgotten(ok)
  }
  const kept = (token: string) => {
    setTyping(false)
    setForgotten(false)
    keep(token)
  }
  return (
    <>
      <p className="quiet">{t("token.says", { host })}</p>
      {typing ? (
        <TokenForm host={host} keep={kept} />
      ) : (
        <div className="do">
          <Button onPress={() => setTyping(true)}>{t("token.other")}</Button>
          <Button onPress={() => void forget()}>{t("token.forget")}</Button>
        </div>
      )}
      <p role="status" className="small">
        {said || (forgotten ? t("token.forgotten") : "")}
      </p>
    </>
  )
}

import { useState } from "react"
import type { PanelState, PanelTicket } from "../../../../protocol/panel.ts"
import { helpdeskApis, isApiHelpdesk, type ApiHelpdeskId } from "../../../../ticket/helpdesk-api/helpdesk-api.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { t, tell } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { wantedToken } from "./wanted-token.ts"
import { hostOf, TokenForm, useToken } from "./token-form.tsx"

export const helpdeskToken: PanelCard = {
  id: "helpdesk-token",
  place: "more",
  order: 120,
  Card: HelpdeskToken,
  row: {
    icon: "lock",
    title: () => t("token"),
    detail: ({ state, ticket }) => (keptToken(state, ticket) ? "" : undefined)
  }
}

/** On a ticket for whose helpdesk a token is kept: whether it was read with it, and how to change and forget it. */
function HelpdeskToken() {
  const { ticket, state } = usePanelContext()
  const helpdesk = keptToken(state, ticket)
  if (!helpdesk) return null
  return (
    <Card title={t("token")}>
      <div className="in-card stack">
        <Kept helpdesk={helpdesk} />
      </div>
    </Card>
  )
}

/** The helpdesk of the ticket, if it was read with a token that is kept. */
function keptToken(state: PanelState, { helpdesk, messages, api }: PanelTicket): ApiHelpdeskId | undefined {
  if (!isApiHelpdesk(helpdesk) || wantedToken(state) || messages.length === 0) return undefined
  return helpdeskApis[helpdesk].alone || (api !== undefined && api !== "missing") ? helpdesk : undefined
}

function Kept({ helpdesk }: { helpdesk: ApiHelpdeskId }) {
  const { ticket, link } = usePanelContext()
  const [typing, setTyping] = useState(false)
  const { said, keep, forget, forgotten } = useToken({
    helpdesk,
    link,
    keeping: (token) => ({ kind: "panel-token", key: ticket.key, token })
  })
  const host = hostOf(helpdesk)
  const { api = "answered" } = ticket
  const instead = api === "answered" || api === "missing" ? undefined : api
  const kept = (token: string) => {
    setTyping(false)
    keep(token)
  }
  return (
    <>
      <p className="quiet">
        {instead
          ? `${t(`token.why.${instead}`, { host })} ${t("token.instead")}`
          : tell(`token.says.${helpdesk}`, { host })}
      </p>
      {typing ? (
        <TokenForm host={host} keep={kept} />
      ) : (
        <div className="do">
          <Button onPress={() => setTyping(true)}>{t("token.other")}</Button>
          <Button onPress={() => void forget()}>{t("token.forget")}</Button>
        </div>
      )}
      <p role="status" className="small">
        {said || forgotten}
      </p>
    </>
  )
}

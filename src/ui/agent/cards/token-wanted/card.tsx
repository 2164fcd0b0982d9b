import {
  isApiHelpdesk,
  TOKEN_PROBLEMS,
  type ApiHelpdeskId,
  type TokenProblem
} from "../../../../ticket/helpdesk-api/helpdesk-api.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { t, tell } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { hostOf, TokenForm, useToken } from "../helpdesk-token/token-form.tsx"

export const tokenWanted: PanelCard = { id: "token-wanted", order: 5, Card: TokenWanted }

/** On a ticket that its helpdesk's API didn't give: what is missing, before everything else. */
function TokenWanted() {
  const { ticket, state } = usePanelContext()
  const { notice } = state
  const part = notice?.code === "token-wanted" ? notice.data?.["part"] : undefined
  const problem = TOKEN_PROBLEMS.find((one) => one === part)
  if (!problem || !isApiHelpdesk(ticket.helpdesk)) return null
  return (
    <Card title={t("token")}>
      <div className="in-card stack">
        <Wanted key={problem} helpdesk={ticket.helpdesk} problem={problem} />
      </div>
    </Card>
  )
}

/** Asks for what is missing. A token that is too narrow or was refused can be typed anew. */
function Wanted({ helpdesk, problem }: { helpdesk: ApiHelpdeskId; problem: TokenProblem }) {
  const { said, keep, allow } = useToken(helpdesk)
  const host = hostOf(helpdesk)
  return (
    <>
      <p className="quiet">{t(`token.why.${problem}`, { host })}</p>
      {problem === "not-allowed" ? (
        <div className="do">
          <Button onPress={allow}>{t("token.allow", { host })}</Button>
        </div>
      ) : (
        <>
          <p className="quiet">{tell(`token.${helpdesk}`, {})}</p>
          <TokenForm host={host} keep={keep} />
        </>
      )}
      <p role="alert" className="fault">
        {said}
      </p>
    </>
  )
}

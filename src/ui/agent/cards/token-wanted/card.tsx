import { helpdeskApis, type ApiHelpdeskId, type TokenProblem } from "../../../../ticket/helpdesk-api/helpdesk-api.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { t, tell } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { hostOf, TokenForm, useToken } from "../helpdesk-token/token-form.tsx"
import { wantedToken } from "../helpdesk-token/wanted-token.ts"

export const tokenWanted: PanelCard = { id: "token-wanted", place: "letter", order: 5, Card: TokenWanted }

/** On a ticket that its helpdesk's API didn't give: what is missing, before everything else. */
function TokenWanted() {
  const { state } = usePanelContext()
  const wanted = wantedToken(state)
  if (!wanted) return null
  return (
    <Card title={t("token")}>
      <div className="in-card stack">
        <Wanted key={wanted.problem} {...wanted} />
      </div>
    </Card>
  )
}

/**
 * Asks for what is missing. A token that is too narrow or was refused can be typed anew, or forgotten where tickets are
 * read without one too.
 */
function Wanted({ helpdesk, problem }: { helpdesk: ApiHelpdeskId; problem: TokenProblem }) {
  const { ticket, link } = usePanelContext()
  const { said, keep, allow, forget, forgotten } = useToken({
    helpdesk,
    link,
    keeping: (token) => ({ kind: "panel-token", key: ticket.key, token })
  })
  const host = hostOf(helpdesk)
  return (
    <>
      <p className="quiet">
        {problem === "missing" ? tell(`token.why.missing.${helpdesk}`, {}) : t(`token.why.${problem}`, { host })}
      </p>
      {problem === "not-allowed" ? (
        <div className="do">
          <Button onPress={allow}>{t("token.allow", { host })}</Button>
        </div>
      ) : (
        <>
          <p className="quiet">{tell(`token.${helpdesk}`, {})}</p>
          <TokenForm host={host} keep={keep} />
          {problem === "missing" || helpdeskApis[helpdesk].alone ? null : (
            <div className="do">
              <Button onPress={() => void forget()}>{t("token.forget")}</Button>
            </div>
          )}
        </>
      )}
      <p role="status" className="small">
        {forgotten}
      </p>
      <p role="alert" className="fault">
        {said}
      </p>
    </>
  )
}

import { useState } from "react"
import type { LookupCommand } from "../../../../protocol/search.ts"
import type { LookupResult } from "../../../../ticket/lookup-results.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { listed } from "../../../messages/format.ts"
import { t } from "../../../messages/t.ts"
import { failureText, takeAnswer } from "../../card-kit/command-answers.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { LookupRows } from "./lookup-rows.tsx"
import "./customer.css"

export const customer: PanelCard = { id: "customer", order: 33, Card: Customer }

/** What the team's lookups say of the customer: each fact with its system and age, and what isn't known with the reason. */
function Customer() {
  const { state, draft, ticket, link } = usePanelContext()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState("")
  const { lookups = [] } = state
  if (lookups.length === 0) return null
  const send = async (command: LookupCommand) => {
    setBusy(true)
    await link
      .send(command)
      .then((answer) => takeAnswer(answer, () => true))
      .then(
        () => setFailed(""),
        (error: Error) => setFailed(failureText(error))
      )
    setBusy(false)
  }
  const { key } = ticket
  const again = () => void send({ kind: "panel-look-up", key })
  const cited = new Map((draft?.sources ?? []).map(({ id, n }) => [id, n]))
  return (
    <Card
      title={t("lookups")}
      aside={
        <Button small variant="bare" disabledReason={busy ? t("lookups.looking") : undefined} onPress={again}>
          {t("lookups.again")}
        </Button>
      }
    >
      <dl className="got in-card">
        {lookups.map((result) => (
          <LookupRows
            key={result.name}
            result={result}
            source={cited.get(`lookup:${result.name}`)}
            again={again}
            keepSecrets={(secrets) => void send({ kind: "panel-lookup-secret", key, lookup: result.name, secrets })}
          />
        ))}
      </dl>
      <p role="status" className="small muted in-card">
        {busy ? t("lookups.looking") : failed === "" ? footOf(lookups) : failed}
      </p>
    </Card>
  )
}

/** Who asked. A view, which the relay asks, has no host. */
function footOf(lookups: readonly LookupResult[]): string {
  const views = lookups.filter(({ host }) => host === "").map(({ title }) => title)
  return views.length === 0 ? t("lookups.foot") : t("lookups.foot.views", { views: listed(views) })
}

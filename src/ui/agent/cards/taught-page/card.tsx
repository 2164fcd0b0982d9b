import { useState } from "react"
import { extensionPage } from "../../../../platform/extension-page.ts"
import { TAUGHT_PAGE } from "../../../../ticket/page-recipe.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { ShowPlaces } from "../../picking/show-places.tsx"
import { usePanelContext } from "../../state/use-panel.ts"

export const taughtPage: PanelCard = { id: "taught-page", order: 80, Card: TaughtPage }

/** On a page whose parts somebody has shown: how it is read, and how to show it anew, save the places or forget them. */
function TaughtPage() {
  const { ticket, link } = usePanelContext()
  const [said, setSaid] = useState("")
  if (ticket.helpdesk !== TAUGHT_PAGE) return null
  const { site, key } = ticket
  const save = async () => {
    const answer = await link.send({ kind: "panel-recipe-export", site })
    if (!answer.ok || !answer.recipe) return setSaid(t("taught.none"))
    const name = `replywright-${new URL(site).host.replace(/[^\w.-]/g, "-")}.json`
    extensionPage.download(name, "application/json", `${JSON.stringify(answer.recipe, undefined, 2)}\n`)
  }
  const forget = async () => {
    const answer = await link.send({ kind: "panel-recipe-forget", site })
    setSaid(t(answer.ok ? "taught.forgotten" : "pick.failed"))
  }
  return (
    <Card title={t("taught")}>
      <div className="in-card">
        <p className="quiet">{t("taught.says")}</p>
        <div className="do">
          <ShowPlaces link={link} of={{ ticket: key }} label={t("taught.again")} />
          <Button onPress={() => void save()}>{t("taught.save")}</Button>
          <Button onPress={() => void forget()}>{t("taught.forget")}</Button>
        </div>
        <p role="status" className="small">
          {said}
        </p>
      </div>
    </Card>
  )
}

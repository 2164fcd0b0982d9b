import { useState } from "react"
import { extensionPage } from "../../../../platform/extension-page.ts"
import type { CommandAnswer } from "../../../../protocol/panel.ts"
import type { PanelPlaces } from "../../../../protocol/picking/pick-commands.ts"
import { TAUGHT_PAGE } from "../../../../ticket/page-recipe.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { relayProblem } from "../../../messages/relay-problem.ts"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { ShowPlaces } from "../../picking/show-places.tsx"
import { usePanelContext } from "../../state/use-panel.ts"

export const taughtPage: PanelCard = {
  id: "taught-page",
  place: "more",
  order: 130,
  Card: TaughtPage,
  row: {
    icon: "pen",
    title: () => t("taught"),
    detail: ({ ticket }) => (ticket.helpdesk === TAUGHT_PAGE ? "" : undefined)
  }
}

/**
 * On a page whose parts somebody has shown: how it is read, whose places they are, and how to show them anew, share,
 * save or forget them.
 */
function TaughtPage() {
  const { ticket } = usePanelContext()
  // What is said is about a site's places.
  return ticket.helpdesk === TAUGHT_PAGE ? <Places key={ticket.site} /> : null
}

function Places() {
  const { ticket, link, state } = usePanelContext()
  const [said, setSaid] = useState("")
  const [sharing, setSharing] = useState(false)
  const { site, key } = ticket
  const { places } = state
  const share = async () => {
    setSharing(true)
    setSaid("")
    setSaid(sharedText(await link.send({ kind: "panel-recipe-share", site })))
    setSharing(false)
  }
  const save = async () => {
    const answer = await link.send({ kind: "panel-recipe-export", site })
    if (!answer.ok || !answer.recipe) return setSaid(t("taught.none"))
    const name = `replywright-${new URL(site).host.replace(/[^\w.-]/g, "-")}.json`
    extensionPage.download(name, "application/json", `${JSON.stringify(answer.recipe, undefined, 2)}\n`)
  }
  const forget = async () => {
    if (!places?.kept) return setSaid(t("shared.forget.team"))
    const answer = await link.send({ kind: "panel-recipe-forget", site })
    if (!answer.ok) return setSaid(t("pick.failed"))
    setSaid(t(places.shared ? "shared.forgotten" : "taught.forgotten"))
  }
  return (
    <Card title={t(places?.of === "team" ? "shared.team" : "taught")}>
      <div className="in-card">
        <p className="quiet">{t("taught.says")}</p>
        <p className="quiet">{whoseText(places)}</p>
        <div className="do">
          <ShowPlaces link={link} of={{ ticket: key }} label={t("taught.again")} />
          {places?.kept && places.shared !== "same" ? (
            <Button disabledReason={sharing ? t("shared.sharing") : undefined} onPress={() => void share()}>
              {t("shared.share")}
            </Button>
          ) : null}
          {places?.kept ? <Button onPress={() => void save()}>{t("taught.save")}</Button> : null}
          {places?.kept || places?.of === "team" ? (
            <Button onPress={() => void forget()}>{t("taught.forget")}</Button>
          ) : null}
        </div>
        <p role="status" className="small">
          {said}
        </p>
      </div>
    </Card>
  )
}

function whoseText(places: PanelPlaces["places"]): string {
  if (places?.of === "team") return t("shared.of.team")
  if (!places?.kept) return t("shared.of.nobody")
  if (!places.shared) return t("shared.of.browser")
  return t(places.shared === "same" ? "shared.of.browser.same" : "shared.of.browser.other")
}

function sharedText(answer: CommandAnswer): string {
  if (answer.ok) return t(answer.proposed === "shared" ? "shared.already" : "shared.asked")
  if (answer.code === "sites-hashed") return t("shared.hashed")
  if (answer.code === "no-recipe") return t("taught.none")
  if (answer.code === "switched-off") return t("site.switched-off")
  return t("shared.failed", { why: relayProblem(answer.code, answer.message) })
}

import { useState } from "react"
import { extensionPage } from "../../../platform/extension-page.ts"
import { Button } from "../../kit/button.tsx"
import { Card } from "../../kit/card.tsx"
import { clock } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { MarkLegend } from "./mark-legend.tsx"
import { PanelPage } from "./panel-page.tsx"
import { ShortcutSheet } from "./shortcut-sheet.tsx"
import { direction } from "../../kit/direction.ts"
import { useTypedWords } from "../state/typed-words.ts"
import { usePanelContext } from "../state/use-panel.ts"

/** The menu, shown in place of the cards: keys, masking mode, earlier drafts and erase. */
export function PanelMenu({ setSingle }: { setSingle: (on: boolean) => void }) {
  const { link } = usePanelContext()
  return (
    <>
      <PanelPage title={t("more")} />
      <Card title={t("mean")}>
        <MarkLegend />
      </Card>
      <Card title={t("keys")}>
        <ShortcutSheet link={link} setSingle={setSingle} />
      </Card>
      <HowMasked />
      <ToOwnReviews />
      <ToReview />
      <ToAdmin />
      <Formers />
      <Erase />
    </>
  )
}

/** Shows the team's masking mode. */
function HowMasked() {
  const { masking } = usePanelContext().state
  if (!masking) return null
  return (
    <Card title={t("rules")}>
      <p className="in-card">
        <b>{tell(`rules.on.${masking.mode}`, {})}</b>
      </p>
      <p className="in-card quiet">{tell(`rules.says.${masking.mode}`, {})}</p>
    </Card>
  )
}

/** Links to what leads said of the agent's own replies. */
function ToOwnReviews() {
  return (
    <Card title={t("own")}>
      <div className="in-card">
        <Button onPress={() => void extensionPage.openTab("feedback")}>{t("own.open")}</Button>
      </div>
    </Card>
  )
}

/** Links to the review when a lead is signed in. */
function ToReview() {
  const { state } = usePanelContext()
  if (!state.review) return null
  return (
    <Card title={t("lead.review")}>
      <div className="in-card">
        <Button id="to-review" onPress={() => void extensionPage.openTab("review")}>
          {t("lead.open")}
        </Button>
      </div>
    </Card>
  )
}

/** Links to the admin page when an admin is signed in. */
function ToAdmin() {
  const { state } = usePanelContext()
  if (!state.admin) return null
  return (
    <Card title={t("admin")}>
      <div className="in-card">
        <Button onPress={() => void extensionPage.openTab("admin")}>{t("admin.open")}</Button>
      </div>
    </Card>
  )
}

function Formers() {
  const { draft, bringBack } = usePanelContext()
  const formers = draft?.formers ?? []
  if (formers.length === 0) return null
  return (
    <Card title={t("formers")}>
      <p className="in-card quiet">{t("formers.lead")}</p>
      <ul className="in-card">
        {formers.map((former, index) => (
          <li key={former.id} className="former">
            <h3 className="num">
              {former.edited
                ? t("formers.edited", { time: clock(former.savedAt) })
                : t("formers.saved", { time: clock(former.savedAt) })}
            </h3>
            <p className="saw" {...direction(draft?.language ?? null)}>
              {former.text}
            </p>
            <Button small id={index === 0 ? "formers" : undefined} onPress={() => bringBack(former.id)}>
              {t("formers.back")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Erase() {
  const { link, ticket, showNotice, setView } = usePanelContext()
  const typed = useTypedWords()
  const [sure, setSure] = useState(false)
  const erase = async () => {
    const answer = await link.send({ kind: "panel-erase", key: ticket.key })
    if (answer.ok) typed.forget()
    setView("seat")
    showNotice(answer.ok ? { code: "erased" } : answer)
  }
  return (
    <Card title={t("erase")}>
      <div className="in-card">
        <p className="quiet">{t("erase.lead")}</p>
        <div className="do">
          {sure ? (
            <>
              <Button once variant="danger" onPress={() => void erase()}>
                {t("erase.do")}
              </Button>
              <Button onPress={() => setSure(false)}>{t("erase.keep")}</Button>
            </>
          ) : (
            <Button id="erase" variant="danger" icon="trash" onPress={() => setSure(true)}>
              {t("erase.ask")}
            </Button>
          )}
        </div>
      </div>
    </Card>
  )
}

import { useState } from "react"
import { extensionPage } from "../../platform/extension-page.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { SiteStatus } from "../../protocol/popup.ts"
import { Button } from "../kit/button.tsx"
import { refusalWords } from "../messages/relay-problem.ts"
import { t, type MessageKey } from "../messages/t.ts"

/** The site in front: whether its tickets are read, and the button that allows it. */
export function SiteAccess({
  site,
  act
}: {
  site: SiteStatus
  act: (command: PanelCommand) => Promise<CommandAnswer>
}) {
  const [wrong, setWrong] = useState("")
  const allow = () => {
    const wish = { kind: "popup-site", origin: site.origin, on: true } as const
    // The browser's question may close the popup. The background worker then continues by itself.
    void act({ kind: "popup-permission-request", wish })
    // It is called before anything is awaited, because the permission belongs to the click.
    const asked = extensionPage.requestSite(site.origin)
    const turnOn = async () => {
      if (!(await asked.catch(() => false))) return setWrong(t("site.not-allowed"))
      const answer = await act(wish)
      setWrong(answer.ok ? "" : refusalWords(answer, FAULTS, "site.failed"))
    }
    void turnOn()
  }
  return (
    <section aria-labelledby="site">
      <div className="row">
        <div className="grow">
          <h2 id="site" className="cut">
            {new URL(site.origin).host}
          </h2>
          <p className="quiet" role="status">
            {site.unknown
              ? t("site.unknown", { names: site.unknown.join(", ") })
              : site.forbidden
                ? t("site.forbidden")
                : site.on
                  ? t("site.on")
                  : t("site.off")}
          </p>
        </div>
        {site.on && !site.builtIn ? (
          <Button small onPress={() => void act({ kind: "popup-site", origin: site.origin, on: false })}>
            {t("site.stop")}
          </Button>
        ) : null}
      </div>
      {site.on ? (
        <label className="row tick">
          <input
            type="checkbox"
            checked={site.framed === true}
            onChange={({ target }) => void act({ kind: "popup-frame", origin: site.origin, isFramed: target.checked })}
          />
          {t("site.framed")}
        </label>
      ) : null}
      {site.on || site.forbidden ? null : (
        <>
          <p className="small muted gap">{t("site.off.lead")}</p>
          <Button className="wide" variant="main" onPress={allow}>
            {t("site.allow")}
          </Button>
        </>
      )}
      <p role="alert" className="fault">
        {wrong}
      </p>
    </section>
  )
}

const FAULTS = new Map<string, MessageKey>([
  ["no-permission", "site.not-allowed"],
  ["policy", "site.forbidden"],
  ["no-site", "site.none"],
  ["no-answer", "status.failed"]
])

import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { extensionPage } from "../../platform/extension-page.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { PopupStatus } from "../../protocol/popup.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import { Button } from "../kit/button.tsx"
import { Icon } from "../kit/icon.tsx"
import { printed } from "../kit/use-keys.ts"
import { t, tell } from "../messages/t.ts"

/** The relay, the model and who is signed in, and the button that opens the panel. */
export function RelayStatus({
  status,
  person,
  act
}: {
  status: PopupStatus
  person: PairedPerson
  act: (command: PanelCommand) => Promise<CommandAnswer>
}) {
  const [windowId, setWindowId] = useState<number>()
  // It has to be known before the click, because the panel can only be opened during the click.
  useEffect(() => void extensionPage.windowId().then(setWindowId), [])
  const { data: keys } = useQuery({ queryKey: ["shortcuts"], queryFn: extensionPage.shortcuts })
  const key = keys?.["open-panel"]
  const well = status.relay === "online" || status.relay === "checking"
  return (
    <section aria-labelledby="status">
      <h2 id="status" className="sr">
        {t("status")}
      </h2>
      <div className={well ? "stat" : "stat bad"}>
        <Icon name={well ? "plug" : "unplug"} />
        <span>{t("status.relay")}</span>
        <span className="muted">{tell(`relay.${status.relay}`, {})}</span>
      </div>
      <div className="stat">
        <Icon name="pen" />
        <span>{t("status.model")}</span>
        <span className="muted">{status.model ? <bdi>{status.model}</bdi> : t("status.no-model")}</span>
      </div>
      <div className="stat">
        <Icon name="lock" />
        <span>{t("status.person", { name: person.name, role: person.role })}</span>
        <Button variant="link" onPress={() => void act({ kind: "popup-sign-out" })}>
          {t("status.sign-out")}
        </Button>
      </div>
      {windowId === undefined ? null : (
        <Button
          className="wide"
          {...(key ? { hint: printed(key) } : {})}
          onPress={() => void extensionPage.openPanel(windowId).then(() => window.close())}
        >
          {t("status.open")}
        </Button>
      )}
    </section>
  )
}

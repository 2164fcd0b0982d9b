import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { Preparing as State } from "../../protocol/popup.ts"
import { Button } from "../kit/button.tsx"
import { t } from "../messages/t.ts"

/** Drafts that are made before anybody asks: whether they are, and why none is made now. */
export function PreparedDraftsSwitch({
  preparing: { on, list, off },
  act
}: {
  preparing: State
  act: (command: PanelCommand) => Promise<CommandAnswer>
}) {
  const set = (choice: { on?: boolean; list?: boolean }) => void act({ kind: "popup-prepare", ...choice })
  return (
    <section aria-labelledby="preparing">
      <h2 id="preparing">{t("preparing")}</h2>
      <label className="row tick">
        <input type="checkbox" checked={on} onChange={({ target }) => set({ on: target.checked })} />
        {t("preparing.on")}
      </label>
      <label className="row tick">
        <input type="checkbox" checked={list} onChange={({ target }) => set({ list: target.checked })} />
        {t("preparing.list")}
      </label>
      <p role="status" className="small quiet">
        {off === undefined || off === "choice" ? "" : t(`preparing.${off}`)}
      </p>
      {off === "unused" ? (
        <Button small onPress={() => set({ on: true })}>
          {t("preparing.again")}
        </Button>
      ) : null}
    </section>
  )
}

import { Button } from "../kit/button.tsx"
import { seconds } from "../messages/format.ts"
import { t } from "../messages/t.ts"
import { bindings } from "./bindings.ts"
import { RejectButton } from "./reject.tsx"
import { usePanelHold } from "./use-panel.ts"

/** Who wrote it, how long it took, and the way to what left the browser. */
export function Foot() {
  const { draft, setView } = usePanelHold()
  if (!draft) return null
  return (
    <div className="foot">
      {draft.offline
        ? <span className="grow">{draft.refusal ? t("foot.offline.refused") : t("foot.offline")}</span>
        : <span className="grow cut"><bdi>{draft.model}</bdi>{draft.ms ? <> · <bdi className="num">{seconds(draft.ms.total)}</bdi></> : null}</span>}
      {draft.refusal ? null : <RejectButton />}
      <Button id="open-saw" look="bare" small icon="eye" shortcut={bindings.saw.shortcut} onPress={() => setView("saw")}>{t("foot.saw")}</Button>
    </div>
  )
}

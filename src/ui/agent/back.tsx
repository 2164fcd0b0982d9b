import { Button } from "../kit/button.tsx"
import { t } from "../messages/t.ts"
import { usePanelHold } from "./use-panel.ts"

/** The way back from what stands in the place of the cards. */
export function Back() {
  const { setView } = usePanelHold()
  return <div className="back"><Button id="back" look="bare" small icon="arrow-left" hint="Esc" onPress={() => setView("cards")}>{t("saw.back")}</Button></div>
}

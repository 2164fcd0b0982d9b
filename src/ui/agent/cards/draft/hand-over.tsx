import { Button } from "../../../kit/button.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { t } from "../../../messages/t.ts"
import { bindings } from "../../state/bindings.ts"
import { usePanelContext } from "../../state/use-panel.ts"

/** Copies a note for a colleague, where nothing answers for sure. */
export function HandOver() {
  const { handOver } = usePanelContext()
  return (
    <Button {...shortcutProps(bindings.handOver)} onPress={handOver}>
      {t("handover")}
    </Button>
  )
}

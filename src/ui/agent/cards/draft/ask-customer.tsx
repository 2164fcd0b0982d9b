import { Button } from "../../../kit/button.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { t } from "../../../messages/t.ts"
import { bindings } from "../../state/bindings.ts"
import { focusIfLost } from "../../state/focus.ts"
import { usePanelContext } from "../../state/use-panel.ts"

/** Begins a letter that asks the customer, where no letter was written. */
export function AskCustomer() {
  const { suggestions } = usePanelContext()
  return (
    <Button
      id="ask-customer"
      {...shortcutProps(bindings.askCustomer)}
      onPress={() => {
        suggestions.ask()
        focusIfLost("letter")
      }}
    >
      {t("unsure.ask")}
    </Button>
  )
}

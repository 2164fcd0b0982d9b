import { useId, type ReactNode } from "react"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { shortcutProps } from "../../kit/key-list.tsx"
import { bindings } from "../state/bindings.ts"
import { isWriting } from "../state/disabled-reasons.ts"
import { usePanelContext } from "../state/use-panel.ts"

/**
 * A page that is shown in place of the cards, with its title and a way back. While a draft is being written, Esc stops
 * the draft instead of going back.
 */
export function PanelPage({ title, children }: { title: string; children?: ReactNode }) {
  const { setView, view, draft } = usePanelContext()
  const heading = useId()
  return (
    <section className="card page" aria-labelledby={heading}>
      <Button
        id="back"
        variant="bare"
        small
        icon="arrow-left"
        {...(isWriting(draft) && view !== "palette" ? {} : shortcutProps(bindings.escape))}
        onPress={() => setView("seat")}
      >
        {t("saw.back")}
      </Button>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  )
}

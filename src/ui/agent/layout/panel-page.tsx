import { useId, type ReactNode } from "react"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { shortcutProps } from "../../kit/key-list.tsx"
import { bindings } from "../state/bindings.ts"
import { isWriting } from "../state/disabled-reasons.ts"
import { usePanelContext } from "../state/use-panel.ts"

/**
 * What takes the place of the cards: its title, and the way back (while a draft is being written Esc stops it instead).
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
        onPress={() => setView("cards")}
      >
        {t("saw.back")}
      </Button>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  )
}

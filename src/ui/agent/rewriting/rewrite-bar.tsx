import type { KeyboardEvent } from "react"
import { Button } from "../../kit/button.tsx"
import { t, tell } from "../../messages/t.ts"
import { useRewrite, type RewrittenText } from "./use-rewrite.ts"

/** The buttons that reword a text. The arrow keys move between them. */
export function RewriteBar({ of, id, disabledReason }: { of: RewrittenText; id: string; disabledReason?: string }) {
  const { changes, ask, shown } = useRewrite()
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML has no element for a toolbar.
    <div
      id={id}
      className="in-card do rewrite-bar"
      role="toolbar"
      aria-label={of === "draft" ? t("rewrite.draft") : t("rewrite.editor")}
      onKeyDown={moveFocus}
    >
      {changes.map((change) => (
        <Button
          key={change}
          small
          disabledReason={disabledReason ?? (shown?.step === "busy" ? t("rewrite.busy") : undefined)}
          onPress={() => void ask(of, change)}
        >
          {tell(`rewrite.change.${change}`, {})}
        </Button>
      ))}
    </div>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll("button")]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
}

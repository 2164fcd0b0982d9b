import { use, type KeyboardEvent } from "react"
import { Button } from "../../kit/button.tsx"
import { SingleKeys } from "../../kit/use-keys.ts"
import { t, tell } from "../../messages/t.ts"
import { bindings } from "../state/bindings.ts"
import { useRewrite, type RewrittenText } from "./use-rewrite.ts"

/** The buttons that reword a text. The arrow keys move between them. */
export function RewriteBar({ of, id, disabledReason }: { of: RewrittenText; id: string; disabledReason?: string }) {
  const { changes, ask, shown } = useRewrite()
  const single = use(SingleKeys)
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML has no element for a toolbar.
    <div
      className="in-card do rewrite-bar"
      role="toolbar"
      aria-label={of === "draft" ? t("rewrite.draft") : t("rewrite.editor")}
      onKeyDown={moveFocus}
    >
      {changes.map((change, at) => (
        <Button
          key={change}
          id={at === 0 ? id : undefined}
          small
          disabledReason={disabledReason ?? (shown?.step === "busy" ? t("rewrite.busy") : undefined)}
          onPress={() => void ask(of, change)}
        >
          {tell(`rewrite.change.${change}`, {})}
        </Button>
      ))}
      {single && of === "draft" ? (
        <kbd className="opt" aria-hidden="true">
          {bindings.rewrite.hint}
        </kbd>
      ) : null}
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

import { shortcutProps } from "../../kit/key-list.tsx"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { bindings } from "../state/bindings.ts"
import { dangerOf, kindName, otherDecision } from "../state/hand-over.ts"
import { usePanelContext } from "../state/use-panel.ts"

/** The customer's words that tell of a danger, or a quiet line about what may be one, with the agent's other decision. */
export function DangerLine() {
  const { state, draft, decideDanger } = usePanelContext()
  const danger = dangerOf(state)
  const decision = otherDecision(state)
  if (!danger && !decision) return null
  return (
    <div className={danger ? "because" : "because perhaps"}>
      <p className="grow" dir="auto">
        {danger
          ? t("now.because", danger)
          : draft?.danger?.decision === "none"
            ? t("danger.dismissed")
            : draft?.danger && t("danger.perhaps", { kind: kindName(draft.danger.kind) })}
      </p>
      {decision ? (
        <Button variant="bare" small once {...shortcutProps(bindings.danger)} onPress={decideDanger}>
          {t(decision === "none" ? "danger.none" : "danger.treat")}
        </Button>
      ) : null}
    </div>
  )
}

import { useEffect, useRef } from "react"
import { flushSync } from "react-dom"
import { REASON_KEYS, REASONS } from "../../../ticket/review-reasons.ts"
import { leaveField } from "../../kit/keep-focus.ts"
import { inTextField, useKeys, type KeyMap } from "../../kit/use-keys.ts"
import { actionsOf } from "./actions.ts"
import { bindings } from "../state/bindings.ts"
import { isWriting } from "../state/disabled-reasons.ts"
import type { PanelContextValue } from "../state/use-panel.ts"

/** The keys of the panel, and the browser-wide ones that the background worker passes on. */
export function usePanelKeys(panel: PanelContextValue, single: boolean): void {
  const { draft, setView, view } = panel
  const actions = actionsOf(panel)
  /** The menu hides draft and buttons: what a key of its list does is seen. */
  const seen = (run: () => void) => () => {
    if (view === "menu") flushSync(() => setView("seat"))
    run()
  }
  const keys: KeyMap = {
    ...Object.fromEntries(actions.flatMap(({ binding, run }) => (binding ? [[binding.key, seen(run)]] : []))),
    // There, the key takes the source's words, which only that part knows.
    ...(panel.drawer?.tab === "sources" && panel.drawer.part === "proof"
      ? { [bindings.useSource.key]: undefined }
      : {}),
    // While the reasons are asked for, their letters belong to them, so Copy's key does nothing.
    ...(panel.reject.open && view === "seat"
      ? Object.fromEntries(REASONS.map((reason) => [REASON_KEYS[reason], () => panel.reject.toggle(reason)]))
      : {}),
    [bindings.palette.key]: () => setView(view === "palette" ? "seat" : "palette"),
    [bindings.escape.key]: ({ target }) => {
      if (isWriting(draft)) return panel.stop()
      if (panel.editing) {
        panel.edit(false)
        return requestAnimationFrame(() => document.getElementById("letter")?.focus({ preventScroll: true }))
      }
      if (inTextField(target)) return leaveField(target)
      if (view !== "seat") return setView("seat")
      if (panel.reject.open) return panel.reject.close()
      if (panel.drawer) panel.closeDrawer()
    }
  }
  useKeys(keys, single)

  // Counts up with every press. What was pressed before this page was loaded isn't handled here.
  const pressed = panel.state.key
  const handled = useRef(pressed?.n ?? 0)
  const act = useRef<(name: "insert" | "next" | "say") => void>(undefined)
  act.current = (name) => actions.find(({ id }) => id === (name === "say" ? "ask" : name))?.run()
  useEffect(() => {
    const n = pressed?.n ?? 0
    if (n === handled.current) return
    handled.current = n
    // An action may draw at once what it focuses, which an effect can't.
    if (pressed) queueMicrotask(() => act.current?.(pressed.name))
  }, [pressed])
}

import { useEffect, useRef } from "react"
import { inTextField, useKeys, type KeyMap } from "../kit/use-keys.ts"
import { isWriting } from "./offs.ts"
import type { PanelHold } from "./use-panel.ts"

/** The keys of the panel, and the browser-wide ones that the background hands on. */
export function usePanelKeys(panel: PanelHold, single: boolean): void {
  const { draft, setView, view } = panel
  const say = () => {
    setView("cards")
    requestAnimationFrame(() => document.getElementById("ask")?.focus())
  }
  const keys: KeyMap = {
    "Mod Enter": () => panel.insert(),
    C: panel.copy,
    R: () => void panel.regenerate(),
    W: () => { if (draft) setView(view === "saw" ? "cards" : "saw") },
    E: () => panel.edit(true),
    N: () => panel.next(),
    "Shift N": () => panel.next(true),
    "/": say,
    "?": () => setView(view === "more" ? "cards" : "more"),
    Escape: ({ target }) => {
      if (isWriting(draft)) return panel.stop()
      if (panel.editing) {
        panel.edit(false)
        return requestAnimationFrame(() => document.getElementById("letter")?.focus({ preventScroll: true }))
      }
      if (inTextField(target)) return target.blur()
      if (view !== "cards") return setView("cards")
      if (panel.source !== undefined) panel.toggleSource(panel.source)
    }
  }
  for (const { n } of draft?.sources ?? []) if (n > 0 && n < 10) keys[String(n)] = () => panel.toggleSource(n)
  useKeys(keys, single)

  // Counts up with every press; what had been pressed before this page came is not ours.
  const pressed = panel.state.key
  const seen = useRef(pressed?.n ?? 0)
  const act = useRef<Record<"insert" | "next" | "say", () => void>>(undefined)
  act.current = { insert: () => panel.insert(), next: () => panel.next(), say }
  useEffect(() => {
    const n = pressed?.n ?? 0
    if (n === seen.current) return
    seen.current = n
    if (pressed) act.current?.[pressed.name]()
  }, [pressed])
}

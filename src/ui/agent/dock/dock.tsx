import { use } from "react"
import { SingleKeys } from "../../kit/use-keys.ts"
import type { Binding } from "../../kit/key-list.tsx"
import { t, tell } from "../../messages/t.ts"
import { bindings } from "../state/bindings.ts"
import { TABS, type Tab } from "../state/use-drawer.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { moreRows } from "./more-rows.ts"

/** The three places that are one key away. They never move; what they open stands on them. */
export function Dock() {
  const panel = usePanelContext()
  const single = use(SingleKeys)
  const { drawer, openTab, setDrawer } = panel
  const urgent = moreRows(panel).filter((row) => row.isUrgent?.(panel)).length
  return (
    <nav className="dock" aria-label={t("dock")}>
      {TABS.map((tab) => {
        const isOpen = drawer?.tab === tab
        const count = tab === "more" ? urgent : 0
        return (
          <button
            key={tab}
            id={`dock-${tab}`}
            type="button"
            aria-expanded={isOpen}
            aria-keyshortcuts={single ? KEYS[tab].shortcut : undefined}
            onClick={() => (isOpen ? setDrawer(undefined) : openTab(tab))}
          >
            {tell(`dock.${tab}`, {})}
            {count > 0 ? <span className="tag doubt num">{t("dock.urgent", { count })}</span> : null}
            {single ? <kbd aria-hidden="true">{KEYS[tab].hint}</kbd> : null}
          </button>
        )
      })}
    </nav>
  )
}

const KEYS: Record<Tab, Binding> = { sources: bindings.evidence, ask: bindings.question, more: bindings.more }

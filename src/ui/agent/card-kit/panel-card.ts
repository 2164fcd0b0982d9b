import type { ReactNode } from "react"

/**
 * A card of the panel: a region with a heading, below the head and above the bar. Parts of `src/ui/kit` and
 * `usePanelContext` make it.
 */
export interface PanelCard {
  id: string
  /** From top to bottom: summary 10, draft 20, checks 30, tone 35, sources 40, search 45, similar 50, macros 60. */
  order: number
  /** Draws nothing where it has nothing to say. */
  Card: () => ReactNode
}

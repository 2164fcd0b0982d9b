import type { ReactNode } from "react"

/**
 * A card of the panel: a region with a heading, between the header and the bar. It is a folder of `cards/`, made of
 * parts of `src/ui/kit` and what `usePanelContext` returns.
 */
export interface PanelCard {
  id: string
  /**
   * The card with the lowest order is at the top: summary 10, draft 20, outcomes 25, checks 30, tone 35, sources 40,
   * search 45, similar 50, macros 60.
   */
  order: number
  /** It renders nothing when it has nothing to say. */
  Card: () => ReactNode
}

import type { ReactNode } from "react"
import type { IconName } from "../../kit/icon.tsx"
import type { PanelContextValue } from "../state/use-panel.ts"

/**
 * A card of the panel: a region with a heading. It is a folder of `cards/`, made of parts of `src/ui/kit` and what
 * `usePanelContext` returns.
 */
export interface PanelCard {
  id: string
  /**
   * "letter": above or in the place of the draft, always in view. Everything else is in a drawer: "checks" and "pages"
   * in Sources, "ask" in Ask, "more" as a row of More that opens it.
   */
  place: "letter" | "checks" | "pages" | "ask" | "more"
  /** The card with the lowest order is at the top of its place. */
  order: number
  /** It renders nothing when it has nothing to say. */
  Card: () => ReactNode
  /** For "more": the row that opens it. */
  row?: CardRow
}

/** A row of More: what it opens, and in a few words what is in there. */
export interface CardRow {
  icon: IconName
  title(): string
  /** "" where there is nothing to tell before it is opened. Undefined where there is nothing to open. */
  detail(panel: PanelContextValue): string | undefined
  /** Something in it wants to be seen now. */
  isUrgent?(panel: PanelContextValue): boolean
}

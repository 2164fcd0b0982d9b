import { useCallback, useState } from "react"
import { flushSync } from "react-dom"
import { focusOn } from "../../kit/focus-on.ts"
import { focusIfLost } from "./focus.ts"
import { isHolding } from "./open-points.ts"
import type { EvidenceSteps } from "./use-evidence-steps.ts"
import type { TicketOnScreen } from "./use-ticket-on-screen.ts"

/** The three places of the dock. */
export const TABS = ["sources", "ask", "more"] as const
export type Tab = (typeof TABS)[number]

/**
 * What stands open above the dock: a place, and the part of it that is shown. What opened by itself folds nothing above
 * the letter, so that the letter stands still.
 */
export type Drawer =
  | { tab: "sources"; part: SourcesPart; isBySelf?: true }
  | { tab: "ask" }
  /** Without a part, all parts are listed. A part is the id of a card. */
  | { tab: "more"; part?: string }
/** "checks": what there is to look at. "proof": the draft beside its sources. "pages": the sources themselves. */
export const SOURCES_PARTS = ["checks", "proof", "pages"] as const
export type SourcesPart = (typeof SOURCES_PARTS)[number]

/**
 * The drawer that is open for this ticket. It opens by itself where a finished draft has a sentence that holds Insert,
 * and only the agent closes it.
 * @param held the id of the draft that holds Insert, if it does
 */
export function useDrawer(
  ticketKey: string,
  held: string | undefined
): { drawer: Drawer | undefined; setDrawer: (drawer: Drawer | undefined) => void } {
  const [opened, setOpened] = useState<{ ticket: string; drawer: Drawer | undefined }>()
  const drawer = opened?.ticket === ticketKey ? opened.drawer : undefined
  const [seen, setSeen] = useState<string>()
  // While rendering, so that the letter never shows at its full height first.
  if (seen !== held) {
    setSeen(held)
    if (held !== undefined && !drawer)
      setOpened({ ticket: ticketKey, drawer: { tab: "sources", part: "checks", isBySelf: true } })
  }
  const setDrawer = useCallback(
    (next: Drawer | undefined) => setOpened({ ticket: ticketKey, drawer: next }),
    [ticketKey]
  )
  return { drawer, setDrawer }
}

/** Says whether what stands above the letter is folded to one line. */
export const foldsAbove = (drawer: Drawer | undefined): boolean =>
  drawer !== undefined && !("isBySelf" in drawer && drawer.isBySelf)

/** Says whether this card is what More shows. */
export const isPartOpen = (drawer: Drawer | undefined, card: string): boolean =>
  drawer?.tab === "more" && drawer.part === card

/** What opens and closes the drawers, and leads to something in them. */
export interface DrawerActions {
  /** Opens a place at what is most needed there. */
  openTab(tab: Tab): void
  closeDrawer(): void
  /** Opens a drawer and focuses an element in it, at once: the next letter belongs into a field. */
  reveal(drawer: Drawer, id: string): void
  /** Focuses a field of the drawers. */
  toField(field: keyof typeof FIELDS): void
}

/** The fields that have a key, by their ids, and where they are. */
const FIELDS = {
  ask: { tab: "more" },
  rewrite: { tab: "more" },
  question: { tab: "ask" },
  search: { tab: "ask" }
} as const satisfies Record<string, Drawer>

export function drawerActions(
  { openPoints, setDrawer, setView, draft }: TicketOnScreen,
  evidence: EvidenceSteps
): DrawerActions {
  const reveal = (drawer: Drawer, id: string) => {
    flushSync(() => {
      setView("seat")
      setDrawer(drawer)
    })
    focusOn(id)
  }
  return {
    reveal,
    toField: (field) => reveal(FIELDS[field], field),
    openTab: (tab) => {
      setView("seat")
      if (tab === "ask") return reveal({ tab }, "question")
      if (tab === "more") return setDrawer({ tab })
      if (openPoints.some(isHolding)) return setDrawer({ tab, part: "checks" })
      if (evidence.isThere) return evidence.step(1)
      setDrawer({ tab, part: draft?.text ? "checks" : "pages" })
    },
    closeDrawer: () => {
      setDrawer(undefined)
      focusIfLost("letter")
    }
  }
}

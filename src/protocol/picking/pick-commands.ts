import type { UnreadHelpdeskId } from "../../ticket/page-recipe.ts"
import type { PickAct, PickFault, PickState, PickStep, PickWords } from "./picking.ts"

/** What would be read of a page, by what was pointed at so far. All texts are masked. */
export interface PanelPicking {
  tabId: number
  site: string
  step: PickStep
  subject?: string
  messages: {
    id: string
    role?: "customer" | "agent"
    /** ISO 8601. */
    at?: string
    /** It was pointed at, and not found because it is like the others. */
    shown: boolean
    /** What would be read, masked. Left out if it isn't read. */
    text?: string
    /** Why it isn't read, with its author and number of lines. */
    out?: "note" | "role" | "said"
    author?: string
    lines?: number
  }[]
  /** The box for the reply was shown. */
  reply: boolean
  order?: PickState["order"]
  paused?: true
  /** The first words of what is aimed at by key. They stay in the browser. */
  aim?: string
  fault?: PickFault
}

/** What a panel shows of the places of a page. */
export interface PanelPlaces {
  picking?: PanelPicking
  /** This tab's page no longer has that part of a ticket where it was shown. */
  taught?: { tabId: number; part: "subject" | "messages" }
  /** Pointing ended in this tab, because its page was left. */
  pickLost?: true
  /** This tab's page is of a helpdesk that is recognised and not read by itself. */
  unread?: { tabId: number; helpdesk: UnreadHelpdeskId }
  /**
   * Whose places this tab's page is read by. `kept`: this browser has its own of the site. `shared`: the team shares
   * places of the site, the same as this browser's own or others.
   */
  places?: { of: "browser" | "team"; kept?: true; shared?: "same" | "other" }
}

/** What a panel asks about showing where a page has its ticket. */
export type PickCommand =
  /** Starts to show where the page has its ticket: of that tab, or of the one in which this ticket is open. */
  | { kind: "panel-pick-start"; of: { tabId: number } | { ticket: string }; words: PickWords }
  | { kind: "panel-pick-act"; tabId: number; act: PickAct }
  /** Reads the page by what was shown. `remember` keeps the places for the site. */
  | { kind: "panel-pick-read"; tabId: number; remember: boolean }
  | { kind: "panel-pick-stop"; tabId: number }
  /** The places that are kept of a site, to save them or to forget them; and those of a file, which are parsed. */
  | { kind: "panel-recipe-export"; site: string }
  | { kind: "panel-recipe-forget"; site: string }
  /** Proposes the places that are kept of the site to the team. */
  | { kind: "panel-recipe-share"; site: string }
  | { kind: "panel-recipe-import"; site: string; tabId: number; recipe: unknown }

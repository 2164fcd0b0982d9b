import { useCallback, useState } from "react"
import type { CommandAnswer, PanelCommand, PanelDraft, PanelState, PanelTicket } from "../../../protocol/panel.ts"
import { disabledReasonsOf, isWriting, type DisabledReasons } from "./disabled-reasons.ts"
import { isHolding, openPointsOf, type OpenPoint } from "./open-points.ts"
import type { PanelLink } from "./panel-link.ts"
import { useChatMessages, type ChatMessages } from "./use-chat-messages.ts"
import { useDrawer, type Drawer } from "./use-drawer.ts"
import { useDraftText, type DraftTextState } from "./use-draft-text.ts"
import { useNotice, type PanelNotice, type ShowNotice } from "./use-notice.ts"

/** The ticket in front and its draft as the agent sees it, which everything that can be done starts from. */
export interface TicketOnScreen {
  state: PanelState
  ticket: PanelTicket
  draft: PanelDraft | undefined
  link: PanelLink
  draftText: DraftTextState
  openPoints: OpenPoint[]
  disabledReasons: DisabledReasons
  /** The messages of the draft, where it is sent in several. */
  messages: ChatMessages | undefined
  view: PanelView
  setView(view: PanelView): void
  /** What is open above the dock. */
  drawer: Drawer | undefined
  setDrawer(drawer: Drawer | undefined): void
  notice: PanelNotice | undefined
  showNotice: ShowNotice
  /** Takes a notice away that only reports success. */
  quiet(): void
  /** Sends a command after the edits that wait. Shows what went wrong, and then resolves to false. */
  send(command: PanelCommand): Promise<boolean>
}
/** "seat" is the panel itself, and everything else is shown in its place. */
export type PanelView = "seat" | "saw" | "why" | "menu" | "palette"

export function useTicketOnScreen(state: PanelState, ticket: PanelTicket, link: PanelLink): TicketOnScreen {
  const { draft } = state
  const { notice, speak, quiet } = useNotice(ticket.key, state.notice)
  const failed = useCallback(
    (answer: CommandAnswer) => {
      if (!answer.ok) speak(answer)
    },
    [speak]
  )
  const draftText = useDraftText(ticket.key, draft, link, { failed, changed: quiet })
  const { text } = draftText.letter
  const openPoints = openPointsOf(draftText.letter, draft?.guard)
  const messages = useChatMessages(ticket, draft && !isWriting(draft) ? draft : undefined, text)
  const disabledReasons = disabledReasonsOf(state, text, openPoints, messages)
  const [view, setView] = useState<PanelView>("seat")
  const heldDraft = draft && !isWriting(draft) && openPoints.some(isHolding) ? draft.id : undefined
  const { drawer, setDrawer } = useDrawer(ticket.key, heldDraft)
  const send = async (command: PanelCommand) => {
    quiet()
    await draftText.flush()
    const answer = await link.send(command)
    failed(answer)
    return answer.ok
  }
  return {
    state,
    ticket,
    draft,
    link,
    draftText,
    openPoints,
    disabledReasons,
    messages,
    view,
    setView,
    drawer,
    setDrawer,
    notice,
    showNotice: speak,
    quiet,
    send
  }
}

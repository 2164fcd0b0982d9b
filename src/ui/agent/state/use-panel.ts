import { createContext, useContext, useEffect, useRef, useState } from "react"
import type { PanelDraft, PanelState, PanelTicket } from "../../../protocol/panel.ts"
import { caseActions, type CaseActions } from "./case-actions.ts"
import { isWriting } from "./disabled-reasons.ts"
import {
  attachmentActions,
  useDraftRequests,
  useLookups,
  type AttachmentActions,
  type DraftRequests,
  type LookupActions
} from "./draft-requests.ts"
import { dangerOf, handOverNote, isUnanswered } from "./hand-over.ts"
import { drawerActions, type DrawerActions } from "./use-drawer.ts"
import type { PanelLink } from "./panel-link.ts"
import { markActions, toneActions, type MarkActions, type ToneActions } from "./review-actions.ts"
import { beginLetter } from "./suggested-sentence.ts"
import { suggestionsOf, type Suggestions } from "./suggestions.ts"
import { useEvidenceSteps, type EvidenceSteps } from "./use-evidence-steps.ts"
import { copyOf, useInsert, type InsertWhere } from "./use-insert.ts"
import { checkReplyOf, useRestingCheck } from "./use-reply-check.ts"
import { useToDo, type ToDoState } from "./use-to-do.ts"
import { useReject, type RejectState } from "./use-reject.ts"
import { useTicketOnScreen, type TicketOnScreen } from "./use-ticket-on-screen.ts"

/**
 * Everything that the parts of the panel share: the state as pushed, the draft as the agent sees it, and what can be
 * done.
 */
export interface PanelContextValue
  extends TicketOnScreen,
    EditState,
    OpenSource,
    DraftRequests,
    DrawerActions,
    MarkActions,
    HandOver {
  /** Inserts the draft, or its next message, in its own place. */
  insert(where?: InsertWhere): void
  copy(whole?: boolean): void
  lookups: LookupActions
  attachments: AttachmentActions
  reject: RejectState
  suggestions: Suggestions
  cases: CaseActions
  /** The letter beside its sources, sentence by sentence. */
  evidence: EvidenceSteps
  tone: ToneActions
  /** What is to do before the letter is sent. */
  toDo: ToDoState
  /** Has what the agent wrote in the editor compared with ticket and pages. */
  checkReply(): void
  /** Scrolls to a message in the helpdesk's page, or says why that isn't possible. */
  showMessage(message: PanelTicket["messages"][number]): Promise<boolean>
}

export const PanelContext = createContext<PanelContextValue | undefined>(undefined)

/** @throws outside the panel */
export function usePanelContext(): PanelContextValue {
  const hold = useContext(PanelContext)
  if (!hold) throw new Error("a part of the panel stands outside the panel")
  return hold
}

/** @param words what the agent typed and ticked, by ticket and field */
export function usePanel(
  state: PanelState,
  ticket: PanelTicket,
  link: PanelLink,
  words: Map<string, string>
): PanelContextValue {
  const ticketOnScreen = useTicketOnScreen(state, ticket, link)
  const { draft, draftText, disabledReasons, drawer, setDrawer, setView, showNotice, quiet, send } = ticketOnScreen
  const { endEditing, ...editState } = useEditing(ticketOnScreen)
  const source = useOpenSource(ticketOnScreen)
  const evidence = useEvidenceSteps(draft, draftText, {
    isOpen: drawer?.tab === "sources" && drawer.part === "proof",
    open: () => {
      setView("seat")
      setDrawer({ tab: "sources", part: "proof" })
    },
    quiet
  })
  const toDo = useToDo(ticketOnScreen, words)
  const insert = useInsert(ticketOnScreen, toDo, () => {
    setView("seat")
    endEditing()
  })
  const reject = useReject(ticketOnScreen)
  useReportShown(ticket.key, draft, link)
  useRestingCheck(ticketOnScreen)
  const lookups = useLookups(ticket.key, disabledReasons.regenerate, { send, showNotice })
  const requests = useDraftRequests(ticketOnScreen, endEditing)
  return {
    ...ticketOnScreen,
    ...editState,
    ...source,
    ...requests,
    ...drawerActions(ticketOnScreen, evidence),
    ...markActions(ticketOnScreen, toDo),
    toDo,
    ...handOver(ticketOnScreen),
    insert,
    copy: copyOf({ ...ticketOnScreen, toDo }),
    lookups,
    attachments: attachmentActions(ticketOnScreen, lookups.redo),
    reject,
    suggestions: pickingInDrawer(suggestionsOf(draft, draftText, quiet, state.relay.model !== null), ticketOnScreen),
    cases: caseActions(draft, draftText, { typeIn: (facts) => void lookups.typeIn(facts), quiet }),
    evidence,
    tone: toneActions(ticketOnScreen),
    checkReply: checkReplyOf(ticketOnScreen),
    showMessage: async ({ id, n }) => {
      quiet()
      const answer = await link.send({ kind: "panel-show-message", key: ticket.key, messageId: id })
      if (!answer.ok) showNotice({ ...answer, data: { n } })
      return answer.ok
    }
  }
}

interface EditState {
  editing: boolean
  /** @param at where the caret goes in the letter */
  edit(on: boolean, at?: number): void
  editAt: number | undefined
}

/** Whether the draft is an editor or a text to read. Another draft is read first. */
function useEditing({
  draft,
  draftText,
  disabledReasons,
  setView,
  showNotice
}: TicketOnScreen): EditState & { endEditing: () => void } {
  const [edited, setEdited] = useState<string>()
  const [editAt, setEditAt] = useState<number>()
  return {
    editing: edited !== undefined && edited === draft?.id && !isWriting(draft),
    editAt,
    edit: (on, at) => {
      if (on && (disabledReasons.edit || !draft)) return showNotice({ why: disabledReasons.edit ?? "" })
      if (!on) void draftText.flush()
      if (on && draft?.answer?.frame && draftText.letter.text === "")
        draftText.change((empty) => beginLetter(empty, draft.answer))
      setView("seat")
      setEdited(on ? draft?.id : undefined)
      setEditAt(at)
    },
    endEditing: () => setEdited(undefined)
  }
}

interface OpenSource {
  /** The number of the source that is open. */
  source: number | undefined
  toggleSource(n: number): void
}

/** A source is open in its drawer, and closed with it. */
function useOpenSource({ ticket, drawer, setDrawer, setView }: TicketOnScreen): OpenSource {
  const [opened, setOpened] = useState<{ ticket: string; n: number }>()
  const isShown = drawer?.tab === "sources" && drawer.part === "pages"
  const source = isShown && opened?.ticket === ticket.key ? opened.n : undefined
  return {
    source,
    toggleSource: (n) => {
      setView("seat")
      setOpened(source === n ? undefined : { ticket: ticket.key, n })
      if (source !== n) setDrawer({ tab: "sources", part: "pages" })
    }
  }
}

/** What begins a letter stands in its place until then, and is in the drawer from then on. */
function pickingInDrawer(suggestions: Suggestions, { draftText, setDrawer }: TicketOnScreen): Suggestions {
  return {
    ...suggestions,
    toggle: (one) => {
      suggestions.toggle(one)
      if (draftText.letter.text === "") setDrawer({ tab: "sources", part: "pages" })
    }
  }
}

interface HandOver {
  /** Copies a note for a colleague who goes on with the ticket. */
  handOver(): void
  canHandOver: boolean
}

function handOver({ state, ticket, draft, draftText, link, showNotice }: TicketOnScreen): HandOver {
  const canHandOver =
    (state.summary?.lines.length ?? 0) > 0 ||
    dangerOf(state) !== undefined ||
    isUnanswered(draft, draftText.letter.text)
  return {
    canHandOver,
    handOver: () => {
      if (!canHandOver) return
      link.copy(handOverNote(ticket, state.summary, draft)).then(
        () => showNotice({ code: "handed-over" }),
        () => showNotice({ code: "copy-failed" })
      )
    }
  }
}

/** Reports once that a draft is visible. A panel in a tab behind another one shows nothing. */
function useReportShown(key: string, draft: PanelDraft | undefined, link: PanelLink): void {
  const reported = useRef(new Set<string>())
  const id = draft?.text ? draft.id : undefined
  useEffect(() => {
    if (id === undefined) return
    const look = () => {
      if (document.visibilityState !== "visible" || reported.current.has(id)) return
      reported.current.add(id)
      void link.send({ kind: "panel-shown", key, draftId: id }).then((answer) => {
        if (!answer.ok) reported.current.delete(id)
      })
    }
    look()
    document.addEventListener("visibilitychange", look)
    return () => document.removeEventListener("visibilitychange", look)
  }, [id, key, link])
}

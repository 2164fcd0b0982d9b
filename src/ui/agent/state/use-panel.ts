import { createContext, useCallback, useContext, useRef, useState } from "react"
import type { Claim } from "../../../ticket/draft.ts"
import type { PlacedMark } from "../../../ticket/guard-marks.ts"
import type { ChosenDocument, CommandAnswer, PanelDraft, PanelState, PanelTicket } from "../../../protocol/panel.ts"
import type { ToneFinding } from "../../../ticket/tone-finding.ts"
import { chosenId, focusNext } from "./focus.ts"
import { focusOn } from "../../kit/focus-on.ts"
import { openPointsOf, type OpenPoint } from "./open-points.ts"
import { factsOf, removeMarkedSentences, removeSentence } from "./draft-text.ts"
import { beginLetter } from "./suggested-sentence.ts"
import { suggestionsOf, type Suggestions } from "./suggestions.ts"
import { useDraftText, type DraftTextState } from "./use-draft-text.ts"
import { isWriting, disabledReasonsOf, type DisabledReasons } from "./disabled-reasons.ts"
import type { PanelLink } from "./panel-link.ts"
import { handOverNote, isUnanswered } from "./hand-over.ts"
import { useEvidenceSteps, type EvidenceSteps } from "./use-evidence-steps.ts"
import { copyOf } from "./copy-of.ts"
import { useChatMessages, type ChatMessages } from "./use-chat-messages.ts"
import { useInsert, type InsertWhere } from "./use-insert.ts"
import { caseActions, type CaseActions } from "./case-actions.ts"
import { attachmentActions, type AttachmentActions } from "./attachment-actions.ts"
import { useLookups, type LookupActions } from "./use-lookups.ts"
import { useNotice, type ShowNotice, type PanelNotice } from "./use-notice.ts"
import { useReject, type RejectState } from "./use-reject.ts"
import { useReportShown } from "./use-report-shown.ts"

/**
 * Everything that the parts of the panel share: the state as pushed, the draft as the agent sees it, and what can be
 * done.
 */
export interface PanelContextValue {
  state: PanelState
  ticket: PanelTicket
  draft: PanelDraft | undefined
  link: PanelLink
  draftText: DraftTextState
  openPoints: OpenPoint[]
  disabledReasons: DisabledReasons
  view: PanelView
  setView(view: PanelView): void
  editing: boolean
  /** @param at where the caret goes in the letter */
  edit(on: boolean, at?: number): void
  editAt: number | undefined
  /** The number of the source that is open. */
  source: number | undefined
  toggleSource(n: number): void
  notice: PanelNotice | undefined
  showNotice: ShowNotice
  /** The messages of the draft, where it is sent in several. */
  messages: ChatMessages | undefined
  /** Inserts the draft, or its next message, in its own place. */
  insert(where?: InsertWhere): void
  copy(whole?: boolean): void
  /**
   * Asks for a draft with these wishes, one a line, which take the place of those in force. Without any argument it asks
   * for another draft.
   */
  regenerate(instruction?: string): Promise<boolean>
  /** Has the offline drafter make the draft again with what the agent has typed into blanks, around the edits. */
  giveFacts(): void
  /** Sets "Use this source", "Not this one", or neither. The draft is made again. */
  choose(document: ChosenDocument, as: "use" | "not" | "nothing"): void
  stop(): void
  lookups: LookupActions
  attachments: AttachmentActions
  reject: RejectState
  keep(claim: Claim): void
  remove(claim: Claim): void
  /** What nobody gave: kept as the agent's own words, or removed with its sentence. */
  guardMarks: { keep(place: PlacedMark): void; remove(place: PlacedMark): void }
  next(back?: boolean): void
  suggestions: Suggestions
  cases: CaseActions
  /** The letter beside its sources, sentence by sentence. */
  evidence: EvidenceSteps
  /** How the reply in the editor sounds. */
  tone: {
    look(): void
    fix(finding: ToneFinding): void
    decide(finding: ToneFinding, decision: "fine-here" | "never-again"): void
    showHidden(): void
  }
  /** Copies a note for a colleague who goes on with the ticket. */
  handOver(): void
  canHandOver: boolean
  /** Scrolls to a message in the helpdesk's page, or says why that isn't possible. */
  showMessage(message: PanelTicket["messages"][number]): Promise<boolean>
  /** Puts an earlier draft in place of the one shown. */
  bringBack(draftId: string): void
}
export type PanelView = "cards" | "saw" | "evidence" | "why" | "more" | "palette"

export const PanelContext = createContext<PanelContextValue | undefined>(undefined)

/** @throws outside the panel */
export function usePanelContext(): PanelContextValue {
  const hold = useContext(PanelContext)
  if (!hold) throw new Error("a part of the panel stands outside the panel")
  return hold
}

export function usePanel(state: PanelState, ticket: PanelTicket, link: PanelLink): PanelContextValue {
  const { draft } = state
  const { key } = ticket
  const { notice, speak, quiet } = useNotice(key, state.notice)
  const failed = useCallback(
    (answer: CommandAnswer) => {
      if (!answer.ok) speak(answer)
    },
    [speak]
  )
  const hold = useDraftText(key, draft, link, { failed, changed: quiet })
  const { letter } = hold
  const looks = openPointsOf(letter, draft?.guard)
  const canHandOver = (state.summary?.lines.length ?? 0) > 0 || isUnanswered(draft, letter.text)
  const messages = useChatMessages(ticket, draft && !isWriting(draft) ? draft : undefined, letter.text)
  const offs = disabledReasonsOf(state, letter.text, looks, messages)
  const [view, setView] = useState<PanelView>("cards")
  const [edited, setEdited] = useState<string>()
  const [editAt, setEditAt] = useState<number>()
  const [opened, setOpened] = useState<{ ticket: string; n: number }>()
  const source = opened?.ticket === key ? opened.n : undefined
  const given = useRef("")
  const evidence = useEvidenceSteps(draft, hold, {
    isOpen: view === "evidence",
    open: () => setView("evidence"),
    quiet
  })
  const inserting = {
    ...{ ticketKey: key, draft, link, draftText: hold, openPoints: looks, disabledReasons: offs, messages },
    showNotice: speak,
    quiet
  }
  const insert = useInsert({
    ...inserting,
    toLetter: () => {
      setView("cards")
      setEdited(undefined)
    }
  })

  const reject = useReject({ ticketKey: key, draft, link, off: offs.reject, speak, toCards: () => setView("cards") })
  useReportShown(key, draft, link)

  /** Sends a command, and reports what went wrong. */
  const send = async (command: Parameters<PanelLink["send"]>[0]) => {
    quiet()
    await hold.flush()
    const answer = await link.send(command)
    failed(answer)
    return answer.ok
  }

  const lookups = useLookups(key, offs.regenerate, { send, speak })
  const attachments = attachmentActions(key, { send, redo: lookups.redo })

  const regenerate = async (instruction?: string) => {
    if (offs.regenerate) {
      speak({ why: offs.regenerate })
      return false
    }
    setEdited(undefined)
    return send({ kind: "panel-regenerate", key, ...(instruction === undefined ? {} : { instruction }) })
  }

  const giveFacts = () => {
    const facts = factsOf(letter)
    const now = JSON.stringify([draft?.id, facts])
    if (!draft?.offline || offs.regenerate || Object.keys(facts).length === 0 || given.current === now) return
    given.current = now
    void send({ kind: "panel-facts", key, facts })
  }

  const choose: PanelContextValue["choose"] = (chosen, as) => {
    setEdited(undefined)
    void send({ kind: "panel-choose", key, document: chosen, as }).then(() =>
      requestAnimationFrame(() => {
        // The button that was pressed is gone with its source, so the focus moves to where the choice can be removed.
        if (document.activeElement === document.body) focusOn(chosenId(chosen))
      })
    )
  }

  return {
    state,
    ticket,
    draft,
    link,
    draftText: hold,
    openPoints: looks,
    disabledReasons: offs,
    view,
    setView,
    source,
    notice,
    showNotice: speak,
    messages,
    insert,
    copy: copyOf(inserting),
    regenerate,
    giveFacts,
    choose,
    lookups,
    attachments,
    reject,
    editing: edited !== undefined && edited === draft?.id && !isWriting(draft),
    editAt,
    edit: (on, at) => {
      if (on && (offs.edit || !draft)) return speak({ why: offs.edit ?? "" })
      if (!on) void hold.flush()
      if (on && draft?.answer?.frame && letter.text === "") hold.change((empty) => beginLetter(empty, draft.answer))
      setView("cards")
      setEdited(on ? draft?.id : undefined)
      setEditAt(at)
    },
    toggleSource: (n) => setOpened(source === n ? undefined : { ticket: key, n }),
    stop: () => {
      if (draft && isWriting(draft)) void link.send({ kind: "panel-stop", key, draftId: draft.id }).then(failed)
    },
    keep: (claim) => {
      if (draft) void send({ kind: "panel-keep", key, draftId: draft.id, start: claim.start })
    },
    remove: (claim) => {
      quiet()
      hold.change((before) => removeSentence(before, claim))
      void hold.flush()
      document.getElementById("letter")?.focus({ preventScroll: true })
    },
    guardMarks: {
      keep: ({ mark }) => {
        if (draft) void send({ kind: "panel-keep-mark", key, draftId: draft.id, words: mark.words })
      },
      remove: (place) => {
        quiet()
        hold.change((before) => removeMarkedSentences(before, place, draft?.language ?? null))
        void hold.flush()
        document.getElementById("letter")?.focus({ preventScroll: true })
      }
    },
    suggestions: suggestionsOf(draft, hold, quiet, state.relay.model !== null),
    cases: caseActions(draft, hold, { typeIn: (facts) => void lookups.typeIn(facts), quiet }),
    evidence,
    bringBack: (draftId) =>
      void send({ kind: "panel-former", key, draftId }).then((done) => {
        if (done) setView("cards")
      }),
    tone: {
      look: () =>
        void send({ kind: "panel-tone", key }).then((done) => {
          if (done) setView("cards")
        }),
      fix: ({ start, quote }) =>
        void send({ kind: "panel-tone-fix", key, start, quote }).then((done) => {
          if (done) speak({ code: "tone-fixed" })
        }),
      decide: ({ start, quote }, decision) => void send({ kind: "panel-tone-decide", key, start, quote, decision }),
      showHidden: () => void send({ kind: "panel-tone-show-hidden", key })
    },
    canHandOver,
    handOver: () => {
      if (!canHandOver) return
      link.copy(handOverNote(ticket, state.summary, draft)).then(
        () => speak({ code: "handed-over" }),
        () => speak({ code: "copy-failed" })
      )
    },
    showMessage: async ({ id, n }) => {
      quiet()
      const answer = await link.send({ kind: "panel-show-message", key, messageId: id })
      if (!answer.ok) speak({ ...answer, data: { n } })
      return answer.ok
    },
    next: (back = false) => {
      setView("cards")
      const go = () =>
        focusNext(
          looks.map((look) => look.id),
          back
        )
      // Hidden elements take no focus.
      if (view === "cards") go()
      else requestAnimationFrame(go)
    }
  }
}

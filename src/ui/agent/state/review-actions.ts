import type { Claim } from "../../../ticket/draft.ts"
import type { PlacedMark } from "../../../ticket/guard-marks.ts"
import type { ToneFinding } from "../../../ticket/tone-finding.ts"
import { removeMarkedSentences, removeSentence, type DraftText } from "./draft-text.ts"
import { focusNext } from "./focus.ts"
import { foldsAbove } from "./use-drawer.ts"
import { toDoId, type ToDoState } from "./use-to-do.ts"
import type { TicketOnScreen } from "./use-ticket-on-screen.ts"

/** What the agent decides about the sentences and words that are marked in the draft. */
export interface MarkActions {
  keep(claim: Claim): void
  remove(claim: Claim): void
  /** What nobody gave: kept as the agent's own words, or removed with its sentence. */
  guardMarks: { keep(place: PlacedMark): void; remove(place: PlacedMark): void }
  /** Goes to the next thing to review, or to the one before. */
  next(back?: boolean): void
}

export function markActions(ticketOnScreen: TicketOnScreen, toDo: ToDoState): MarkActions {
  const { draft, draftText, openPoints, view, setView, drawer, quiet, send } = ticketOnScreen
  const { key } = ticketOnScreen.ticket
  const takeOut = (make: (before: DraftText) => DraftText) => {
    quiet()
    draftText.change(make)
    void draftText.flush()
    document.getElementById("letter")?.focus({ preventScroll: true })
  }
  return {
    keep: (claim) => {
      if (draft) void send({ kind: "panel-keep", key, draftId: draft.id, start: claim.start })
    },
    remove: (claim) => takeOut((before) => removeSentence(before, claim)),
    guardMarks: {
      keep: ({ mark }) => {
        if (draft) void send({ kind: "panel-keep-mark", key, draftId: draft.id, words: mark.words })
      },
      remove: (place) => takeOut((before) => removeMarkedSentences(before, place, draft?.language ?? null))
    },
    next: (back = false) => {
      setView("seat")
      // What is to do stands above the letter, unless a drawer folds it.
      const lines = foldsAbove(drawer) ? [] : toDo.all.flatMap(({ isDone }, at) => (isDone ? [] : [toDoId(at + 1)]))
      const ids = [...lines.filter((id) => document.getElementById(id) !== null), ...openPoints.map(({ id }) => id)]
      // Hidden elements take no focus.
      if (view === "seat") focusNext(ids, back)
      else requestAnimationFrame(() => focusNext(ids, back))
    }
  }
}

/** How the reply in the editor sounds. */
export interface ToneActions {
  look(): void
  fix(finding: ToneFinding): void
  decide(finding: ToneFinding, decision: "fine-here" | "never-again"): void
  showHidden(): void
}

export function toneActions({ ticket: { key }, setView, setDrawer, showNotice, send }: TicketOnScreen): ToneActions {
  return {
    look: () =>
      void send({ kind: "panel-tone", key }).then((done) => {
        if (!done) return
        setView("seat")
        setDrawer({ tab: "more", part: "tone" })
      }),
    fix: ({ start, quote }) =>
      void send({ kind: "panel-tone-fix", key, start, quote }).then((done) => {
        if (done) showNotice({ code: "tone-fixed" })
      }),
    decide: ({ start, quote }, decision) => void send({ kind: "panel-tone-decide", key, start, quote, decision }),
    showHidden: () => void send({ kind: "panel-tone-show-hidden", key })
  }
}

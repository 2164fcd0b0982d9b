import { shortened } from "../../kit/shortened.ts"
import { t } from "../../messages/t.ts"
import type { Binding } from "../../kit/key-list.tsx"
import { moreRows } from "../dock/more-rows.ts"
import { bindings } from "../state/bindings.ts"
import { dangerOf, otherDecision } from "../state/hand-over.ts"
import { focusIfLost } from "../state/focus.ts"
import { focusOn } from "../../kit/focus-on.ts"
import { addedClaim } from "../state/suggested-sentence.ts"
import { nextMessage } from "../state/use-chat-messages.ts"
import { isWriting } from "../state/disabled-reasons.ts"
import { toDoId } from "../state/use-to-do.ts"
import type { PanelContextValue } from "../state/use-panel.ts"

/** One thing that the agent can do. `off` isn't offered now; its key says why, if there is a reason. */
export interface Action {
  id: string
  label: string
  binding?: Pick<Binding, "key" | "hint" | "shortcut">
  disabled?: boolean
  run: () => void
}

/**
 * Everything that can be done with this ticket, listed once. The keys bind it, and the palette lists what isn't off.
 */
export function actionsOf(panel: PanelContextValue): Action[] {
  return [
    ...insertActions(panel),
    ...draftActions(panel),
    ...letterActions(panel),
    ...factActions(panel),
    ...viewActions(panel),
    ...openPointActions(panel),
    ...digitActions(panel),
    ...moreActions(panel),
    ...menuActions(panel)
  ]
}

/** What puts the draft, or its next message, into the helpdesk. */
function insertActions(panel: PanelContextValue): Action[] {
  const { disabledReasons, messages } = panel
  const message = messages && nextMessage(messages)
  return [
    {
      id: "insert",
      label: message ? t("act.insert.message", message) : t("act.insert"),
      binding: bindings.insert,
      disabled: disabledReasons.insert !== undefined,
      run: () => panel.insert()
    },
    {
      id: "insert-caret",
      label: t("act.insert-caret"),
      disabled: disabledReasons.insert !== undefined,
      run: () => panel.insert("caret")
    },
    {
      id: "copy",
      label: message ? t("act.copy.message", message) : t("act.copy"),
      binding: bindings.copy,
      disabled: disabledReasons.copy !== undefined,
      run: () => panel.copy()
    },
    ...(messages?.all.every(({ isSent }) => !isSent)
      ? [
          { id: "insert-whole", label: t("act.insert.whole"), run: () => panel.insert("whole") },
          { id: "copy-whole", label: t("act.copy.whole"), run: () => panel.copy(true) }
        ]
      : [])
  ]
}

/** What changes the draft, and what is asked about the reply in the editor. */
function draftActions(panel: PanelContextValue): Action[] {
  const { draft, disabledReasons } = panel
  return [
    // Esc stops the draft only if it closes nothing nearer.
    { id: "stop", label: t("act.stop"), disabled: !isWriting(draft), run: panel.stop },
    {
      id: "regenerate",
      label: t("act.regenerate"),
      binding: bindings.regenerate,
      disabled: isWriting(draft) || disabledReasons.regenerate !== undefined,
      run: () => void panel.regenerate()
    },
    {
      id: "ask",
      label: t("ask"),
      binding: bindings.ask,
      disabled: !draft || disabledReasons.regenerate !== undefined || dangerOf(panel.state) !== undefined,
      run: () => panel.toField("ask")
    },
    {
      id: "edit",
      label: t("key.edit"),
      binding: bindings.edit,
      disabled: disabledReasons.edit !== undefined || panel.editing,
      run: () => panel.edit(true)
    },
    {
      id: "reject",
      label: t("reject"),
      binding: bindings.reject,
      disabled: disabledReasons.reject !== undefined,
      run: panel.reject.start
    },
    {
      id: "rewrite",
      label: t("key.rewrite"),
      binding: bindings.rewrite,
      disabled: !draft || isWriting(draft) || panel.draftText.letter.text === "",
      run: () => panel.toField("rewrite")
    },
    { id: "tone", label: t("tone.look"), binding: bindings.tone, run: panel.tone.look },
    { id: "check-reply", label: t("key.check-reply"), binding: bindings.checkReply, run: panel.checkReply }
  ]
}

/** What begins a letter where there is none, or adds a question to one. */
function letterActions({ state, suggestions, cases, setView, decideDanger }: PanelContextValue): Action[] {
  const decision = otherDecision(state)
  return [
    {
      id: "danger",
      label: t(decision === "none" ? "danger.none" : "danger.treat"),
      binding: bindings.danger,
      disabled: decision === undefined,
      run: decideDanger
    },
    {
      id: "ask-customer",
      label: t("key.ask-customer"),
      binding: bindings.askCustomer,
      disabled: !suggestions.canAsk && !cases.canAsk,
      run: () => {
        setView("seat")
        suggestions.ask()
        if (cases.canAsk) cases.ask()
        focusIfLost("letter")
      }
    },
    {
      id: "hold",
      label: t("key.hold"),
      binding: bindings.hold,
      disabled: !suggestions.hold,
      run: () => {
        if (!suggestions.hold) return
        setView("seat")
        suggestions.hold()
        focusIfLost("letter")
      }
    }
  ]
}

/** What is asked of other systems about the customer. */
function factActions({ state, lookups, disabledReasons, setView, setDrawer }: PanelContextValue): Action[] {
  const showCustomer = () => {
    setView("seat")
    setDrawer({ tab: "more", part: "customer" })
  }
  const canLookUp = state.lookups !== undefined && state.lookups.length > 0 && !lookups.busy
  const restsOnEarlier = state.lookups?.some(({ earlier }) => earlier) === true
  return [
    {
      id: "look-up",
      label: t("key.look-up"),
      binding: bindings.lookUp,
      disabled: !canLookUp,
      run: () => {
        if (!canLookUp) return
        showCustomer()
        lookups.again()
      }
    },
    {
      id: "redo-facts",
      label: t("key.redo-facts"),
      binding: bindings.redoFacts,
      disabled: !restsOnEarlier || disabledReasons.regenerate !== undefined,
      run: () => {
        if (!restsOnEarlier) return
        showCustomer()
        lookups.redo()
      }
    }
  ]
}

/** What shows something else: a field, or another view. */
function viewActions(panel: PanelContextValue): Action[] {
  const { draft, view, setView, evidence } = panel
  return [
    {
      id: "search",
      label: t("search.go"),
      binding: bindings.search,
      run: () => panel.toField("search")
    },
    {
      id: "question",
      label: t("key.question"),
      binding: bindings.question,
      run: () => panel.toField("question")
    },
    {
      id: "saw",
      label: t("foot.saw"),
      binding: bindings.saw,
      disabled: !draft,
      run: () => {
        if (draft) setView(view === "saw" ? "seat" : "saw")
      }
    },
    {
      id: "hand-over",
      label: t("key.hand-over"),
      binding: bindings.handOver,
      disabled: !panel.canHandOver,
      run: panel.handOver
    },
    {
      id: "why",
      label: t("made"),
      binding: bindings.why,
      disabled: !draft || isWriting(draft),
      run: () => {
        if (draft && !isWriting(draft)) setView(view === "why" ? "seat" : "why")
      }
    },
    {
      id: "evidence",
      label: t("key.evidence"),
      binding: bindings.evidence,
      disabled: !evidence.isThere,
      run: () => evidence.step(1)
    },
    {
      id: "evidence-back",
      label: t("key.evidence-back"),
      binding: bindings.evidenceBack,
      disabled: !evidence.isThere,
      run: () => evidence.step(-1)
    }
  ]
}

/** What goes through the things to review. */
function openPointActions(panel: PanelContextValue): Action[] {
  const disabled = panel.openPoints.length + panel.toDo.open.length === 0
  return [
    { id: "next", label: t("key.next"), binding: bindings.next, disabled, run: () => panel.next() },
    { id: "previous", label: t("key.previous"), binding: bindings.previous, disabled, run: () => panel.next(true) }
  ]
}

/**
 * What is listed with a number. Only one list has the digits at a time: the rows of More while they are listed, what is
 * to do while no drawer is open, or else the cases, the suggestions or the sources.
 */
function digitActions(panel: PanelContextValue): Action[] {
  const { draft, draftText, setView, source, drawer, toDo } = panel
  const { answers } = panel.cases
  const suggestions = draft && !isWriting(draft) ? (draft.answer?.suggestions ?? []) : []
  const sources = (draft?.sources ?? []).filter(({ n }) => n > 0)
  const owner = drawer ? (drawer.tab === "sources" ? "letter" : "none") : toDo.all.length > 0 ? "to-do" : "letter"
  const bound = (digit: number, isOwner: boolean) => (isOwner && digit < 10 ? { binding: digitBinding(digit) } : {})
  return [
    ...toDo.all.map(
      ({ id, what, isDone }, at): Action => ({
        id: toDoId(at + 1),
        label: isDone ? t("todo.untick", { what }) : t("todo.tick", { what }),
        ...bound(at + 1, owner === "to-do"),
        run: () => toDo.tick(id)
      })
    ),
    ...answers.map(
      ({ open, name, digit }): Action => ({
        id: `case-${digit}`,
        label: t("cases.answer.this", { name }),
        ...bound(digit, owner === "letter"),
        run: () => {
          setView("seat")
          panel.cases.answer(open, name)
        }
      })
    ),
    ...suggestions.map(
      (one, at): Action => ({
        id: `suggestion-${at + 1}`,
        label: one.text,
        ...bound(at + 1, owner === "letter" && answers.length === 0),
        run: () => {
          setView("seat")
          panel.suggestions.toggle(one)
          // Where it goes in may be out of sight.
          const code = addedClaim(draftText.letter, one) ? "sentence-removed" : "sentence-added"
          panel.showNotice({ code, data: { words: shortened(one.text, 60), n: at + 1 } })
        }
      })
    ),
    ...sources.map(
      ({ n, title }): Action => ({
        id: `source-${n}`,
        label: source === n ? t("palette.source.close", { n, title }) : t("palette.source.open", { n, title }),
        ...bound(n, owner === "letter" && suggestions.length + answers.length === 0),
        run: () => panel.toggleSource(n)
      })
    )
  ]
}

const digitBinding = (digit: number) => ({ key: String(digit), hint: String(digit), shortcut: String(digit) })

/** The rows of More, and More itself. A row has a digit while all are listed. */
function moreActions(panel: PanelContextValue): Action[] {
  const { drawer, setDrawer, setView, openTab, closeDrawer } = panel
  const isListed = drawer?.tab === "more" && drawer.part === undefined
  return [
    {
      id: "more",
      label: t("key.more"),
      binding: bindings.more,
      run: () => (isListed ? closeDrawer() : openTab("more"))
    },
    ...moreRows(panel).map(
      ({ id, title, digit }): Action => ({
        id: `more-${id}`,
        label: title(),
        ...(isListed && digit ? { binding: digitBinding(digit) } : {}),
        run: () => {
          setView("seat")
          setDrawer({ tab: "more", part: id })
        }
      })
    )
  ]
}

/** The menu, and its parts that have no key. */
function menuActions({ draft, view, setView }: PanelContextValue): Action[] {
  const toPart = (id: string) => {
    setView("menu")
    requestAnimationFrame(() => focusOn(id))
  }
  return [
    { id: "keys", label: t("keys"), binding: bindings.keys, run: () => setView(view === "menu" ? "seat" : "menu") },
    { id: "formers", label: t("formers"), disabled: !draft?.formers?.length, run: () => toPart("formers") },
    { id: "erase", label: t("erase.ask"), run: () => toPart("erase") }
  ]
}

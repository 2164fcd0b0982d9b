import { useRef, useState } from "react"
import type { ChosenDocument, PanelCommand } from "../../../protocol/panel.ts"
import { focusOn } from "../../kit/focus-on.ts"
import { otherDecision } from "./hand-over.ts"
import { isWriting } from "./disabled-reasons.ts"
import { factsOf } from "./draft-text.ts"
import { chosenId } from "./focus.ts"
import type { TicketOnScreen } from "./use-ticket-on-screen.ts"
import type { LookupResult } from "../../../ticket/looked-up.ts"
import type { ShowNotice } from "./use-notice.ts"

/** What has the draft made, stopped, or replaced. */
export interface DraftRequests {
  /**
   * Asks for a draft with these wishes, one a line, which take the place of those in force. Without any argument it
   * asks for another draft.
   */
  regenerate(instruction?: string): Promise<boolean>
  /** Has the offline drafter make the draft again with what the agent has typed into blanks, around the edits. */
  giveFacts(): void
  /** Sets "Use this source", "Not this one", or neither. The draft is made again. */
  choose(document: ChosenDocument, as: "use" | "not" | "nothing"): void
  /** Decides otherwise about a danger of which the ticket seems to tell. The draft is made again. */
  decideDanger(): void
  stop(): void
  /** Puts an earlier draft in place of the one shown. */
  bringBack(draftId: string): void
}

/** @param endEditing shows the draft in its reading view */
export function useDraftRequests(
  { ticket: { key }, draft, draftText, disabledReasons, link, showNotice, setView, send }: TicketOnScreen,
  endEditing: () => void
): DraftRequests {
  const sentFacts = useRef("")
  return {
    regenerate: async (instruction) => {
      if (disabledReasons.regenerate) {
        showNotice({ why: disabledReasons.regenerate })
        return false
      }
      endEditing()
      return send({ kind: "panel-regenerate", key, ...(instruction === undefined ? {} : { instruction }) })
    },
    giveFacts: () => {
      const facts = factsOf(draftText.letter)
      const now = JSON.stringify([draft?.id, facts])
      const isNothingNew = Object.keys(facts).length === 0 || sentFacts.current === now
      if (!draft?.offline || disabledReasons.regenerate || isNothingNew) return
      sentFacts.current = now
      void send({ kind: "panel-facts", key, facts })
    },
    choose: (chosen, as) => {
      endEditing()
      void send({ kind: "panel-choose", key, document: chosen, as }).then(() =>
        requestAnimationFrame(() => {
          // The button that was pressed is gone with its source, so the focus moves to where the choice can be removed.
          if (document.activeElement === document.body) focusOn(chosenId(chosen))
        })
      )
    },
    decideDanger: () => {
      const decision = otherDecision({ draft })
      if (!decision) return
      if (disabledReasons.regenerate) return showNotice({ why: disabledReasons.regenerate })
      endEditing()
      void send({ kind: "panel-danger", key, decision })
    },
    stop: () => {
      if (!draft || !isWriting(draft)) return
      void link.send({ kind: "panel-stop", key, draftId: draft.id }).then((answer) => {
        if (!answer.ok) showNotice(answer)
      })
    },
    bringBack: (draftId) =>
      void send({ kind: "panel-former", key, draftId }).then((done) => {
        if (done) setView("seat")
      })
  }
}

/** What can be done with the attachments of the ticket. */
export interface AttachmentActions {
  /** Has the text of one read. The draft stays. */
  read(id: string): void
  /** Takes out what was read. */
  drop(id: string): void
  /** Has the draft made again with what is read now. The facts that were typed stay, and so do the edits. */
  redo(): void
}

/** @param redo has the draft made again */
export function attachmentActions(
  { ticket: { key }, send }: Pick<TicketOnScreen, "ticket" | "send">,
  redo: () => void
): AttachmentActions {
  return {
    read: (id) => void send({ kind: "panel-attachment-read", key, id }),
    drop: (id) => void send({ kind: "panel-attachment-drop", key, id }),
    redo
  }
}

/** What can be done with facts about the customer. */
export interface LookupActions {
  /** Something is being looked up. */
  busy: boolean
  /** Looks everything up again. The draft stays. */
  again(): void
  /** Keeps that a lookup may ask the host that its card names, and looks up again. */
  allow(result: LookupResult): void
  keepSecrets(lookup: string, secrets: Record<string, string>): void
  /** Has the draft made again with facts that the agent typed, by their labels. Returns false if they weren't taken. */
  typeIn(facts: Record<string, string>): Promise<boolean>
  /** Keeps facts for the ticket by a playbook's labels, and has the draft made again. "" takes one back. */
  keepFacts(facts: Record<string, string>): Promise<boolean>
  /** Has the draft made again with the facts as they are now. */
  redo(): void
}

/** @param send reports what went wrong; @param off is why no draft can be made now */
export function useLookups(
  key: string,
  off: string | undefined,
  { send, showNotice }: { send: (command: PanelCommand) => Promise<boolean>; showNotice: ShowNotice }
): LookupActions {
  /** The tickets for which something is being looked up. */
  const [busy, setBusy] = useState<readonly string[]>([])
  const look = (command: PanelCommand) => {
    setBusy((before) => [...before, key])
    void send(command).finally(() => setBusy((before) => before.toSpliced(before.indexOf(key), 1)))
  }
  const give = async (facts: Record<string, string>, kept: { keep?: true }) => {
    if (off === undefined) return send({ kind: "panel-facts", key, facts, ...kept })
    showNotice({ why: off })
    return false
  }
  const typeIn = (facts: Record<string, string>) => give(facts, {})
  return {
    busy: busy.includes(key),
    again: () => look({ kind: "panel-look-up", key }),
    allow: ({ name: lookup, origin, definition = "" }) =>
      look({ kind: "panel-lookup-allow", key, lookup, origin, definition }),
    keepSecrets: (lookup, secrets) => look({ kind: "panel-lookup-secret", key, lookup, secrets }),
    typeIn,
    keepFacts: (facts) => give(facts, { keep: true }),
    // The facts that were typed before stay, and so do the edits.
    redo: () => void typeIn({})
  }
}

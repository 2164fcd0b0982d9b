import { act } from "@testing-library/react"
import type { CommandAnswer, PanelCommand, PanelState } from "../../src/protocol/panel.ts"
import type { PanelLink } from "../../src/ui/agent/state/panel-link.ts"

export type Sent<K extends PanelCommand["kind"]> = Extract<PanelCommand, { kind: K }>

/** A background in hand: what it pushes, what it was asked, how it answers. */
export function fakeLink(first: PanelState, answers: Partial<Record<PanelCommand["kind"], CommandAnswer>> = {}) {
  let state = first
  const listeners = new Set<() => void>()
  const sent: PanelCommand[] = []
  const clipboard: string[] = []
  /** Drafts that the panel has told it shows. */
  const shown: string[] = []
  const link: PanelLink = {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,
    send(command) {
      if (command.kind === "panel-shown") shown.push(command.draftId)
      // What is asked at each ticket or draft is nobody's doing.
      else if (command.kind !== "panel-deeds" && (command.kind !== "panel-macros" || command.words !== undefined))
        sent.push(command)
      return Promise.resolve(answers[command.kind] ?? { ok: true })
    },
    shortcuts: () =>
      Promise.resolve({ "open-panel": "Alt+Shift+R", insert: "Alt+Shift+I", next: "", say: "Ctrl+Shift+Y" }),
    version: () => "0.1.0",
    copy(text) {
      clipboard.push(text)
      return Promise.resolve()
    }
  }
  return {
    link,
    sent,
    shown,
    clipboard,
    answers,
    push(next: PanelState) {
      act(() => {
        state = next
        for (const listener of listeners) listener()
      })
    },
    /** The commands of one kind, in the order in which they came. */
    of<K extends PanelCommand["kind"]>(kind: K): Sent<K>[] {
      return sent.filter((command): command is Sent<K> => command.kind === kind)
    }
  }
}

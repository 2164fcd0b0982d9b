import { createContext, useContext, useReducer } from "react"
import { usePanelContext } from "./use-panel.ts"

/** What the agent has typed into fields of the cards while the panel is open, by ticket and field. */
export const TypedWords = createContext<Map<string, string>>(new Map())

interface TicketWords {
  of(field: string): string
  write(field: string, words: string): void
  /** Forgets all of this ticket. */
  forget(): void
}

/**
 * What the agent has typed into fields for this ticket. Another ticket, and a page without one, neither takes it away
 * nor shows it.
 */
export function useTypedWords(): TicketWords {
  const all = useContext(TypedWords)
  const { ticket } = usePanelContext()
  const [, draw] = useReducer((n: number) => n + 1, 0)
  const name = (field: string) => `${ticket.key}\n${field}`
  return {
    of: (field) => all.get(name(field)) ?? "",
    write(field, words) {
      if (words === "") all.delete(name(field))
      else all.set(name(field), words)
      draw()
    },
    forget() {
      for (const one of all.keys()) if (one.startsWith(name(""))) all.delete(one)
    }
  }
}

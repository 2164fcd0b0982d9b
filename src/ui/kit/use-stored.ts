import { useSyncExternalStore } from "react"

/**
 * A preference for how the panel looks or works. It is remembered on this computer, is the same wherever it is read,
 * and never holds anything of a ticket.
 */
export function useStored(name: string, initial: boolean): [boolean, (value: boolean) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => (localStorage.getItem(name) ?? (initial ? "yes" : "no")) === "yes"
  )
  return [
    value,
    (next) => {
      localStorage.setItem(name, next ? "yes" : "no")
      for (const listener of listeners) listener()
    }
  ]
}

const listeners = new Set<() => void>()
function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

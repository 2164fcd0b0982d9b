import { useSyncExternalStore } from "react"

/**
 * A choice of how the panel looks or works, remembered on this computer and the same wherever it is asked for; nothing
 * of a ticket.
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

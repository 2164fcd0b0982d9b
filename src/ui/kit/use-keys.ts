import { createContext, useEffect, useRef } from "react"

/** What a key does, by its name: "C", "?", "Shift N", "Mod Enter", "Escape". Mod is Ctrl, or Cmd on a Mac. */
export type KeyMap = Record<string, ((event: KeyboardEvent) => void) | undefined>

/**
 * Keys of the whole page. Single characters only work while no text field has the focus, and not at all if `single` is
 * false (WCAG 2.1.4); named keys and Mod work everywhere.
 */
export function useKeys(keys: KeyMap, single: boolean): void {
  const latest = useRef({ keys, single })
  latest.current = { keys, single }
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return
      const mod = isMac ? event.metaKey : event.ctrlKey
      if ((event.ctrlKey || event.metaKey) && !mod) return
      const isSingle = event.key.length === 1 && !mod
      if (isSingle && (!latest.current.single || inTextField(event.target))) return
      const letter = event.key.length === 1 ? event.key.toUpperCase() : event.key
      // "?" is Shift with another key on most keyboards, so Shift only counts with letters.
      const shift = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key))
      const act = latest.current.keys[`${mod ? "Mod " : ""}${shift ? "Shift " : ""}${letter}`]
      if (!act || event.repeat) return
      event.preventDefault()
      act(event)
    }
    document.addEventListener("keydown", pressed)
    return () => document.removeEventListener("keydown", pressed)
  }, [])
}

/** Whether single letters work. Their hints are only shown then. */
export const SingleKeys = createContext(true)

export const isMac = /mac/i.test(navigator.platform)
/** Prints a browser's "Alt+Shift+R" (on a Mac "⌥⇧R") as the hints show it. */
export const printed = (shortcut: string) => shortcut.replace(/Shift/, "⇧").replaceAll("+", " ")
/** The hint for Mod and Enter, as it is printed on the keys. */
export const MOD_ENTER = isMac ? "⌘ ↵" : "Ctrl ↵"

export function inTextField(
  target: EventTarget | null
): target is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  // A select element uses letters too: they jump to an option.
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type)
}

import { useEffect, useState } from "react"

/**
 * Returns which button is in the slot that Regenerate and Stop share, so that a press never does the opposite of what
 * was meant. "wakes" is a Stop that has just appeared, perhaps because a draft began by itself. A press on it was meant
 * for Regenerate and does nothing, because a draft is already being made. "stop" stays for one second after the last
 * word, so that a late press on it doesn't start a draft.
 */
export function useRegenerateSlot(writing: boolean): "regenerate" | "wakes" | "stop" {
  const [slot, setSlot] = useState<"regenerate" | "wakes" | "stop">(writing ? "stop" : "regenerate")
  // This is set while rendering, not in an effect. Otherwise a draft that ends at once would show Regenerate for a
  // moment between two Stops.
  if (writing && slot === "regenerate") setSlot("wakes")
  useEffect(() => {
    if (slot !== "wakes") return
    const timer = setTimeout(() => setSlot((now) => (now === "wakes" ? "stop" : now)), WAKES_MS)
    return () => clearTimeout(timer)
  }, [slot])
  const stands = slot !== "regenerate"
  useEffect(() => {
    if (writing || !stands) return
    const timer = setTimeout(() => setSlot("regenerate"), LINGERS_MS)
    return () => clearTimeout(timer)
  }, [writing, stands])
  return slot
}

/**
 * Milliseconds: the time between deciding to press and pressing, and the time in which a double click presses again.
 */
const WAKES_MS = 300
const LINGERS_MS = 1000

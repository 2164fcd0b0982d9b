import { useEffect, useState } from "react"

/**
 * Which button stands in the slot that Regenerate and Stop share, so that no press does what the other would have done.
 * "wakes" is a Stop that has just come, perhaps because a draft began by itself: a press meant for Regenerate does
 * nothing, for what it asks is being done. "stop" stays a second after the last word: a late press on it starts
 * nothing.
 */
export function useRegenerateSlot(writing: boolean): "regenerate" | "wakes" | "stop" {
  const [slot, setSlot] = useState<"regenerate" | "wakes" | "stop">(writing ? "stop" : "regenerate")
  // While rendering, not after: a draft that ends at once would else show Regenerate for a moment between two Stops.
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

/** Milliseconds: the time between deciding to press and pressing, and a second press of a double click. */
const WAKES_MS = 300
const LINGERS_MS = 1000

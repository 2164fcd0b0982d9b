import { useEffect, useRef } from "react"
import { useStored } from "../../kit/use-stored.ts"
import type { TicketOnScreen } from "./use-ticket-on-screen.ts"

/** Returns what has the reply in the editor checked. The bar says why, if it can't be. */
export const checkReplyOf =
  ({ ticket: { key }, setView, setDrawer, send }: TicketOnScreen) =>
  () => {
    setView("seat")
    setDrawer({ tab: "more", part: "reply-check" })
    void send({ kind: "panel-check-reply", key })
  }

/** Whether the reply is checked by itself when its text rests. Off until the agent switches it on. */
export const useCheckWhenResting = () => useStored("check-reply-resting", false)

/**
 * Has the reply checked when its text has rested, if the agent switched that on and sees the panel. The background
 * leaves out a text that was checked already.
 */
export function useRestingCheck({ state, ticket: { key }, link }: TicketOnScreen): void {
  const [isOn] = useCheckWhenResting()
  const lastAskedAt = useRef(-Infinity)
  const { pauses = 0, check } = state.reply ?? {}
  const isChecking = check?.state === "checking"
  // Also of a check that the agent asked for.
  const startedAt = check?.startedAt ?? -Infinity
  // What rested before the panel was opened, or before the switch, is not what the agent just wrote.
  const handled = useRef({ key, pauses })
  if (handled.current.key !== key) handled.current = { key, pauses }
  useEffect(() => {
    if (!isOn) handled.current = { key, pauses }
    if (!isOn || isChecking || pauses === handled.current.pauses) return
    const wait = Math.max(REST_MS, Math.max(lastAskedAt.current, startedAt) + MIN_GAP_MS - Date.now())
    const timer = setTimeout(() => {
      if (document.visibilityState !== "visible") return
      handled.current = { key, pauses }
      lastAskedAt.current = Date.now()
      void link.send({ kind: "panel-check-reply", key, rested: true })
    }, wait)
    return () => clearTimeout(timer)
  }, [isOn, isChecking, startedAt, pauses, key, link])
}

/** In milliseconds: with the pause after which the page reports, two seconds without a change. */
const REST_MS = 800
/** In milliseconds, between two checks that nobody asked for; a little more than the background demands. */
const MIN_GAP_MS = 10_500

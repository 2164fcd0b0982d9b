import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { useLeaving } from "../frame/use-leaving.ts"
import { CallFault } from "../../kit/relay/call-fault.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { useSignedOutPage } from "../../kit/relay/use-relay-query.ts"

/** A file that is being sent: how many bytes were sent, and since when. */
export interface Sending {
  name: string
  sent: number
  total: number
  began: number
}

/**
 * Sends one file at a time, for as long as this page is open. `error` is the relay's or the browser's objection to the
 * last one.
 */
export function useUpload(done: (file: File) => void) {
  const link = useRelayLink()
  const queries = useQueryClient()
  const [sending, setSending] = useState<Sending>()
  const [error, setError] = useState<Error | null>(null)
  const stop = useRef<AbortController>(undefined)
  useEndedWithPage(stop)
  useLeaving(sending !== undefined)
  useSignedOutPage(error)
  return {
    sending,
    error,
    forget: () => setError(null),
    cancel: () => stop.current?.abort(),
    async send(file: File, internal: boolean) {
      if (stop.current) return
      const { signal } = (stop.current = new AbortController())
      const on = { name: file.name, total: file.size, began: performance.now() }
      setError(null)
      setSending({ ...on, sent: 0 })
      try {
        await link.sendFile(file, internal, (sent) => setSending({ ...on, sent: Math.min(sent, file.size) }), signal)
        done(file)
      } catch (fault) {
        if (!signal.aborted) setError(fault instanceof Error ? fault : new CallFault("no-answer", String(fault)))
      } finally {
        stop.current = undefined
        setSending(undefined)
        await queries.invalidateQueries({ queryKey: ["GET /v1/admin/knowledge"] })
      }
    }
  }
}

function useEndedWithPage(stop: { current: AbortController | undefined }) {
  useEffect(() => () => stop.current?.abort(), [stop])
}

import { useEffect, useRef, useState } from "react"
import * as z from "zod/mini"
import { UNSAVED_REVIEWS } from "../../../protocol/lead.ts"
import { reviewRequest } from "../../../protocol/review.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"

/**
 * What a lead has ticked and written about a case and not saved yet. `version` belongs to the review that was there
 * when it began.
 */
export type UnsavedReview = z.infer<typeof unsaved>
const unsaved = z.pick(reviewRequest, { version: true, reasons: true, note: true })
const kept = z.record(z.string(), unsaved)

/** Unsaved reviews by case. `ready` is set once they are read. */
export interface UnsavedReviews {
  ready: boolean
  of: (caseId: string) => UnsavedReview | undefined
  set: (caseId: string, next: UnsavedReview | undefined) => void
}

/** They survive a reload and a relay that is away. They are in memory only and end with the browser. */
export function useUnsavedReviews(): UnsavedReviews {
  const { unsaved: store } = useRelayLink()
  const [all, setAll] = useState<Record<string, UnsavedReview>>()
  const latest = useRef(all)
  latest.current = all
  useEffect(() => {
    void store.get(UNSAVED_REVIEWS).then((found) => {
      const read = kept.safeParse(found)
      setAll(read.success ? read.data : {})
    })
  }, [store])
  return {
    ready: all !== undefined,
    // As it is now, including what was typed since the page was last drawn.
    of: (caseId) => latest.current?.[caseId],
    set: (caseId, next) => {
      const { [caseId]: _, ...others } = latest.current ?? {}
      latest.current = next ? { ...others, [caseId]: next } : others
      setAll(latest.current)
      void store.set(UNSAVED_REVIEWS, latest.current)
    }
  }
}

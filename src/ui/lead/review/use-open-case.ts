import { useQuery } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { scoredParts, type Scores } from "../../../protocol/scorecard.ts"
import { reviewRequest, verdict, type CaseAnswer, type Review } from "../../../protocol/review.ts"
import { faultCode } from "../../kit/relay/call-fault.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import type { QueuePosition } from "./queue-position.ts"
import type { Queue } from "./use-queue.ts"
import * as z from "zod/mini"
import { UNSAVED_REVIEWS } from "../../../protocol/lead.ts"

/** The route of a case, which is also where its answer is kept. */
export const CASE = "GET /v1/review/cases/:id"

/** The case in front, and the lead's review of it as it is typed. */
export interface OpenCase {
  caseId: string | undefined
  /** Undefined until it is loaded, and if it was erased. */
  answer: CaseAnswer | undefined
  isErased: boolean
  loading: boolean
  error: Error | null
  again: () => void
  /** Its place in the list, or -1. */
  at: number
  /** What is ticked and written, or else the review that is saved. */
  form: UnsavedReview
  /** What was ticked and written here and isn't saved. */
  mine: UnsavedReview | undefined
  /** Another lead saved a review after the lead began to tick here. */
  theirs: Review | undefined
  unsaved: UnsavedReviews
}

export function useOpenCase(place: QueuePosition, go: (next: Partial<QueuePosition>) => void, queue: Queue): OpenCase {
  const link = useRelayLink()
  const unsaved = useUnsavedReviews()
  const caseId = place.caseId ?? queue.lines[0]?.caseId
  // The first case of the queue is no longer in it once it is reviewed, but a reload has to return to it.
  useEffect(() => {
    if (place.caseId === undefined && caseId !== undefined) go({ caseId })
  })
  const asked = useQuery({
    queryKey: [CASE, caseId],
    queryFn: () => link.call(CASE, { path: { id: caseId ?? "" } }),
    enabled: caseId !== undefined
  })
  const isErased = faultCode(asked.error) === "erased"
  const answer = isErased ? undefined : asked.data
  const mine = caseId === undefined ? undefined : unsaved.of(caseId)
  const review = answer?.review
  const isOlder = mine !== undefined && review !== undefined && review.version > mine.version
  useForgetting({ caseId, unsaved, isErased, queue, wasSaved: isOlder && review.done && isSameReview(mine, review) })
  const at = queue.lines.findIndex((line) => line.caseId === caseId)
  useLoadingAsFarAs(place, queue, at, answer)
  return {
    caseId,
    answer,
    isErased,
    mine,
    unsaved,
    at,
    error: asked.error,
    loading: asked.isPending && caseId !== undefined,
    again: () => void asked.refetch(),
    form: mine ?? formOf(review),
    theirs: isOlder && !isSameReview(mine, review) ? review : undefined
  }
}

/** What the form shows of a review before anything is changed. */
const formOf = (review: Review = NO_REVIEW): UnsavedReview => {
  const { version, verdict: said, reasons, note, comment, scorecard, scores } = review
  return { version, verdict: said, reasons, note, comment, scorecard, scores }
}

const NO_REVIEW: Review = {
  ...{ version: 0, done: false, verdict: null, reasons: [], note: "", by: null, at: null },
  ...{ scorecard: null, scores: {}, total: null, comment: "" }
}

/**
 * Forgets what was typed about a case once it is of no more use.
 * @param wasSaved what was typed is saved: a page that was closed during a save never heard that it succeeded
 */
function useForgetting({
  caseId,
  unsaved,
  isErased,
  wasSaved,
  queue
}: Pick<OpenCase, "caseId" | "unsaved" | "isErased"> & { wasSaved: boolean; queue: Queue }): void {
  useEffect(() => {
    if (wasSaved && caseId !== undefined) unsaved.set(caseId, undefined)
  }, [wasSaved, caseId])
  useEffect(() => {
    if (!isErased || caseId === undefined) return
    // What was written about an erased case is deleted with it.
    if (unsaved.of(caseId)) unsaved.set(caseId, undefined)
    queue.change(caseId, { subject: null })
  }, [isErased, caseId])
}

/** After a reload the case may be in a part of the list that isn't loaded yet, and Next begins beside it. */
function useLoadingAsFarAs(place: QueuePosition, queue: Queue, at: number, answer: CaseAnswer | undefined): void {
  const isReviewed = answer && answer.review.done && !answer.line.newer
  const isFurtherDown =
    at < 0 && answer !== undefined && (place.state === "all" || isReviewed === (place.state === "done"))
  const { more, loadingMore, error } = queue
  useEffect(() => {
    if (isFurtherDown && !loadingMore && !error) void more?.()
  }, [isFurtherDown, loadingMore, error, more !== undefined])
}

type Judgement = Pick<Review, "verdict" | "reasons" | "note" | "comment" | "scores">

/** Whether both say the same of the draft. */
export const isSameReview = (one: Judgement, other: Judgement): boolean =>
  one.verdict === other.verdict &&
  one.note === other.note &&
  one.comment === other.comment &&
  isSameScores(one.scores, other.scores) &&
  [...one.reasons].sort().join() === [...other.reasons].sort().join()

const isSameScores = (one: Scores, other: Scores): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((id) => one[id] === other[id])

/**
 * What a lead has ticked and written about a case and not saved yet. `version` belongs to the review that was there
 * when it began.
 */
export type UnsavedReview = z.infer<typeof unsaved>
const unsaved = z.extend(z.pick(reviewRequest, { version: true, reasons: true, note: true }), {
  verdict: z._default(z.nullable(verdict), null),
  scorecard: scoredParts.scorecard,
  scores: scoredParts.scores,
  comment: scoredParts.comment
})
const storedReviews = z.record(z.string(), unsaved)

/** Unsaved reviews by case. `ready` is set once they are read. */
interface UnsavedReviews {
  ready: boolean
  of: (caseId: string) => UnsavedReview | undefined
  set: (caseId: string, next: UnsavedReview | undefined) => void
}

/** They survive a reload and a relay that is away. They are in memory only and end with the browser. */
function useUnsavedReviews(): UnsavedReviews {
  const { unsaved: store } = useRelayLink()
  const [reviews, setReviews] = useState<Record<string, UnsavedReview>>()
  const latest = useRef(reviews)
  latest.current = reviews
  useEffect(() => {
    void store.get(UNSAVED_REVIEWS).then((stored) => setReviews(storedReviews.safeParse(stored).data ?? {}))
  }, [store])
  return {
    ready: reviews !== undefined,
    // As it is now, including what was typed since the page was last drawn.
    of: (caseId) => latest.current?.[caseId],
    set: (caseId, next) => {
      const { [caseId]: _, ...others } = latest.current ?? {}
      latest.current = next ? { ...others, [caseId]: next } : others
      setReviews(latest.current)
      void store.set(UNSAVED_REVIEWS, latest.current)
    }
  }
}

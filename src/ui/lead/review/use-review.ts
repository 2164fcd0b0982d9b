import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import type { Reason } from "../../../ticket/review-reasons.ts"
import type { CaseAnswer, CaseLine, Review, ReviewRequest } from "../../../protocol/review.ts"
import { toggleReason } from "../../kit/reasons.tsx"
import { newSeed, useQueuePosition, type QueuePosition } from "./queue-position.ts"
import { useQueue } from "./use-queue.ts"
import { useUnsavedReviews, type UnsavedReview } from "./use-unsaved-reviews.ts"
import { CallFault, faultCode, problemOf } from "../../kit/relay/call-fault.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { STATUS } from "../../kit/relay/use-relay-query.ts"

const CASE = "GET /v1/review/cases/:id"
const SAVE = "PUT /v1/review/cases/:id"

export type ReviewMessage =
  | { kind: "saved" | "undone" | "skipped" | "end" | "nothing" | "undo-changed" }
  | { kind: "fault"; error: Error }

/** The review as its parts share it: the queue, the case, what is ticked, and everything that can be done. */
export function useReview() {
  const link = useRelayLink()
  const queries = useQueryClient()
  const [place, go] = useQueuePosition()
  const queue = useQueue(place)
  const unsaved = useUnsavedReviews()
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set())
  const [told, tell] = useState<ReviewMessage>()
  const [saving, setSaving] = useState(false)
  const undos = useRef<Undo[]>([])

  const caseId = place.caseId ?? queue.lines[0]?.caseId
  const shown = useRef(caseId)
  shown.current = caseId
  // The first case of the queue is no longer in it once it is reviewed, but a reload has to return to it.
  useEffect(() => {
    if (place.caseId === undefined && caseId !== undefined) go({ caseId })
  })
  const asked = useQuery({
    queryKey: [CASE, caseId],
    queryFn: () => link.call(CASE, { path: { id: caseId ?? "" } }),
    enabled: caseId !== undefined
  })
  const gone = faultCode(asked.error) === "erased"
  const there = gone ? undefined : asked.data
  const mine = caseId === undefined ? undefined : unsaved.of(caseId)
  const review = there?.review
  const form: UnsavedReview = mine ?? {
    version: review?.version ?? 0,
    reasons: review?.reasons ?? [],
    note: review?.note ?? ""
  }
  /** Another lead saved a review after the lead began to tick here. */
  const theirs = mine && review && review.version > mine.version && !isSame(mine, review) ? review : undefined

  /** A page that was closed during a save never heard that it succeeded. */
  const wasSaved =
    mine !== undefined && review !== undefined && review.done && review.version > mine.version && isSame(mine, review)

  const { of: unsavedOf, set: setUnsaved } = unsaved
  useEffect(() => {
    if (wasSaved && caseId !== undefined) setUnsaved(caseId, undefined)
  }, [wasSaved, caseId])
  const { change: changeLine } = queue
  useEffect(() => {
    if (!gone || caseId === undefined) return
    // What was written about an erased case is deleted with it.
    if (unsavedOf(caseId)) setUnsaved(caseId, undefined)
    changeLine(caseId, { subject: null })
  }, [gone, caseId])

  const at = queue.lines.findIndex((line) => line.caseId === caseId)
  // After a reload the case may be in a part of the list that isn't loaded yet, and Next begins beside it.
  const isReviewed = there && there.review.done && !there.line.newer
  const isFurtherDown =
    at < 0 && there !== undefined && (place.state === "all" || isReviewed === (place.state === "done"))
  const { more: loadMore, loadingMore, error: queueError } = queue
  useEffect(() => {
    if (isFurtherDown && !loadingMore && !queueError) void loadMore?.()
  }, [isFurtherDown, loadingMore, queueError, loadMore !== undefined])
  const show = (next: string | undefined) => {
    if (next === undefined) return
    tell(undefined)
    go({ caseId: next })
  }
  /**
   * Goes on after a case: in what is loaded of the list, in the part that follows, or again from its beginning. Returns
   * false if no case is left.
   */
  const toNextOpen = async (): Promise<boolean> => {
    const isNext = (line: CaseLine) => !line.reviewed && !skipped.has(line.caseId) && line.caseId !== caseId
    const ahead = queue.lines.slice(at + 1).find(isNext)
    const more = ahead || !queue.more ? [] : await queue.more()
    // The list says that its next part can't be loaded.
    if (!more) return true
    const next = ahead ?? more.find(isNext) ?? queue.lines.slice(0, Math.max(0, at)).find(isNext)
    if (next && shown.current === caseId) go({ caseId: next.caseId })
    return next !== undefined
  }
  const toNext = async () => {
    const following = queue.lines[at + 1] ?? (await queue.more?.())?.[0]
    if (shown.current === caseId) show(following?.caseId)
  }
  const put = async (id: string, request: ReviewRequest): Promise<Review | "changed" | undefined> => {
    setSaving(true)
    try {
      const stands = await link.call(SAVE, { path: { id }, body: request })
      keep(id, stands)
      return stands
    } catch (error) {
      const problem = problemOf(SAVE, error)
      if (problem && "review" in problem) {
        keep(id, problem.review)
        return "changed"
      }
      tell({ kind: "fault", error: error instanceof Error ? error : new CallFault("", String(error)) })
      // An erased case disappears from the page at once and says so in its place, and so does a sign-in that ended.
      if (faultCode(error) === "erased") void queries.resetQueries({ queryKey: [CASE, id] })
      if (faultCode(error) === "signed-out") void queries.invalidateQueries({ queryKey: STATUS })
      return undefined
    } finally {
      setSaving(false)
    }
  }
  const keep = (id: string, stands: Review) => {
    queries.setQueryData<CaseAnswer>([CASE, id], (data) => data && { ...data, review: stands })
    queue.change(id, { reviewed: stands.done, newer: false })
    // What the lead has read is current now, and what came in the meantime is beside it.
    if (queries.getQueryData<CaseAnswer>([CASE, id])?.line.newer)
      void queries.invalidateQueries({ queryKey: [CASE, id] })
  }
  const edit = (change: Partial<UnsavedReview>) => {
    if (!there || caseId === undefined) return
    tell(undefined)
    unsaved.set(caseId, { ...form, ...change })
  }

  const save = async (version: number) => {
    if (!review || caseId === undefined || saving) return
    const seen = there?.revisions.findLast(({ later }) => later)?.id
    const stands = await put(caseId, {
      version,
      done: true,
      reasons: form.reasons,
      note: form.note,
      ...(seen === undefined ? {} : { seen })
    })
    if (!stands || stands === "changed") return
    undos.current.push({ kind: "save", caseId, before: review, after: stands, mine: form })
    // Somebody who went on during the save stays where they are, and what was typed in the meantime still has to be
    // saved.
    const since = unsaved.of(caseId)
    const typed = since !== undefined && !isSame(since, form)
    unsaved.set(caseId, typed ? { ...since, version: stands.version } : undefined)
    tell({ kind: typed || shown.current !== caseId || (await toNextOpen()) ? "saved" : "end" })
  }
  const undo = async () => {
    const last = undos.current.at(-1)
    if (!last || saving) return tell({ kind: "nothing" })
    // The version is the one that was saved since, or the lead's own review would look like somebody else's.
    if (last.kind === "tick")
      unsaved.set(
        last.caseId,
        last.mine && { ...last.mine, version: unsaved.of(last.caseId)?.version ?? last.mine.version }
      )
    if (last.kind === "skip") setSkipped(new Set([...skipped].filter((one) => one !== last.caseId)))
    if (last.kind === "save") {
      const { before, after, mine: typed } = last
      const stands = await put(last.caseId, {
        version: after.version,
        done: before.done,
        reasons: before.reasons,
        note: before.note
      })
      if (stands === "changed") {
        undos.current.pop()
        return tell({ kind: "undo-changed" })
      }
      if (!stands) return
      unsaved.set(last.caseId, { ...typed, version: stands.version })
    }
    undos.current.pop()
    go({ caseId: last.caseId })
    tell({ kind: "undone" })
  }

  return {
    place,
    queue,
    caseId,
    line: there?.line ?? queue.lines[at],
    case: there,
    loading: asked.isPending && caseId !== undefined,
    error: asked.error,
    gone,
    again: () => void asked.refetch(),
    form,
    changed: mine !== undefined,
    theirs,
    saving,
    told,
    skipped,
    ready: unsaved.ready,
    show,
    sample: (next: Pick<Partial<QueuePosition>, "order" | "state">) => {
      tell(undefined)
      go({ ...next, caseId: undefined, ...(next.order === "random" ? { seed: newSeed() } : {}) })
    },
    next: queue.more || at < queue.lines.length - 1 ? () => void toNext() : undefined,
    previous: at > 0 ? () => show(queue.lines[at - 1]?.caseId) : undefined,
    tick(reason: Reason) {
      if (!there || caseId === undefined) return
      undos.current.push({ kind: "tick", caseId, mine })
      edit({ reasons: toggleReason(form.reasons, reason) })
    },
    write: (note: string) => edit({ note }),
    save: () => void (theirs ? undefined : save(review?.version ?? 0)),
    saveOverTheirs: () => void (theirs && save(theirs.version)),
    keepTheirs() {
      if (caseId === undefined) return
      undos.current = undos.current.filter((one) => one.kind !== "tick" || one.caseId !== caseId)
      unsaved.set(caseId, undefined)
    },
    skip() {
      if (caseId === undefined) return
      undos.current.push({ kind: "skip", caseId })
      setSkipped(new Set([...skipped, caseId]))
      void toNextOpen().then((isNext) => tell({ kind: isNext ? "skipped" : "end" }))
    },
    undo: () => void undo()
  }
}
export type ReviewContextValue = ReturnType<typeof useReview>

type Undo =
  | { kind: "tick"; caseId: string; mine: UnsavedReview | undefined }
  | { kind: "skip"; caseId: string }
  | { kind: "save"; caseId: string; before: Review; after: Review; mine: UnsavedReview }

const isSame = (mine: UnsavedReview, { reasons, note }: Pick<Review, "reasons" | "note">) =>
  mine.note === note && [...mine.reasons].sort().join() === [...reasons].sort().join()

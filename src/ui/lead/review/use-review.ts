import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState, type RefObject } from "react"
import type { CaseAnswer, CaseLine, Review, ReviewRequest, Verdict } from "../../../protocol/review.ts"
import type { Reason } from "../../../ticket/review-reasons.ts"
import type { Score, Scorecard } from "../../../protocol/scorecard.ts"
import { toggleReason } from "../../kit/reasons.tsx"
import { CallFault, faultCode, problemOf } from "../../kit/relay/call-fault.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { STATUS } from "../../kit/relay/use-relay-query.ts"
import { isFiltered, newSeed, useQueuePosition, type QueuePosition } from "./queue-position.ts"
import { CASE, isSameReview, useOpenCase, type OpenCase, type UnsavedReview } from "./use-open-case.ts"
import { nextScore } from "./criteria.tsx"
import { useScorecard } from "./use-scorecard.ts"
import { useQueue, type Queue } from "./use-queue.ts"

const SAVE = "PUT /v1/review/cases/:id"

export type ReviewMessage =
  | { kind: "saved" | "undone" | "skipped" | "end" | "nothing" | "undo-changed" }
  | { kind: "fault"; error: Error }

/** The review as its parts share it: the queue, the case, what is ticked, and everything that can be done. */
export function useReview() {
  const [place, go] = useQueuePosition()
  const queue = useQueue(place)
  const open = useOpenCase(place, go, queue)
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set())
  const [message, tell] = useState<ReviewMessage>()
  const { saving, put } = usePutReview(queue, tell)
  const undos = useRef<Undo[]>([])
  const caseInFront = useRef(open.caseId)
  caseInFront.current = open.caseId
  const isRandom = place.order === "random" && !isFiltered(place)
  const { current, ...scorecard } = useScorecard(open.form.scorecard)
  const [isEditingCard, setEditingCard] = useState(false)
  const desk: ReviewDesk = { queue, open, go, caseInFront, skipped, setSkipped, tell, saving, put, undos, isRandom }
  const actions = verdictActions(desk)
  return {
    place,
    queue,
    message,
    saving,
    skipped,
    caseId: open.caseId,
    case: open.answer,
    loading: open.loading,
    error: open.error,
    gone: open.isErased,
    again: open.again,
    form: open.form,
    isUndecided: isUndecided(open),
    theirs: open.theirs,
    line: open.answer?.line ?? queue.lines[open.at],
    changed: open.mine !== undefined,
    ready: open.unsaved.ready,
    ...scorecard,
    editedCard: isEditingCard ? current : undefined,
    editCard: () => setEditingCard(true),
    closeCard: () => setEditingCard(false),
    ...queueSteps(desk),
    ...actions,
    /** What the key of a criterion does, by its place in the scorecard. */
    scoreNext(at: number) {
      const criterion = scorecard.card?.criteria[at]
      if (scorecard.card && criterion)
        actions.score(scorecard.card, criterion.id, nextScore(open.form.scores[criterion.id]))
    },
    undo: () => void undo(desk)
  }
}
/** Whether there is a draft to judge: some replies were written without one. */
export const hasDraft = ({ line }: CaseAnswer): boolean => line.result !== "none"

/** A review of a draft says whether the lead would send it: one without a tick could mean either. */
const isUndecided = ({ answer, form }: OpenCase): boolean =>
  answer !== undefined && hasDraft(answer) && form.verdict === null

export type ReviewContextValue = ReturnType<typeof useReview>

/** What the steps and keys of the review work on. */
interface ReviewDesk {
  queue: Queue
  open: OpenCase
  go: (next: Partial<QueuePosition>) => void
  /** The case that is in front now, also while something is awaited. */
  caseInFront: RefObject<string | undefined>
  skipped: ReadonlySet<string>
  setSkipped: (skipped: ReadonlySet<string>) => void
  tell: (message: ReviewMessage | undefined) => void
  saving: boolean
  put: PutReview
  undos: RefObject<Undo[]>
  /** The case is the next of a random order of all cases. */
  isRandom: boolean
}

type Undo =
  | { kind: "tick"; caseId: string; mine: UnsavedReview | undefined }
  | { kind: "skip"; caseId: string }
  | { kind: "save"; caseId: string; before: Review; after: Review; mine: UnsavedReview }

/** Resolves to the review that stands, "changed" if another lead saved one since, or undefined if it failed. */
type PutReview = (caseId: string, request: ReviewRequest) => Promise<Review | "changed" | undefined>

function usePutReview(queue: Queue, tell: ReviewDesk["tell"]): { saving: boolean; put: PutReview } {
  const link = useRelayLink()
  const queries = useQueryClient()
  const [saving, setSaving] = useState(false)
  const keep = (id: string, stands: Review) => {
    queries.setQueryData<CaseAnswer>([CASE, id], (data) => data && { ...data, review: stands })
    queue.change(id, { reviewed: stands.done, newer: false })
    // What the lead has read is current now, and what came in the meantime is beside it.
    if (queries.getQueryData<CaseAnswer>([CASE, id])?.line.newer)
      void queries.invalidateQueries({ queryKey: [CASE, id] })
  }
  const put: PutReview = async (id, request) => {
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
  return { saving, put }
}

/** What goes through the queue. */
function queueSteps(desk: ReviewDesk) {
  const { queue, open, go, caseInFront, tell } = desk
  const { caseId, at } = open
  const show = (next: string | undefined) => {
    if (next === undefined) return
    tell(undefined)
    go({ caseId: next })
  }
  const toNext = async () => {
    const following = queue.lines[at + 1] ?? (await queue.more?.())?.[0]
    if (caseInFront.current === caseId) show(following?.caseId)
  }
  return {
    show,
    sample: (next: Pick<Partial<QueuePosition>, "order" | "state" | "filter" | "text">) => {
      tell(undefined)
      go({ ...next, caseId: undefined, ...(next.order === "random" ? { seed: newSeed() } : {}) })
    },
    next: queue.more || at < queue.lines.length - 1 ? () => void toNext() : undefined,
    previous: at > 0 ? () => show(queue.lines[at - 1]?.caseId) : undefined,
    skip() {
      if (caseId === undefined) return
      desk.undos.current.push({ kind: "skip", caseId })
      desk.setSkipped(new Set([...desk.skipped, caseId]))
      void toNextOpen(desk).then((isNext) => tell({ kind: isNext ? "skipped" : "end" }))
    }
  }
}

/**
 * Goes on after a case: in what is loaded of the list, in the part that follows, or again from its beginning. Resolves
 * to false if no case is left.
 */
async function toNextOpen({ queue, open: { caseId, at }, skipped, caseInFront, go }: ReviewDesk): Promise<boolean> {
  const isNext = (line: CaseLine) => !line.reviewed && !skipped.has(line.caseId) && line.caseId !== caseId
  const ahead = queue.lines.slice(at + 1).find(isNext)
  const more = ahead || !queue.more ? [] : await queue.more()
  // The list says that its next part can't be loaded.
  if (!more) return true
  const next = ahead ?? more.find(isNext) ?? queue.lines.slice(0, Math.max(0, at)).find(isNext)
  if (next && caseInFront.current === caseId) go({ caseId: next.caseId })
  return next !== undefined
}

/** What changes the lead's review of the case, and saves it. */
function verdictActions(desk: ReviewDesk) {
  const { open, tell, undos } = desk
  const { caseId, answer, form, mine, theirs, unsaved } = open
  const edit = (change: Partial<UnsavedReview>) => {
    if (!answer || caseId === undefined) return
    tell(undefined)
    unsaved.set(caseId, { ...form, ...change })
  }
  return {
    tick(reason: Reason) {
      if (!answer || caseId === undefined) return
      undos.current.push({ kind: "tick", caseId, mine })
      edit({ reasons: toggleReason(form.reasons, reason) })
    },
    judge(verdict: Verdict) {
      if (!answer || caseId === undefined || !hasDraft(answer)) return
      undos.current.push({ kind: "tick", caseId, mine })
      edit({ verdict })
    },
    /** A score of the same kind once more takes it away. */
    score({ version }: Scorecard, criterion: string, score: Score) {
      if (!answer || caseId === undefined) return
      undos.current.push({ kind: "tick", caseId, mine })
      const { [criterion]: before, ...others } = form.scores
      edit({ scorecard: version, scores: before === score ? others : { ...others, [criterion]: score } })
    },
    write: (part: { note: string } | { comment: string }) => edit(part),
    save: () => void (theirs || isUndecided(open) ? undefined : save(desk, answer?.review.version ?? 0)),
    saveOverTheirs: () => void (theirs && save(desk, theirs.version)),
    keepTheirs() {
      if (caseId === undefined) return
      undos.current = undos.current.filter((one) => one.kind !== "tick" || one.caseId !== caseId)
      unsaved.set(caseId, undefined)
    }
  }
}

async function save(desk: ReviewDesk, version: number): Promise<void> {
  const { open, saving, put, undos, caseInFront, tell } = desk
  const { caseId, answer, form, unsaved } = open
  if (!answer || caseId === undefined || saving) return
  const newestSeen = answer.revisions.findLast(({ later }) => later)?.id
  const { verdict, reasons, note, comment } = form
  const stands = await put(caseId, {
    version,
    done: true,
    verdict,
    reasons,
    note,
    comment,
    ...scoredOf(form),
    isRandom: desk.isRandom,
    ...(newestSeen === undefined ? {} : { seen: newestSeen })
  })
  if (!stands || stands === "changed") return
  undos.current.push({ kind: "save", caseId, before: answer.review, after: stands, mine: form })
  // Somebody who went on during the save stays where they are, and what was typed in the meantime still has to be
  // saved.
  const since = unsaved.of(caseId)
  const isTyped = since !== undefined && !isSameReview(since, form)
  unsaved.set(caseId, isTyped ? { ...since, version: stands.version } : undefined)
  tell({ kind: isTyped || caseInFront.current !== caseId || (await toNextOpen(desk)) ? "saved" : "end" })
}

/** The scores as they are saved. A case that was never scored says nothing of them. */
const scoredOf = ({ scorecard, scores }: Pick<UnsavedReview, "scorecard" | "scores">) =>
  scorecard === null ? {} : { scorecard, scores }

async function undo(desk: ReviewDesk): Promise<void> {
  const { undos, saving, skipped, setSkipped, go, tell } = desk
  const { unsaved } = desk.open
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
    const { before, after, mine } = last
    const { done, verdict, reasons, note, comment } = before
    const stands = await desk.put(last.caseId, {
      ...{ version: after.version, done, verdict, reasons, note, comment },
      ...scoredOf({ ...before, scorecard: before.scorecard ?? after.scorecard })
    })
    if (stands === "changed") {
      undos.current.pop()
      return tell({ kind: "undo-changed" })
    }
    if (!stands) return
    unsaved.set(last.caseId, { ...mine, version: stands.version })
  }
  undos.current.pop()
  go({ caseId: last.caseId })
  tell({ kind: "undone" })
}

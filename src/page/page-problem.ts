import {
  CopyOnly,
  LoggedOut,
  NoEditor,
  NotPublic,
  PageChanged,
  TokenWanted,
  Unreadable
} from "../helpdesks/contract/adapter.ts"
import type { PageProblem } from "../protocol/page.ts"

type Problem = Omit<PageProblem, "ok">

/** A refusal of the page, already in the terms of the wire. */
export class PageRefusal extends Error {
  override name = "Refused"
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`refused: ${problem.code}`)
    this.problem = problem
  }
}

/**
 * Returns any failure in the terms of the wire. An unexpected one is reported as a page that can't be read, and never
 * as a success.
 */
export function pageProblemOf(error: unknown): PageProblem {
  return { ok: false, ...wordsOf(error) }
}

function wordsOf(error: unknown): Problem {
  if (error instanceof PageRefusal) return error.problem
  if (error instanceof PageChanged) return { code: "page-changed", part: error.part }
  if (error instanceof LoggedOut) return { code: "logged-out" }
  if (error instanceof CopyOnly) return { code: "copy-only" }
  if (error instanceof NotPublic) return { code: "not-public" }
  if (error instanceof NoEditor) return { code: "no-editor" }
  if (error instanceof TokenWanted) return { code: "token-wanted", part: error.part }
  if (error instanceof Unreadable && error.part === "several") return { code: "several" }
  if (error instanceof Unreadable) return { code: "unreadable", part: error.part }
  // The name is compared, because a DOMException may be of another realm.
  if (typeof error === "object" && error !== null && "name" in error && error.name === "TimeoutError")
    return { code: "timeout" }
  return { code: "unreadable", part: "network" }
}

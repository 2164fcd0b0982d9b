import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import type { Knowledge } from "../knowledge.ts"
import { inLanes } from "../lanes.ts"
import type { Asked } from "../tasks/retrieve.ts"
import { passOver, type How, type Pass, type Row } from "./row.ts"

/** A question with the pages that answer it. Any of them counts as right. */
export interface Question {
  asked: Asked
  gold: string[]
}

export const AT = [1, 5, 10] as const

export interface Recall {
  /** R@1, R@5 and R@10 are the shares of the questions with a right page among the first k. */
  all: number[]
  /**
   * These are the same figures for each page's questions, averaged over the pages, so that no frequently asked page
   * dominates them.
   */
  pages: number[]
  pass: Pass
}

/** Returns a search that remembers its results. If masking changes nothing, the second search isn't needed. */
export function searcher(
  { retriever, person }: Knowledge,
  { signal }: How
): (ticket: MaskedTicket) => Promise<string[]> {
  const known = new Map<string, Promise<string[]>>()
  return (ticket) => {
    const key = JSON.stringify([ticket.subject, ticket.messages.map(({ text }) => text)])
    const before = known.get(key)
    if (before) return before
    // A near copy of a page is the same result.
    const ids = retriever
      .find(ticket, person, signal, Math.max(...AT))
      .then(({ sources }) => sources.flatMap(({ id, also = [] }) => [id, ...also.map((one) => one.id)]))
    known.set(key, ids)
    return ids
  }
}

export async function recallOf(
  questions: readonly Question[],
  ticketOf: (asked: Asked) => MaskedTicket,
  search: (ticket: MaskedTicket) => Promise<string[]>
): Promise<Recall> {
  const { result: places, pass } = await passOver(questions.length, () =>
    inLanes(questions, async ({ asked, gold }) => {
      const ids = await search(ticketOf(asked))
      return { page: gold[0] ?? "", place: ids.findIndex((id) => gold.includes(id)) }
    })
  )
  const within = (some: typeof places, k: number) =>
    shareWithin(
      some.map(({ place }) => place),
      k
    )
  const byPage = [...Map.groupBy(places, ({ page }) => page).values()]
  return {
    all: AT.map((k) => within(places, k)),
    pages: AT.map((k) => byPage.reduce((sum, own) => sum + within(own, k), 0) / byPage.length),
    pass
  }
}

/** Returns the share of places among the first k. -1 is no place. @param places 0 is first */
export function shareWithin(places: readonly number[], k: number): number {
  return places.filter((place) => place >= 0 && place < k).length / places.length
}

/** Returns the rows for recall. @param bm25 the figures of plain BM25, if they are known */
export function recallRows(set: string, about: string, { all, pages, pass }: Recall, bm25?: readonly string[]): Row[] {
  return [
    ...AT.map(
      (k, i): Row => ({
        set,
        metric: `${about}: R@${k}`,
        figure: all[i] ?? 0,
        ...(bm25 && { baseline: `${bm25[i]}: BM25` }),
        ...pass
      })
    ),
    ...AT.map(
      (k, i): Row => ({
        set,
        metric: `${about}, mean over pages: R@${k}`,
        figure: pages[i] ?? 0,
        detail: true,
        ...pass
      })
    )
  ]
}

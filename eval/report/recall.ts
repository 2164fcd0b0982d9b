import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import type { Knowledge } from "../knowledge.ts"
import { inLanes } from "../lanes.ts"
import type { Asked } from "../tasks/retrieve.ts"
import { passOver, type How, type Pass, type Row } from "./row.ts"

/** A question with the pages that answer it, any one of which is right. */
export interface Question {
  asked: Asked
  gold: string[]
}

export const AT = [1, 5, 10] as const

export interface Recall {
  /** R@1, R@5, R@10: share of the questions with a right page among the first k. */
  all: number[]
  /** The same for each page's questions, meaned over the pages: no page that is asked for often owns the figure. */
  pages: number[]
  pass: Pass
}

/** What masking leaves as it is needs no second search. */
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

/** Share of what stands among the first k; -1 stands nowhere. @param places 0 is first */
export function shareWithin(places: readonly number[], k: number): number {
  return places.filter((place) => place >= 0 && place < k).length / places.length
}

/** @param bm25 what plain BM25 reaches, where it is known */
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

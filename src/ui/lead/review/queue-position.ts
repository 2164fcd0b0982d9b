import { useState } from "react"
import { caseFilter, queueOrder, type CaseFilter, type QueueOrder } from "../../../protocol/review.ts"

/** Where a lead is in the queue. It is kept in the page's address, with ids only, so that a reload returns to it. */
export interface QueuePosition {
  order: QueueOrder
  /** Keeps a random order the same after a reload. */
  seed: string
  state: "open" | "done" | "all"
  caseId: string | undefined
  /** The cases of a figure, which a link on the figures page names. Empty: all. */
  filter: CaseFilter
  /** Words that are searched for. They may be a customer's, so they aren't in the address. */
  text: string
}

export function useQueuePosition(): [QueuePosition, (next: Partial<QueuePosition>) => void] {
  const [place, setPlace] = useState(() => read(location.hash))
  return [
    place,
    (next) =>
      setPlace((now) => {
        const there = { ...now, ...next }
        history.replaceState(null, "", `#${written(there)}`)
        return there
      })
  ]
}

export const newSeed = () => crypto.randomUUID().slice(0, 8)

function read(hash: string): QueuePosition {
  const given = new URLSearchParams(hash.slice(1))
  const order = queueOrder.safeParse(given.get("order"))
  const state = given.get("state")
  return {
    order: order.success ? order.data : "newest",
    seed: given.get("seed") ?? newSeed(),
    state: state === "done" || state === "all" ? state : "open",
    caseId: given.get("case") ?? undefined,
    filter: caseFilter.safeParse(Object.fromEntries(given)).data ?? {},
    text: ""
  }
}

export const isFiltered = ({ filter, text }: QueuePosition): boolean => text !== "" || Object.keys(filter).length > 0

function written({ order, seed, state, caseId, filter }: QueuePosition): string {
  return new URLSearchParams({
    order,
    state,
    ...(order === "random" ? { seed } : {}),
    ...(caseId === undefined ? {} : { case: caseId }),
    ...Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]))
  }).toString()
}

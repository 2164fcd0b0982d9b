import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useLeadLink } from "../use-lead-link.ts"

/** The imported solved tickets of one kind, a few at a time, and what was said about them since the page was opened. */
export function useSolvedTickets(linked: boolean) {
  const link = useLeadLink()
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map())
  const tickets = useInfiniteQuery({
    queryKey: ["lead-solved", linked],
    queryFn: ({ pageParam: after }) =>
      link.ask({
        kind: "lead-solved",
        query: { linked: linked ? "true" : "false", limit: AT_ONCE, ...(after !== null && { after }) }
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Each ticket takes one search.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false
  })
  return {
    tickets,
    /** Says whether a page counts as the one that answered, if that was changed here. */
    saidOf: (ticket: string, page: string) => said.get(`${ticket}\n${page}`),
    /** @throws LeadFault */
    async say(ticket: string, page: string, confirmed: boolean): Promise<void> {
      await link.ask({ kind: "lead-confirm-page", request: { ticket, document: page, confirmed } })
      setSaid((before) => new Map(before).set(`${ticket}\n${page}`, confirmed))
    }
  }
}
export type SolvedTickets = ReturnType<typeof useSolvedTickets>

const AT_ONCE = 5

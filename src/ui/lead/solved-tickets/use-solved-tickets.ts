import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"

/** The imported solved tickets of one kind, a few at a time, and what was said about them since the page was opened. */
export function useSolvedTickets(linked: boolean) {
  const link = useRelayLink()
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map())
  const tickets = useInfiniteQuery({
    queryKey: ["GET /v1/knowledge/past-tickets", linked],
    queryFn: ({ pageParam: after }) =>
      link.call("GET /v1/knowledge/past-tickets", {
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
    /** @throws CallFault */
    async say(ticket: string, page: string, confirmed: boolean): Promise<void> {
      await link.call("POST /v1/knowledge/past-tickets/confirm", { body: { ticket, document: page, confirmed } })
      setSaid((before) => new Map(before).set(`${ticket}\n${page}`, confirmed))
    }
  }
}
export type SolvedTickets = ReturnType<typeof useSolvedTickets>

const AT_ONCE = 5

import { useInfiniteQuery, useQueryClient, type InfiniteData } from "@tanstack/react-query"
import type { CaseLine, QueueAnswer } from "../../../protocol/review.ts"
import type { QueuePosition } from "./queue-position.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"

/**
 * The queue as it was when it was requested. It doesn't change under the lead's eyes; what was reviewed in the meantime
 * is marked in it.
 */
export function useQueue({ order, seed, state, filter, text }: QueuePosition) {
  const link = useRelayLink()
  const queries = useQueryClient()
  const queryKey = ["GET /v1/review/queue", order, order === "random" ? seed : "", state, filter, text]
  const asked = useInfiniteQuery({
    queryKey,
    initialPageParam: "",
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: ({ pageParam }) =>
      link.call("GET /v1/review/queue", {
        query: {
          ...filter,
          order,
          state,
          limit: PAGE,
          ...(text === "" ? {} : { text }),
          ...(order === "random" ? { seed } : {}),
          ...(pageParam === "" ? {} : { after: pageParam })
        }
      }),
    getNextPageParam: ({ next }) => next ?? undefined
  })
  const pages = asked.data?.pages ?? []
  return {
    lines: pages.flatMap(({ cases }) => cases),
    counts: pages[0]?.counts,
    loading: asked.isPending,
    error: asked.error,
    again: () => void asked.refetch(),
    /** Loads the next cases of the list, and returns them, or undefined if they can't be loaded. */
    more: asked.hasNextPage
      ? async (): Promise<CaseLine[] | undefined> => {
          const { data, isError } = await asked.fetchNextPage({ cancelRefetch: false })
          return isError ? undefined : data?.pages.slice(pages.length).flatMap(({ cases }) => cases)
        }
      : undefined,
    loadingMore: asked.isFetchingNextPage,
    /** What became of a case: reviewed, open again, or erased. */
    change(caseId: string, change: Partial<CaseLine>) {
      queries.setQueryData<InfiniteData<QueueAnswer, string>>(
        queryKey,
        (data) => data && { ...data, pages: changed(data.pages, caseId, change) }
      )
    }
  }
}

export type Queue = ReturnType<typeof useQueue>

const PAGE = 50

function changed(pages: QueueAnswer[], caseId: string, change: Partial<CaseLine>): QueueAnswer[] {
  const { reviewed } = change
  const turned =
    reviewed !== undefined &&
    pages.some(({ cases }) => cases.some((line) => line.caseId === caseId && line.reviewed !== reviewed))
  const by = turned ? (reviewed ? 1 : -1) : 0
  return pages.map(({ cases, counts, ...page }) => ({
    ...page,
    counts: { open: counts.open - by, done: counts.done + by },
    cases: cases.map((line) => (line.caseId === caseId ? { ...line, ...change } : line))
  }))
}

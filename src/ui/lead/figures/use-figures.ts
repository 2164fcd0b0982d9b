import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query"
import type { FiguresQuery } from "../../../protocol/review.ts"
import type { PipelineSwitch } from "./figure-findings.ts"
import { isKnownShare } from "./group-names.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"

/** Returns the figures of a query. While others are loaded, the former ones stay. */
export function useFigures(query: FiguresQuery) {
  return useQuery({ ...useAsk()(query), placeholderData: keepPreviousData })
}

function useAsk() {
  const link = useRelayLink()
  return (query: FiguresQuery) => ({
    queryKey: ["GET /v1/review/figures", query],
    queryFn: () => link.call("GET /v1/review/figures", { query }),
    staleTime: 60_000
  })
}

/**
 * Whether one pipeline replaced another in these weeks: of the two with the most replies, one ended before the other
 * began.
 */
export function usePipelineSwitch(query: FiguresQuery, enabled: boolean): PipelineSwitch | undefined {
  const ask = useAsk()
  const { data } = useQuery({ ...ask({ ...query, by: "pipeline" }), enabled })
  const most = (enabled ? (data?.groups ?? []) : [])
    .flatMap(({ key, figure: { accepted } }) => (key !== null && isKnownShare(accepted) ? [{ key, accepted }] : []))
    .toSorted((a, b) => b.accepted.of - a.accepted.of)
    .slice(0, 2)
  const weeks = useQueries({
    queries: most.length < 2 ? [] : most.map(({ key }) => ask({ ...query, by: "week", pipeline: key }))
  })
  const spans = most.map((one, index) => {
    const used = (weeks[index]?.data?.groups ?? []).flatMap(({ key, figure: { eligible } }) =>
      key !== null && eligible > 0 ? [key] : []
    )
    return { ...one, firstWeek: used[0], lastWeek: used.at(-1) }
  })
  const [before, after] = spans.toSorted((a, b) => (a.firstWeek ?? "").localeCompare(b.firstWeek ?? ""))
  if (
    !before?.lastWeek ||
    !after?.firstWeek ||
    before.firstWeek === after.firstWeek ||
    before.lastWeek > after.firstWeek
  )
    return undefined
  return { before, after: { ...after, firstWeek: after.firstWeek } }
}

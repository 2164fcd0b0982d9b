import { useQuery, useQueryClient, useMutation } from "@tanstack/react-query"
import { useEffect } from "react"
import type { PageRoute } from "../../../protocol/routes/calls/page-call.ts"
import type { AnswerOf, CallParts } from "../../../protocol/routes/calls/route-types.ts"
import { faultCode } from "./call-fault.ts"
import { useRelayLink } from "./use-relay-link.ts"

/** The query of who is signed in. */
export const STATUS = ["page-status"]

/** Returns who is signed in, as the page's frame asks it. */
export function useStatus() {
  const link = useRelayLink()
  return useQuery({ queryKey: STATUS, queryFn: () => link.status() })
}

/**
 * Returns the relay's answer. It is requested again when the window comes to the front, and every `everyMs`
 * milliseconds as long as that is set.
 */
export function useRelayQuery<R extends PageRoute>(
  route: R,
  parts: CallParts<R>,
  everyMs?: (value: AnswerOf<R>) => number | false
) {
  const link = useRelayLink()
  const asked = useQuery<AnswerOf<R>>({
    queryKey: keyOf(route, parts),
    queryFn: () => link.call(route, parts),
    refetchOnWindowFocus: "always",
    refetchInterval: ({ state: { data } }) => (data === undefined ? false : (everyMs?.(data) ?? false))
  })
  useSignedOutPage(asked.error)
  return asked
}

export const keyOf = <R extends PageRoute>(route: R, parts: CallParts<R>) => [route, parts]

/** A sign-in that the relay has ended closes the page. */
export function useSignedOutPage(error: Error | null): void {
  const queries = useQueryClient()
  const hasEnded = ENDED.has(faultCode(error))
  useEffect(() => {
    if (hasEnded) void queries.invalidateQueries({ queryKey: STATUS })
  }, [hasEnded, queries])
}

const ENDED = new Set(["signed-out", "no-admin", "no-lead", "no-agent"])

/**
 * Calls a route that changes something. Whatever comes of it, the list is asked for again.
 * @param list the route that the list is read by
 */
export function useRelayCommand<R extends PageRoute>(
  list: PageRoute,
  route: R,
  done: (value: AnswerOf<R>, parts: CallParts<R>) => void
) {
  const link = useRelayLink()
  const queries = useQueryClient()
  const command = useMutation({
    mutationFn: (parts: CallParts<R>) => link.call(route, parts),
    onSuccess: done,
    onSettled: () => queries.invalidateQueries({ queryKey: [list] })
  })
  useSignedOutPage(command.error)
  return command
}

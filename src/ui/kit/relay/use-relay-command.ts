import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { PageRoute } from "../../../protocol/routes/calls/page-call.ts"
import type { AnswerOf, CallParts } from "../../../protocol/routes/calls/route-types.ts"
import { useRelayLink } from "./use-relay-link.ts"
import { useSignedOutPage } from "./use-relay-query.ts"

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

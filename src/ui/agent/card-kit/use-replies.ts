import { useQuery } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import type { RepliesAnswer } from "../../../protocol/search.ts"
import { t } from "../../messages/t.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { takeAnswer, failureText } from "./command-answers.ts"

/**
 * Solved tickets that resemble this one and the team's macros for its thread. One request serves both cards. It is sent
 * when the first is opened, and again when somebody has written. What was found stays while a request fails.
 */
export function useReplies(): { answer: RepliesAnswer | undefined; status: string | undefined } {
  const { ticket, link, state } = usePanelContext()
  const newest = ticket.messages.at(-1)?.id
  const { data, error, refetch } = useQuery({
    queryKey: ["replies", ticket.key, newest],
    enabled: newest !== undefined,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: async () =>
      takeAnswer(await link.send({ kind: "panel-replies", key: ticket.key }), ({ replies }) => replies)
  })
  const last = useRef<{ key: string; answer: RepliesAnswer }>(undefined)
  if (data) last.current = { key: ticket.key, answer: data }
  const isOnline = state.relay.state === "online"
  // Once the relay is back, what failed because it was away is requested again.
  const failed = error !== null
  const before = useRef(isOnline)
  useEffect(() => {
    if (isOnline && !before.current && failed) void refetch()
    before.current = isOnline
  }, [isOnline, failed, refetch])
  const answer = data ?? (last.current?.key === ticket.key ? last.current.answer : undefined)
  return {
    answer,
    status: error
      ? failureText(error)
      : answer
        ? undefined
        : newest === undefined
          ? t("replies.waits")
          : t("replies.loading")
  }
}

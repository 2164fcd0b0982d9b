import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query"
import type { CommandAnswer } from "../../../protocol/panel.ts"
import type { UpstreamRequest, Inspection } from "../../../protocol/request-inspector.ts"
import { isWriting } from "../state/disabled-reasons.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { toBarMessage } from "../state/bar-message.ts"

/** What has left of the ticket in front; asked again at each change of its draft. */
export function useInspection(): { saw: Inspection | undefined; failed: string | undefined } {
  const { draft, ticket, link, state } = usePanelContext()
  const { data, error } = useQuery({
    queryKey: ["saw", ticket.key, draft?.id, draft?.state, state.kept.outcomes, ticket.language],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const answer = await link.send({ kind: "panel-saw", key: ticket.key })
      if (answer.ok && answer.saw) return answer.saw
      throw noAnswer(answer)
    }
  })
  return { saw: data, failed: error?.message }
}

/** What became of a draft's request at the relay. `answer` without `said`: the relay is out of reach. */
export interface UpstreamState {
  answer?: { said: UpstreamRequest | undefined } | undefined
  failed?: string | undefined
}

/** Asked for the drafts whose request is open, in their order. */
export function useUpstreamRequests(draftIds: string[]): UpstreamState[] {
  const { draft, ticket, link } = usePanelContext()
  return useQueries({
    queries: draftIds.map((draftId) => ({
      // Asked anew when it ends, and not when another takes its place: what is said of it would go and come, and move
      // all below.
      queryKey: ["passed-on", ticket.key, draftId, draftId === draft?.id && isWriting(draft)],
      queryFn: async () => {
        const answer = await link.send({ kind: "panel-passed-on", key: ticket.key, draftId })
        if (answer.ok) return { said: answer.passedOn }
        throw noAnswer(answer)
      }
    })),
    combine: passedOf
  })
}

const passedOf = (answers: { data: UpstreamState["answer"]; error: Error | null }[]): UpstreamState[] =>
  answers.map(({ data, error }) => ({ answer: data, failed: error?.message }))

/** `team`: for the team as well. */
export type OverrideMasking = (word: string, as: "name" | "plain" | "nothing", team?: boolean) => Promise<boolean>

/** Tells what the agent says of a word, and has the draft made again; without a relay that waits for the next one. */
export function useMaskingOverride(): OverrideMasking {
  const { ticket, link, disabledReasons, showNotice } = usePanelContext()
  const queries = useQueryClient()
  return async (word, as, team = false) => {
    const answer = await link.send({
      kind: "panel-mend",
      key: ticket.key,
      word,
      as,
      again: disabledReasons.regenerate === undefined,
      ...(team ? { team } : {})
    })
    if (!answer.ok) showNotice(answer)
    else if (disabledReasons.regenerate) showNotice({ code: "mended" })
    await queries.invalidateQueries({ queryKey: ["saw", ticket.key] })
    return answer.ok
  }
}

const noAnswer = (answer: CommandAnswer) => new Error(toBarMessage(answer.ok ? { code: "no-answer" } : answer, {}).what)

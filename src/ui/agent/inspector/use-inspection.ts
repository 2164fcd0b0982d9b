import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query"
import type { CommandAnswer } from "../../../protocol/panel.ts"
import type { UpstreamRequest, Inspection } from "../../../protocol/request-inspector.ts"
import { isWriting } from "../state/disabled-reasons.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { toBarMessage } from "../state/bar-message.ts"

/** Returns what has left the browser of the open ticket. It is asked for again whenever the draft changes. */
export function useInspection(): { saw: Inspection | undefined; failed: string | undefined } {
  const { draft, ticket, link, state } = usePanelContext()
  const { data, error } = useQuery({
    queryKey: ["saw", ticket.key, draft?.id, draft?.state, state.kept.outcomes, ticket.language],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const answer = await link.send({ kind: "panel-inspect", key: ticket.key })
      if (answer.ok && answer.saw) return answer.saw
      throw noAnswer(answer)
    }
  })
  return { saw: data, failed: error?.message }
}

/** What became of a draft's request at the relay. An `answer` without `said` means that the relay can't be reached. */
export interface UpstreamState {
  answer?: { said: UpstreamRequest | undefined } | undefined
  failed?: string | undefined
}

/** Asks for the upstream requests of these drafts and returns them in the same order. */
export function useUpstreamRequests(draftIds: string[]): UpstreamState[] {
  const { draft, ticket, link } = usePanelContext()
  return useQueries({
    queries: draftIds.map((draftId) => ({
      // The query runs again when the draft ends, but not when another draft replaces it. Otherwise the text would
      // disappear and come back, and move everything below it.
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

/** `team` overrides the word for the team as well. */
export type OverrideMasking = (word: string, as: "name" | "plain" | "nothing", team?: boolean) => Promise<boolean>

/**
 * Stores a masking override and has the draft made again. Without a relay, the override takes effect with the next
 * draft.
 */
export function useMaskingOverride(): OverrideMasking {
  const { ticket, link, disabledReasons, showNotice } = usePanelContext()
  const queries = useQueryClient()
  return async (word, as, team = false) => {
    const answer = await link.send({
      kind: "panel-override",
      key: ticket.key,
      word,
      as,
      again: disabledReasons.regenerate === undefined,
      ...(team ? { team } : {})
    })
    if (!answer.ok) showNotice(answer)
    else if (disabledReasons.regenerate) showNotice({ code: "override-saved" })
    await queries.invalidateQueries({ queryKey: ["saw", ticket.key] })
    return answer.ok
  }
}

const noAnswer = (answer: CommandAnswer) => new Error(toBarMessage(answer.ok ? { code: "no-answer" } : answer, {}).what)

import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useDeferredValue, useMemo } from "react"
import { usePanelContext } from "../state/use-panel.ts"
import { comparedSentences, type ComparedSentence } from "./compared-sentences.ts"

/** The sentences of the letter as it is now beside those of its sources. Undefined until they are compared. */
export function useEvidence(): { all: ComparedSentence[] | undefined; isFailed: boolean } {
  const { draft, draftText, ticket, link } = usePanelContext()
  const { letter } = draftText
  const text = useDeferredValue(letter.text)
  const draftId = draft?.id ?? ""
  const { data, isError } = useQuery({
    queryKey: ["evidence", ticket.key, draftId, text],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const answer = await link.send({ kind: "panel-evidence", key: ticket.key, draftId, text })
      if (answer.ok && answer.evidence) return { text, pairs: answer.evidence }
      throw new Error("The letter could not be compared.")
    }
  })
  const all = useMemo(
    () => (data && data.text === letter.text ? comparedSentences(letter, data.pairs) : undefined),
    [data, letter]
  )
  return { all, isFailed: isError }
}

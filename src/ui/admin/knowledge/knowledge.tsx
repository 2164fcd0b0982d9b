import { useEffect, useRef } from "react"
import type { KnowledgeAnswer, KnowledgeSource } from "../../../protocol/knowledge.ts"
import { t } from "../../messages/t.ts"
import { EntryList, useEntryList } from "../frame/entry-list.tsx"
import { NewSource } from "./new-source.tsx"
import { SourceRow } from "./source-row.tsx"
import { Upload } from "./upload.tsx"
import { stateWords } from "./source-text.ts"
import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"

/** Where the team's knowledge comes from: each source with its state, new sources, and files. */
export function KnowledgeSources() {
  const asked = useRelayQuery("GET /v1/admin/knowledge", {}, ({ sources }) =>
    sources.some(isMoving) ? OFTEN_MS : false
  )
  const list = useEntryList("knowledge")
  const { data } = asked
  useOver(data, list.say)
  return (
    <EntryList
      of="imports"
      className="knowledge"
      list={list}
      asked={asked}
      rows={({ sources }) => sources.map((source) => <SourceRow key={source.collection} source={source} list={list} />)}
    >
      {data ? <NewSource tell={list.say} /> : null}
      {data ? <Upload known={data.sources} tell={list.say} /> : null}
    </EntryList>
  )
}

/** How many milliseconds pass between two requests during an import. */
const OFTEN_MS = 1500
const isMoving = ({ last, waiting }: KnowledgeSource) => waiting || last?.state === "running"

/** Announces the result of an import that ended while the page was open. */
function useOver(data: KnowledgeAnswer | undefined, say: (words: string) => void) {
  const before = useRef(new Set<string>())
  useEffect(() => {
    if (!data) return
    const over = data.sources.filter((source) => before.current.has(source.collection) && !isMoving(source))
    before.current = new Set(data.sources.filter(isMoving).map(({ collection }) => collection))
    const [first] = over
    if (first) say(t("imports.over", { name: first.label, state: stateWords(first, Date.now()) }))
  }, [data, say])
}

import { useEffect, useRef, useState } from "react"
import type { KnowledgeAnswer, KnowledgeSource } from "../../../protocol/knowledge.ts"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { NewSource } from "./new-source.tsx"
import { HEADING } from "./remove-source.tsx"
import { SourceRow } from "./source-row.tsx"
import { Upload } from "./upload.tsx"
import { stateWords } from "./source-text.ts"
import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"

/** Where the team's knowledge comes from: each source with its state, new sources, and files. */
export function KnowledgeSources() {
  const { data, error, refetch } = useRelayQuery("GET /v1/admin/knowledge", {}, ({ sources }) =>
    sources.some(isMoving) ? OFTEN_MS : false
  )
  const [said, setSaid] = useState("")
  useOver(data, setSaid)
  return (
    <section className="box knowledge" aria-labelledby={HEADING}>
      <h2 id={HEADING} tabIndex={-1}>
        {t("imports")}
      </h2>
      <p className="lead">{t("imports.lead")}</p>
      {error ? (
        <ErrorMessage error={error} again={() => void refetch()} />
      ) : data ? null : (
        <p role="status" className="quiet">
          {t("admin.loading")}
        </p>
      )}
      {data?.sources.length === 0 ? <p className="few">{t("imports.none")}</p> : null}
      <ul className="entries" aria-label={t("imports.sources")}>
        {(data?.sources ?? []).map((source) => (
          <SourceRow key={source.collection} source={source} tell={setSaid} />
        ))}
      </ul>
      <p role="status" className="small quiet">
        {said}
      </p>
      {data ? <NewSource tell={setSaid} /> : null}
      {data ? <Upload known={data.sources} tell={setSaid} /> : null}
    </section>
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

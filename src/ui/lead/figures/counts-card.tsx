import { useQuery } from "@tanstack/react-query"
import type { PageRoute } from "../../../protocol/routes/calls/page-call.ts"
import type { AnswerOf, CallParts } from "../../../protocol/routes/calls/route-types.ts"
import { FiguresTable, type Table } from "../../kit/figures-table.tsx"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"

/** Asks the relay for counts that no filter of the page changes. Returns undefined until they are there. */
export function useCounts<R extends PageRoute>(route: R, parts: CallParts<R>): AnswerOf<R> | undefined {
  const link = useRelayLink()
  return useQuery<AnswerOf<R>>({ queryKey: [route], queryFn: () => link.call(route, parts), staleTime: 60_000 }).data
}

/** A table of counts below a sentence. Without rows, only the sentence is shown. */
export function CountsCard({ id, title, lead, head, rows }: Table & { id: string; title: string; lead: string }) {
  return (
    <section className="box full" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="lead">{lead}</p>
      {rows.length > 0 ? <FiguresTable label={title} table={{ head, rows }} /> : null}
    </section>
  )
}

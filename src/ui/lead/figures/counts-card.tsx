import { useQuery } from "@tanstack/react-query"
import type { LeadCommand, LeadKind, LeadValues } from "../../../protocol/lead.ts"
import { useLeadLink } from "../use-lead-link.ts"
import { FiguresTable, type Table } from "./chart-card.tsx"

/** Asks the relay for counts that no filter of the page changes. Returns undefined until they are there. */
export function useCounts<K extends LeadKind>(command: Extract<LeadCommand, { kind: K }>): LeadValues[K] | undefined {
  const link = useLeadLink()
  return useQuery({ queryKey: [command.kind], queryFn: () => link.ask(command), staleTime: 60_000 }).data
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

import { useState } from "react"
import type { ReportDone, ReportFinding, SettleRequest } from "../../../protocol/knowledge-report.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"

export type Settled = NonNullable<ReportFinding["settled"]>

/** What was settled or reopened here since the report was made. A finding keeps its place and shows its state. */
export function useSettling(report: ReportDone | undefined) {
  const link = useRelayLink()
  const [since, setSince] = useState<{ of: string; changes: ReadonlyMap<string, Settled | null> }>({
    of: "",
    changes: new Map()
  })
  const [notes, setNotes] = useState<ReadonlyMap<string, string>>(new Map())
  const changes = since.of === report?.at ? since.changes : NONE
  const isSettled = (finding: ReportFinding) => settledOf(finding) !== undefined
  const settledOf = ({ id, settled }: ReportFinding): Settled | undefined => {
    const changed = changes.get(id)
    return changed === undefined ? settled : (changed ?? undefined)
  }
  const opened = report?.settledFindings?.filter((finding) => !isSettled(finding)) ?? []
  const closed = report?.findings.filter(isSettled) ?? []
  const shift = (kind: string) =>
    opened.filter((one) => one.kind === kind).length - closed.filter((one) => one.kind === kind).length
  return {
    /** What is being written on a finding. It is there again when another kind was looked at meanwhile. */
    noteOf: (id: string) => notes.get(id) ?? "",
    writeNote: (id: string, note: string) => setNotes((before) => new Map(before).set(id, note)),
    settledOf,
    opened,
    closed,
    /** How many findings of a kind are open. */
    countOf: (kind: string) => (report?.counts[kind] ?? 0) + shift(kind),
    settledCount: (report?.settled ?? 0) - opened.length + closed.length,
    /** @throws CallFault */
    async settle(id: string, settling: SettleRequest): Promise<void> {
      const { settled, at, by, note } = await link.call("PUT /v1/knowledge/findings/:id", {
        path: { id },
        body: settling
      })
      setSince((before) => ({
        of: report?.at ?? "",
        changes: new Map(before.of === report?.at ? before.changes : NONE).set(
          id,
          settled && at !== null ? { at, by, note } : null
        )
      }))
    }
  }
}
export type Settling = ReturnType<typeof useSettling>

const NONE: ReadonlyMap<string, Settled | null> = new Map()

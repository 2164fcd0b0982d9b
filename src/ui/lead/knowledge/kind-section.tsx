import { useId, useState } from "react"
import type { ReportFinding } from "../../../protocol/knowledge-report.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { FindingRow } from "./finding-row.tsx"
import { headingOf, kindLead } from "./kind-words.ts"
import type { Settling } from "./use-settling.ts"

/**
 * All findings of a kind, a few at a time. `all` is their number, because the relay may have sent only the first ones.
 */
export function KindSection({
  kind,
  count,
  all,
  findings,
  settling
}: {
  kind: string
  count: number
  all: number
  findings: ReportFinding[]
  settling: Settling
}) {
  const [most, setMost] = useState(SHOWN)
  const id = useId()
  const more = Math.min(SHOWN, findings.length - most)
  const lead = kindLead(kind)
  return (
    <section className="box full" aria-labelledby={id}>
      <h2 id={id}>{headingOf(kind, count)}</h2>
      {lead === undefined ? null : <p className="lead">{lead}</p>}
      <ol className="findings">
        {findings.slice(0, most).map((finding) => (
          <FindingRow key={finding.id} finding={finding} settling={settling} />
        ))}
      </ol>
      {more > 0 ? (
        <div className="do">
          <Button small onPress={() => setMost(most + SHOWN)}>
            {t("report.more", { n: more })}
          </Button>
        </div>
      ) : null}
      {more <= 0 && all > findings.length ? (
        <p className="small quiet">{t("report.cut", { shown: findings.length, all })}</p>
      ) : null}
    </section>
  )
}

const SHOWN = 10

import { useId, useState, type ReactNode } from "react"
import { Button } from "../../kit/button.tsx"
import { FiguresTable, type Table } from "../../kit/figures-table.tsx"
import { t } from "../../messages/t.ts"

/** A chart with its finding above it and its numbers behind "Show as table". `few` says why there is no chart yet. */
export function ChartCard({
  finding,
  lead,
  few,
  table,
  size,
  children
}: {
  finding: string
  lead: string
  few?: string | undefined
  table: Table
  size: string
  children: ReactNode
}) {
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  return (
    <section className={`box chart-card ${size}`} aria-labelledby={id}>
      <h2 id={id}>{finding}</h2>
      <p className="lead">{lead}</p>
      {few === undefined ? null : <p className="few">{few}</p>}
      {asTable ? <FiguresTable table={table} label={finding} /> : few === undefined ? children : null}
      {table.rows.length > 0 ? (
        <div className="do">
          <Button variant="link" expanded={asTable} onPress={() => setAsTable(!asTable)}>
            {t("figures.table")}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

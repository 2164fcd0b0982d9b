import { useId, useState, type ReactNode } from "react"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"

export interface Table {
  head: string[]
  rows: (string | number)[][]
}

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

export function FiguresTable({ table: { head, rows }, label }: { table: Table; label: string }) {
  const [first = "", ...others] = head
  return (
    <div className="wide-table" role="group" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((one) => (
              <th key={one} scope="col" className="n">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], index) => (
            <tr key={index}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {cells.map((cell, at) => (
                <td key={at} className="n">
                  {typeof cell === "number" ? t("figures.count", { n: cell }) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

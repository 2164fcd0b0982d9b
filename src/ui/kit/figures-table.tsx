import { t } from "../messages/t.ts"

export interface Table {
  head: string[]
  rows: (string | number)[][]
}

/** A table whose first column names the row and whose others are figures. */
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
